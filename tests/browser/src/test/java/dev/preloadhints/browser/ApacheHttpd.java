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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.preloadhints.network.Certificate;
import dev.preloadhints.tests.process.ListeningProcess;

/**
 * An Apache httpd that speaks HTTP/2 with clients and with an application.
 */
final class ApacheHttpd {

	private static final List<String> MODULES = List.of("mpm_event", "authz_core", "ssl", "http2", "headers", "proxy",
			"proxy_http2");

	private ApacheHttpd() {
	}

	static ListeningProcess start(Certificate certificate, int application) throws Exception {
		Path program = Tools.require("apache2", List.of("apache2", "httpd"));
		Path modules = Stream
			.of(System.getProperty("apache2.modules", "/usr/lib/apache2/modules"), "/usr/lib64/httpd/modules",
					"/usr/libexec/apache2")
			.map(Path::of)
			.filter((path) -> Files.exists(path.resolve("mod_proxy_http2.so")))
			.findFirst()
			.orElse(null);
		if (modules == null) {
			Tools.missing("mod_proxy_http2 of Apache httpd is not there");
		}
		Path directory = Files.createTempDirectory("preload-httpd");
		Path pem = certificate.pem();
		return ListeningProcess.start(directory, (port) -> {
			Path file = Files.writeString(directory.resolve("httpd.conf"),
					configuration(pem, modules, directory, port) + ProxySnippet.of("apache", application));
			return List.of(program.toString(), "-f", file.toString(), "-DFOREGROUND");
		});
	}

	private static String configuration(Path pem, Path modules, Path directory, int port) {
		StringBuilder configuration = new StringBuilder();
		for (String module : MODULES) {
			configuration.append("LoadModule " + module + "_module " + modules + "/mod_" + module + ".so\n");
		}
		if (Tools.isRoot()) {
			configuration.append("User daemon\nGroup daemon\n");
		}
		return configuration.append("""
				ServerName localhost
				Listen 127.0.0.1:%1$d
				DefaultRuntimeDir %2$s
				PidFile %2$s/httpd.pid
				ErrorLog %2$s/error.log
				Mutex file:%2$s default
				DocumentRoot %2$s
				SSLEngine on
				SSLCertificateFile %3$s
				SSLCertificateKeyFile %3$s
				""".formatted(port, directory, pem)).toString();
	}

}
