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

package dev.preloadhints.integration.earlyhints;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import dev.preloadhints.asset.AssetCatalog;
import dev.preloadhints.page.PageStore;
import dev.preloadhints.tests.http.Answer;

import static dev.preloadhints.integration.earlyhints.SendingIntegrationTests.STYLE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages and resources by all the ways in which a request reaches them.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReachedByIntegrationTests {

	@ParameterizedTest
	@CsvSource({ "'', /mvc", "/shop, /mvc", "/shop, /a/b", "/mvc, /mvc" })
	void prefixOfTheServlet(String contextPath, String servletPath) throws Exception {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("server.servlet.context-path=" + contextPath,
				"spring.mvc.servlet.path=" + servletPath, "management.endpoints.web.exposure.include=preload")) {
			String below = contextPath + servletPath;
			String page = below + EarlyHintsServer.page("style", servletPath + "/css/app.css", "style",
					servletPath + "/discovery/shop.css", "style", "/css/app.css");
			assertThat(server.get(below + "/css/app.css").status()).isEqualTo(200);
			assertThat(server.get(contextPath + "/css/app.css").status()).isEqualTo(404);
			for (int i = 0; i < 3; i++) {
				server.navigate(page);
			}
			assertThat(server.navigate(page).hints())
				.contains(style(below + "/css/app.css"), style(below + "/discovery/shop.css"),
						style(below + "/discovery/base.css"),
						"<" + below + "/fonts/text.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin")
				.doesNotContain(style(contextPath + "/css/app.css"));
			String endpoint = below + "/actuator/preload?path=";
			assertThat(server.get(endpoint + page).body()).as("as a browser shows it").contains("/page");
			assertThat(server.get(endpoint + below + "/other").body()).doesNotContain("/page");
			AssetCatalog assets = server.assets();
			assertThat(assets.find("/css/app.css")).isNull();
			assertThat(assets.find(servletPath + "/css/app.css")).isNotNull();
		}
	}

	@Test
	void declaredResourcesBelowThePrefixOfTheServlet() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("spring.mvc.servlet.path=/mvc",
				"spring.web.resources.chain.strategy.content.enabled=true", "preload.pages.links[0].pages=/mvc/page",
				"preload.pages.links[0].href=/mvc/js/app.js", "preload.pages.links[0].as=script")) {
			String link = server.navigate("/mvc/page").links().get(0);
			assertThat(link).matches("</mvc/js/app-[0-9a-f]{32}\\.js>; rel=preload; as=script");
			assertThat(server.get(link.substring(1, link.indexOf('>'))).status()).isEqualTo(200);
		}
	}

	@Test
	void filterThatForwards() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(Forwards.class)) {
			String page = EarlyHintsServer.path("/en/page", "style", "/css/app.css");
			for (int i = 0; i < 3; i++) {
				assertThat(server.navigate(page).links()).contains(STYLE);
			}
			assertThat(server.navigate(page).hints()).contains(STYLE);
			assertThat(server.navigate(EarlyHintsServer.page("style", "/css/app.css")).hints()).as("the same page")
				.containsExactly(STYLE);
			assertThat(server.context().getBean(PageStore.class).pages()).hasSize(1);
		}
	}

	/** The browser knows nothing of where the page comes from. */
	@Test
	void relativeUrlsOfAPageThatIsForwardedTo() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(Forwards.class)) {
			String page = EarlyHintsServer.path("/read-kafka", "style", "css/app.css");
			server.learn(page);
			Answer answer = server.navigate(page);
			assertThat(answer.links()).containsExactly("<css/app.css>; rel=preload; as=style");
			assertThat(answer.hints()).containsExactly(STYLE);
		}
	}

	@Test
	void handlerThatSendsEarlyBehindAFilterThatForwards() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(Forwards.class)) {
			server.navigate("/en/early");
			assertThat(server.navigate("/en/early").fields().all("X-Sent")).containsExactly("true, false");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/app.css, /css/app.css", "/deep/other.css, /css/other.css", "/any/js/app.js, /js/app.js" })
	void handlersOfAllKindsOfPatterns(String path, String file) {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(Patterns.class)) {
			assertThat(server.get(path).body()).isEqualTo(server.get(file).body());
			String page = EarlyHintsServer.page("style", path);
			server.learn(page);
			assertThat(server.navigate(page).hints()).containsExactly(style(path));
		}
	}

	@Test
	void functionalResourcesAreToldWithAReason(CapturedOutput output) {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(Functional.class, "logging.level.preload=info")) {
			String page = EarlyHintsServer.page("style", "/lib/app.css");
			assertThat(server.get("/lib/app.css").status()).isEqualTo(200);
			server.learn(page);
			assertThat(server.navigate(page).isHinted()).isFalse();
			assertThat(server.omitted("not_shared")).isPositive();
			assertThat(output.getAll().split("/lib/app.css: a functional route serves it", -1)).as("one line")
				.hasSize(2);
		}
	}

	private static String style(String path) {
		return "<" + path + ">; rel=preload; as=style";
	}

	@Configuration(proxyBeanMethods = false)
	static class Forwards {

		@Bean
		FilterRegistrationBean<Filter> language() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				String path = ((HttpServletRequest) request).getRequestURI();
				String target = path.equals("/read-kafka") ? "/books/kafka/read/1" : path.substring("/en".length());
				request.getRequestDispatcher(target).forward(request, response);
			});
			registration.addUrlPatterns("/en/*", "/read-kafka");
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Patterns implements WebMvcConfigurer {

		@Override
		public void addResourceHandlers(ResourceHandlerRegistry registry) {
			registry.addResourceHandler("/app.css")
				.addResourceLocations("classpath:/earlyhints/static/css/")
				.setCachePeriod(3600);
			registry.addResourceHandler("/deep/*.css")
				.addResourceLocations("classpath:/earlyhints/static/css/")
				.setCachePeriod(3600);
			registry.addResourceHandler("/any/**")
				.addResourceLocations("classpath:/earlyhints/static/")
				.setCachePeriod(3600);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Functional {

		@Bean
		RouterFunction<ServerResponse> library() {
			return RouterFunctions.resources("/lib/**", new ClassPathResource("earlyhints/static/css/"));
		}

	}

}
