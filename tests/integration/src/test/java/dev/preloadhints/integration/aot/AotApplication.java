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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import dev.preloadhints.PageVariant;
import dev.preloadhints.PreloadLink;
import dev.preloadhints.PreloadLinks;
import dev.preloadhints.integration.earlyhints.StaticResourcesWithoutVary;
import dev.preloadhints.link.Destination;

/**
 * An application that is processed ahead of time and run in a JVM of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(StaticResourcesWithoutVary.class)
public class AotApplication {

	/** Name of the system property that says where to write the port. */
	static final String PORT_FILE = "integration.port-file";

	/**
	 * Start the application.
	 */
	public static void main(String[] arguments) throws IOException {
		ConfigurableApplicationContext context = SpringApplication.run(AotApplication.class, arguments);
		Path file = Path.of(System.getProperty(PORT_FILE));
		Path complete = file.resolveSibling("complete");
		Files.writeString(complete, context.getEnvironment().getRequiredProperty("local.server.port"));
		Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE);
	}

	@Bean
	PageVariant language() {
		return (request) -> request.getParameter("lang");
	}

	@Controller
	static class PageController {

		@GetMapping("/page")
		@PreloadLink(href = "/fonts/text.woff2", as = Destination.FONT, type = "font/woff2")
		String page(PreloadLinks links) {
			links.preconnect("https://api.example.com");
			return "style";
		}

	}

}
