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
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

/**
 * A Firefox with a new profile and without window, driven over its Marionette protocol.
 * It accepts any certificate, which does not keep it from using Early Hints.
 */
final class Firefox implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	/** What it would load by itself, and the port, which it chooses. */
	private static final List<String> PREFERENCES = List.of("marionette.port\", 0", "browser.startup.page\", 0",
			"datareporting.policy.dataSubmissionEnabled\", false", "network.captive-portal-service.enabled\", false",
			"network.connectivity-service.enabled\", false", "browser.chrome.site_icons\", false");

	private final Path profile;

	private final Process process;

	private final Socket socket;

	private int id;

	private Firefox(Path profile, Process process, Socket socket) {
		this.profile = profile;
		this.process = process;
		this.socket = socket;
	}

	static Firefox start(Path program) throws IOException {
		Path profile = Files.createTempDirectory("preload-firefox");
		Files.write(profile.resolve("user.js"),
				PREFERENCES.stream().map((preference) -> "user_pref(\"" + preference + ");").toList());
		ProcessBuilder builder = new ProcessBuilder(program.toString(), "--headless", "--no-remote", "--marionette",
				"--remote-allow-system-access", "--profile", profile.toString());
		builder.environment().put("HOME", profile.toString());
		Process process = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		Firefox firefox = new Firefox(profile, process, connect(profile.resolve("MarionetteActivePort"), process));
		firefox.read();
		firefox.call("WebDriver:NewSession", Map.of("acceptInsecureCerts", true));
		return firefox;
	}

	private static Socket connect(Path port, Process process) throws IOException {
		Awaitility.await().forever().until(() -> !process.isAlive() || (Files.exists(port) && Files.size(port) > 0));
		return new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(Files.readString(port).strip()));
	}

	/** Load a page with empty caches. */
	void visit(String url) throws IOException {
		call("Marionette:SetContext", Map.of("value", "chrome"));
		call("WebDriver:ExecuteAsyncScript", Map.of("args", List.of(), "script", """
				const done = arguments[0];
				Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL_CACHES, () => done());
				"""));
		call("Marionette:SetContext", Map.of("value", "content"));
		call("WebDriver:Navigate", Map.of("url", url));
	}

	/** The paths of those of the page's resources that a {@code 103} brought. */
	List<String> early() throws IOException {
		JsonNode early = call("WebDriver:ExecuteScript", Map.of("args", List.of(), "script", """
				return performance.getEntriesByType('resource')
					.filter((entry) => entry.initiatorType === 'early-hints')
					.map((entry) => new URL(entry.name).pathname);
				"""));
		return early.get("value").valueStream().map(JsonNode::stringValue).toList();
	}

	private JsonNode call(String command, Map<String, ?> parameters) throws IOException {
		byte[] message = JSON.writeValueAsBytes(List.of(0, ++this.id, command, parameters));
		this.socket.getOutputStream().write((message.length + ":").getBytes(StandardCharsets.US_ASCII));
		this.socket.getOutputStream().write(message);
		JsonNode answer = read();
		if (!answer.get(2).isNull()) {
			throw new IllegalStateException(command + ": " + answer.get(2));
		}
		return answer.get(3);
	}

	/** A message, with its length in front. */
	private JsonNode read() throws IOException {
		int length = 0;
		for (int next = this.socket.getInputStream().read(); next != ':'; next = this.socket.getInputStream().read()) {
			if (next < 0) {
				throw new IOException("Firefox has ended");
			}
			length = 10 * length + next - '0';
		}
		return JSON.readTree(this.socket.getInputStream().readNBytes(length));
	}

	@Override
	public void close() throws Exception {
		try (this.socket) {
			call("Marionette:Quit", Map.of("flags", List.of("eForceQuit")));
		}
		this.process.waitFor();
		FileSystemUtils.deleteRecursively(this.profile);
	}

}
