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

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.preloadhints.measure.network.Certificate;
import org.springframework.util.FileSystemUtils;

/**
 * An Apache httpd of its own that speaks HTTP/2 with clients and with an application.
 */
final class ApacheHttpd implements AutoCloseable {

	private static final List<String> MODULES = List.of("mpm_event", "authz_core", "ssl", "http2", "proxy",
			"proxy_http2");

	private final Path directory;

	private final Process process;

	private final int port;

	private ApacheHttpd(Path directory, Process process, int port) {
		this.directory = directory;
		this.process = process;
		this.port = port;
	}

	static ApacheHttpd start(Certificate certificate, int application) throws Exception {
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
		int port = freePort();
		StringBuilder configuration = new StringBuilder();
		for (String module : MODULES) {
			configuration.append("LoadModule " + module + "_module " + modules + "/mod_" + module + ".so\n");
		}
		configuration.append("""
				ServerName localhost
				Listen 127.0.0.1:%1$d
				DefaultRuntimeDir %2$s
				PidFile %2$s/httpd.pid
				ErrorLog %2$s/error.log
				Mutex file:%2$s default
				DocumentRoot %2$s
				Protocols h2 http/1.1
				H2EarlyHints on
				SSLEngine on
				SSLCertificateFile %3$s
				SSLCertificateKeyFile %3$s
				ProxyPreserveHost on
				ProxyPass / h2c://127.0.0.1:%4$d/
				""".formatted(port, directory, certificate.pem(), application));
		if (System.getProperty("user.name").equals("root")) {
			configuration.append("User daemon\nGroup daemon\n");
		}
		Path file = Files.writeString(directory.resolve("httpd.conf"), configuration);
		Process process = new ProcessBuilder(program.toString(), "-f", file.toString(), "-DFOREGROUND")
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("output.log").toFile())
			.start();
		ApacheHttpd httpd = new ApacheHttpd(directory, process, port);
		httpd.awaitStart();
		return httpd;
	}

	String url(String path) {
		return "https://localhost:" + this.port + path;
	}

	private void awaitStart() throws IOException, InterruptedException {
		for (int i = 0; i < 100 && this.process.isAlive(); i++) {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 1000);
				return;
			}
			catch (IOException ex) {
				Thread.sleep(100);
			}
		}
		Path log = this.directory.resolve("error.log");
		String output = Files.readString(this.directory.resolve("output.log"))
				+ (Files.exists(log) ? Files.readString(log) : "");
		close();
		throw new IllegalStateException("Apache httpd: " + output);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	@Override
	public void close() throws IOException, InterruptedException {
		List<ProcessHandle> children = this.process.descendants().toList();
		this.process.destroy();
		if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
			children.forEach(ProcessHandle::destroyForcibly);
			this.process.destroyForcibly();
		}
		FileSystemUtils.deleteRecursively(this.directory);
	}

}
