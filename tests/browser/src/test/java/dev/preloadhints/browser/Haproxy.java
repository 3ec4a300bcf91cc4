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

import dev.preloadhints.network.Certificate;
import dev.preloadhints.tests.process.ListeningProcess;

/**
 * An HAProxy that speaks HTTP/2 with clients and with an application.
 */
final class Haproxy {

	private Haproxy() {
	}

	/** As the documentation says. */
	static ListeningProcess start(Certificate certificate, int application) throws Exception {
		return start(certificate, ProxySnippet.of("haproxy", application));
	}

	/** As the documentation says for versions that cut pages. */
	static ListeningProcess startWithHttp11(Certificate certificate, int application) throws Exception {
		return start(certificate, ProxySnippet.of("haproxy", application).replace("ca.pem alpn h2\n", "ca.pem\n"));
	}

	static ListeningProcess startWithCleartextHttp2(Certificate certificate, int application) throws Exception {
		return start(certificate, """
				frontend web
				    bind :443 ssl crt /etc/haproxy/site.pem alpn h2,http/1.1
				    default_backend application

				backend application
				    server application 127.0.0.1:%d proto h2
				""".formatted(application));
	}

	/** In front of something that speaks HTTP/1.1. */
	static ListeningProcess startWithHttp1(Certificate certificate, int application) throws Exception {
		return start(certificate, """
				frontend web
				    bind :443 ssl crt /etc/haproxy/site.pem alpn h2,http/1.1
				    default_backend application

				backend application
				    server application 127.0.0.1:%d
				""".formatted(application));
	}

	/** Whether it cuts a page that meets an interim response. */
	static boolean isBefore33() throws Exception {
		Path program = Tools.require("haproxy", List.of("haproxy"));
		Process process = new ProcessBuilder(program.toString(), "-v").redirectErrorStream(true).start();
		String[] version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
			.replaceAll("(?s)\\D*(\\d+\\.\\d+).*", "$1")
			.split("\\.");
		return Integer.parseInt(version[0]) * 100 + Integer.parseInt(version[1]) < 303;
	}

	private static ListeningProcess start(Certificate certificate, String configuration) throws Exception {
		Path program = Tools.require("haproxy", List.of("haproxy"));
		Path directory = Files.createTempDirectory("preload-haproxy");
		String pem = certificate.pem().toString();
		return ListeningProcess.start(directory, (port) -> {
			Path file = Files.writeString(directory.resolve("haproxy.cfg"), """
					defaults
					    mode http
					    timeout connect 10s
					    timeout client 60s
					    timeout server 60s

					""" + configuration.replace("bind :443", "bind 127.0.0.1:" + port)
				.replaceAll("/etc/haproxy/[a-z]+\\.pem", pem));
			return List.of(program.toString(), "-db", "-f", file.toString());
		});
	}

}
