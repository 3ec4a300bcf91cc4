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

package dev.preloadhints.integration;

import java.io.IOException;
import java.util.jar.JarFile;

import jakarta.servlet.ServletContext;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.util.ClassUtils;

import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.web.PreloadInterceptor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The other tests run on what the build says they run on.
 */
class EnvironmentIntegrationTests {

	private final TestServer server = TestServer.withPages();

	@Test
	void runsOnTheChosenVersion() {
		assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("integration.spring-boot.version"));
	}

	@Test
	void runsOnTheChosenContainerAlone() {
		String container = System.getProperty("integration.container");
		assertThat(this.server.context().getBean(ServletContext.class).getServerInfo()).containsIgnoringCase(container);
		assertThat(ClassUtils.isPresent("org.apache.catalina.startup.Tomcat", null))
			.isEqualTo("tomcat".equals(container));
		assertThat(ClassUtils.isPresent("org.eclipse.jetty.server.Server", null)).isEqualTo("jetty".equals(container));
	}

	@Test
	void runsTheJarAsItWasBuilt() throws IOException {
		String path = PreloadInterceptor.class.getProtectionDomain().getCodeSource().getLocation().getPath();
		assertThat(path).matches(".*/preload-spring-boot-autoconfigure-[^/]+\\.jar");
		try (JarFile jar = new JarFile(path)) {
			assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
				.isEqualTo("dev.preloadhints");
		}
	}

}
