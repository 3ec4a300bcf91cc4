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

package dev.preloadhints.integration.aot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.preloadhints.tests.http.HttpTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application as a native image would have it, but in a JVM: processed ahead of time
 * as the build plugins do it, compiled, and started from the code that came out.
 */
@Tag("slow")
class AheadOfTimeIntegrationTests {

	private static final String[] ARGUMENTS = { "--server.http2.enabled=true",
			"--spring.thymeleaf.prefix=classpath:/earlyhints/templates/",
			"--spring.web.resources.static-locations=classpath:/earlyhints/static/",
			"--spring.web.resources.cache.cachecontrol.max-age=1h",
			"--management.endpoints.web.exposure.include=preload", "--preload.pages.links[0].href=/js/app.js",
			"--preload.pages.links[0].as=script", "--logging.level.dev.preloadhints.integration.aot=info" };

	@TempDir
	private static Path directory;

	private static Process application;

	private static int port;

	@BeforeAll
	static void start() throws Exception {
		Path sources = Files.createDirectories(directory.resolve("sources"));
		Path resources = Files.createDirectories(directory.resolve("resources"));
		Path classes = Files.createDirectories(directory.resolve("classes"));
		Path log = directory.resolve("process.log");
		Process processing = java(log, List.of(), "org.springframework.boot.SpringApplicationAotProcessor",
				Stream
					.concat(Stream.of(AotApplication.class.getName(), sources.toString(), resources.toString(),
							classes.toString(), "dev.preloadhints", "integration"), Stream.of(ARGUMENTS))
					.toList(),
				System.getProperty("java.class.path"));
		assertThat(processing.waitFor()).as(() -> read(log)).isZero();
		compile(sources, classes);
		Path portFile = directory.resolve("port");
		Path output = directory.resolve("application.log");
		application = java(output,
				List.of("-Dspring.aot.enabled=true", "-D" + AotApplication.PORT_FILE + "=" + portFile),
				AotApplication.class.getName(), List.of(ARGUMENTS), String.join(File.pathSeparator, classes.toString(),
						resources.toString(), System.getProperty("java.class.path")));
		while (!Files.exists(portFile)) {
			assertThat(application.isAlive()).as(() -> read(output)).isTrue();
			Thread.sleep(50);
		}
		port = Integer.parseInt(Files.readString(portFile));
		assertThat(read(output)).contains("AOT-processed AotApplication");
	}

	@AfterAll
	static void stop() throws InterruptedException {
		application.destroy();
		application.waitFor();
	}

	@Test
	void pageHasItsLinksAndIsSentAheadOfNextTime() {
		try (HttpTestClient client = HttpTestClient.http2(port)) {
			for (int i = 0; i < 3; i++) {
				assertThat(client.navigate("/page").links()).containsExactly(
						"<https://api.example.com>; rel=preconnect", "</css/app.css>; rel=preload; as=style",
						"</fonts/text.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin",
						"</js/app.js>; rel=preload; as=script");
			}
			assertThat(client.navigate("/page").hints()).containsExactly("</css/app.css>; rel=preload; as=style",
					"</fonts/text.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin",
					"</js/app.js>; rel=preload; as=script");
		}
		try (HttpTestClient client = HttpTestClient.http1(port)) {
			assertThat(client.get("/actuator/preload").body()).contains("\"pattern\":\"/page\"", "\"renders\":4");
		}
	}

	private static void compile(Path sources, Path classes) throws IOException {
		List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp",
				System.getProperty("java.class.path") + File.pathSeparator + classes));
		try (Stream<Path> files = Files.walk(sources)) {
			files.map(Path::toString).filter((name) -> name.endsWith(".java")).forEach(arguments::add);
		}
		assertThat(arguments).anyMatch((file) -> file.endsWith("PreloadAutoConfiguration__BeanDefinitions.java"));
		assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
			.isZero();
	}

	private static Process java(Path output, List<String> options, String mainClass, List<String> arguments,
			String classPath) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(options);
		command.addAll(List.of("-cp", classPath, mainClass));
		command.addAll(arguments);
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

}
