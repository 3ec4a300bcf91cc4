/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package dev.preloadhints.browser;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.preloadhints.tests.process.ListeningProcess;

/**
 * An nginx with the settings that it has by itself.
 */
final class Nginx {

	private Nginx() {
	}

	/** Start one in front of an application, with these directives for its location. */
	static ListeningProcess start(int application, String... directives) throws Exception {
		Path program = Tools.require("nginx", List.of("nginx"));
		Path directory = Files.createTempDirectory("preload-nginx");
		return ListeningProcess.start(directory, (port) -> {
			Path file = Files.writeString(directory.resolve("nginx.conf"), """
					%1$s
					daemon off;
					pid %2$s/nginx.pid;
					events {}
					http {
					    access_log off;
					    client_body_temp_path %2$s/body;
					    proxy_temp_path %2$s/proxy;
					    fastcgi_temp_path %2$s/fastcgi;
					    uwsgi_temp_path %2$s/uwsgi;
					    scgi_temp_path %2$s/scgi;
					    server {
					        listen 127.0.0.1:%3$d;
					        location / {
					            proxy_pass http://127.0.0.1:%4$d;
					            proxy_set_header Host $http_host;
					            %5$s
					        }
					    }
					}
					""".formatted(Tools.isRoot() ? "user root;" : "", directory, port, application,
					String.join("\n", directives)));
			return List.of(program.toString(), "-p", directory.toString(), "-e",
					directory.resolve("error.log").toString(), "-c", file.toString());
		});
	}

	/** Whether it knows nothing of interim responses. */
	static boolean isBeforeEarlyHints() throws Exception {
		Path program = Tools.require("nginx", List.of("nginx"));
		Process process = new ProcessBuilder(program.toString(), "-v").redirectErrorStream(true).start();
		String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
			.replaceAll("(?s).*nginx/(\\d+\\.\\d+).*", "$1");
		String[] parts = version.split("\\.");
		return Integer.parseInt(parts[0]) == 1 && Integer.parseInt(parts[1]) < 29;
	}

}
