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
package dev.preloadhints.integration.tomcat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application as an exploded WAR in a Tomcat that it did not start.
 */
class WarIntegrationTests {

	private static final Tomcat tomcat = new Tomcat();

	@BeforeAll
	static void deploy(@TempDir Path directory) throws Exception {
		Path war = Files.createDirectories(directory.resolve("shop"));
		String classFile = WarInitializer.class.getName().replace('.', '/') + ".class";
		Path target = war.resolve("WEB-INF/classes").resolve(classFile);
		Files.createDirectories(target.getParent());
		try (InputStream in = WarInitializer.class.getClassLoader().getResourceAsStream(classFile)) {
			Files.copy(in, target);
		}
		tomcat.setBaseDir(directory.resolve("tomcat").toString());
		tomcat.setPort(0);
		tomcat.getConnector();
		StandardContext context = (StandardContext) tomcat.addWebapp("/shop", war.toString());
		context.setParentClassLoader(WarIntegrationTests.class.getClassLoader());
		context.getJarScanner().setJarScanFilter((type, name) -> false);
		tomcat.start();
		assertThat(context.getState().isAvailable()).isTrue();
	}

	@AfterAll
	static void stop() throws Exception {
		tomcat.stop();
		tomcat.destroy();
	}

	@Test
	void pageHasItsLinks() throws Exception {
		Answer page = get("/shop/pages/decorated");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.headers("Link")).containsExactly("</shop/css/layout.css>; rel=preload; as=style, "
				+ "</shop/css/book.css>; rel=preload; as=style, </shop/js/layout.js>; rel=preload; as=script, "
				+ "</shop/js/footer.js>; rel=preload; as=script, "
				+ "</shop/img/cover.jpg>; rel=preload; as=image; fetchpriority=high");
	}

	@Test
	void errorPageHasItsOwnLinks() throws Exception {
		Answer page = get("/shop/broken");
		assertThat(page.status()).isEqualTo(500);
		assertThat(page.headers("Link")).containsExactly("</shop/css/error.css>; rel=preload; as=style");
	}

	private static Answer get(String path) {
		try (HttpTestClient client = HttpTestClient.http1(tomcat.getConnector().getLocalPort())) {
			return client.get(path, "Accept", "text/html");
		}
	}

}
