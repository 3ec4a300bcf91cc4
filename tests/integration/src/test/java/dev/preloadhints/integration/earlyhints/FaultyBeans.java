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

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.LinkFilter;
import dev.preloadhints.PageKey;
import dev.preloadhints.PageVariant;
import dev.preloadhints.PreloadLink;
import dev.preloadhints.PreloadLinks;
import dev.preloadhints.earlyhints.sender.JettyEarlyHintsSender;
import dev.preloadhints.earlyhints.sender.TomcatEarlyHintsSender;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PredictionReport;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Destination;
import dev.preloadhints.page.InMemoryPageStore;
import dev.preloadhints.page.PageHistory;
import dev.preloadhints.page.PageStore;

/**
 * An application's own beans and its response, each of which may {@link Fault fail}.
 */
@Configuration(proxyBeanMethods = false)
class FaultyBeans {

	@Bean
	PageVariant variant() {
		return (request) -> {
			Fault.VARIANT.strike();
			return null;
		};
	}

	@Bean
	LinkFilter filter() {
		return (link, request) -> {
			Fault.FILTER.strike();
			Fault.LISTENER_FAILURE.strike();
			return true;
		};
	}

	@Bean
	PreloadListener listener() {
		return new PreloadListener() {

			@Override
			public void pageRendered(PageReport report) {
				Fault.LISTENER_PAGE.strike();
			}

			@Override
			public void earlyHintsDecided(EarlyHintsReport report) {
				Fault.LISTENER_EARLY_HINTS.strike();
			}

			@Override
			public void predictionChecked(PredictionReport report) {
				Fault.LISTENER_PREDICTION.strike();
			}

			@Override
			public void failed(PreloadStage stage, Throwable failure) {
				Fault.LISTENER_FAILURE.strike();
			}

		};
	}

	@Bean
	EarlyHintsSender sender() {
		EarlyHintsSender sender = EarlyHintsServer.isTomcat() ? new TomcatEarlyHintsSender()
				: new JettyEarlyHintsSender();
		return new EarlyHintsSender() {

			@Override
			public boolean supports(Class<? extends HttpServletResponse> containerResponse) {
				return sender.supports(containerResponse);
			}

			@Override
			public void send(HttpServletResponse containerResponse) throws IOException {
				Fault.SENDER.strike();
				sender.send(containerResponse);
			}

		};
	}

	@Bean
	PageStore store() {
		PageStore store = new InMemoryPageStore(100, 1_000_000, Duration.ofDays(1));
		return new PageStore() {

			@Override
			public PageHistory find(PageKey key) {
				Fault.STORE_FIND.strike();
				return store.find(key);
			}

			@Override
			public void update(PageKey key, UnaryOperator<PageHistory> change) {
				Fault.STORE_UPDATE.strike();
				store.update(key, change);
			}

			@Override
			public void forget(PageKey key) {
				store.forget(key);
			}

			@Override
			public void forgetAll() {
				store.forgetAll();
			}

			@Override
			public Map<PageKey, PageHistory> pages() {
				return store.pages();
			}

			@Override
			public long size() {
				return store.size();
			}

		};
	}

	@Bean
	MeterRegistry registry() {
		return new SimpleMeterRegistry() {

			@Override
			protected Counter newCounter(Meter.Id id) {
				Counter counter = super.newCounter(id);
				return id.getName().startsWith("preload.") ? new FaultyCounter(counter) : counter;
			}

		};
	}

	/** Serves under {@code /faulty/ANYTHING/} what there is elsewhere. */
	@Bean
	WebMvcConfigurer resources() {
		return new WebMvcConfigurer() {

			@Override
			public void addResourceHandlers(ResourceHandlerRegistry registry) {
				registry.addResourceHandler("/faulty/**")
					.addResourceLocations("classpath:/earlyhints/static/")
					.setCachePeriod(3600)
					.resourceChain(false)
					.addResolver(new FaultyResolver())
					.addTransformer((request, resource, chain) -> {
						Fault.RESOURCE_TRANSFORMER.strike();
						return chain.transform(request, resource);
					});
			}

		};
	}

	@Bean
	FilterRegistrationBean<Filter> response() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> chain
			.doFilter(request, new FaultyResponse((HttpServletResponse) response)));
		registration.addUrlPatterns("/own/faulty");
		registration.setOrder(Ordered.LOWEST_PRECEDENCE);
		return registration;
	}

	@Controller
	static class FaultyController {

		@GetMapping("/own/faulty")
		@PreloadLink(href = "/faulty/declared/css/app.css", as = Destination.STYLE)
		String page(PreloadLinks links, @RequestParam MultiValueMap<String, String> elements, Model model) {
			String module = String.valueOf(elements.getFirst("module"));
			// Another one for each page, as Spring's answers are kept.
			links.preload(module.replace("page-", "added-").replace("js/app.js", "img/hero.jpg"), Destination.IMAGE);
			model.addAllAttributes(elements);
			return "page";
		}

	}

	private static final class FaultyResolver implements ResourceResolver {

		@Override
		public Resource resolveResource(HttpServletRequest request, String requestPath,
				List<? extends Resource> locations, ResourceResolverChain chain) {
			Fault.RESOURCE_RESOLVER.strike();
			return chain.resolveResource(request, requestPath.substring(requestPath.indexOf('/') + 1), locations);
		}

		@Override
		public String resolveUrlPath(String resourcePath, List<? extends Resource> locations,
				ResourceResolverChain chain) {
			// The URLs of the page itself come here as well, with or without the starter.
			if (!resourcePath.startsWith("page-")) {
				Fault.RESOURCE_URL.strike();
			}
			return null;
		}

	}

	private record FaultyCounter(Counter counter) implements Counter {

		@Override
		public void increment(double amount) {
			Fault.COUNTER.strike();
			this.counter.increment(amount);
		}

		@Override
		public double count() {
			return this.counter.count();
		}

		@Override
		public Id getId() {
			return this.counter.getId();
		}

	}

	private static final class FaultyResponse extends HttpServletResponseWrapper {

		private FaultyResponse(HttpServletResponse response) {
			super(response);
		}

		/** Spring MVC and the container ask as well, with or without the starter. */
		private static void strike(Fault fault) {
			String caller = StackWalker.getInstance()
				.walk((frames) -> frames.map(StackWalker.StackFrame::getClassName)
					.dropWhile((name) -> name.equals(FaultyResponse.class.getName()) || name.endsWith("Wrapper"))
					.findFirst())
				.orElseThrow();
			if (caller.startsWith("dev.preloadhints.")) {
				fault.strike();
			}
		}

		@Override
		public void addHeader(String name, String value) {
			Fault.RESPONSE_ADD_HEADER.strike();
			super.addHeader(name, value);
		}

		@Override
		public void setHeader(String name, String value) {
			Fault.RESPONSE_SET_HEADER.strike();
			super.setHeader(name, value);
		}

		@Override
		public boolean containsHeader(String name) {
			strike(Fault.RESPONSE_CONTAINS_HEADER);
			return super.containsHeader(name);
		}

		@Override
		public Collection<String> getHeaders(String name) {
			Fault.RESPONSE_GET_HEADERS.strike();
			return super.getHeaders(name);
		}

		@Override
		public Collection<String> getHeaderNames() {
			Fault.RESPONSE_GET_HEADER_NAMES.strike();
			return super.getHeaderNames();
		}

		@Override
		public int getBufferSize() {
			Fault.RESPONSE_GET_BUFFER_SIZE.strike();
			// As if no earlier page had left the container a larger one.
			return 8192;
		}

		@Override
		public void setBufferSize(int size) {
			Fault.RESPONSE_SET_BUFFER_SIZE.strike();
			super.setBufferSize(size);
		}

		@Override
		public boolean isCommitted() {
			strike(Fault.RESPONSE_IS_COMMITTED);
			return super.isCommitted();
		}

		@Override
		public int getStatus() {
			strike(Fault.RESPONSE_GET_STATUS);
			return super.getStatus();
		}

	}

}
