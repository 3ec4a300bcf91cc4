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

package dev.preloadhints.unsupported;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On a version of Spring Boot that the starter was not made for, an application starts
 * and works as it does without it, and one line says so.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnsupportedIntegrationTests {

	@Test
	void applicationStartsAndALineSaysWhatIsOff(CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ShopApplication.class)
			.run("--server.port=0", "--management.endpoints.web.exposure.include=*")) {
			assertThat(output).containsOnlyOnce(
					"Preload is off: it needs Spring Boot 3.5 or later, and this is " + SpringBootVersion.getVersion());
			HttpResponse<String> page = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create("http://localhost:"
						+ context.getEnvironment().getRequiredProperty("local.server.port") + "/page"))
					.build(), BodyHandlers.ofString());
			assertThat(page.statusCode()).isEqualTo(200);
			assertThat(page.body()).contains("href=\"/app.css\"", "The end.");
			assertThat(page.headers().map()).doesNotContainKey("link");
		}
	}

}
