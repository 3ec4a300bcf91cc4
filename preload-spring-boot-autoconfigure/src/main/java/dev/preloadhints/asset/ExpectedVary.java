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

package dev.preloadhints.asset;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Asks Spring what responses of a resource handler will say in {@code Vary}. Nearly all
 * of it comes from CORS: Spring Framework 6 says that each static resource varies on
 * {@code Origin}, 7 only where CORS is configured.
 */
final class ExpectedVary {

	private static final CorsSettings DEFAULT = new CorsSettings(new DefaultCorsProcessor(), null);

	private final Map<ResourceHttpRequestHandler, CorsSettings> settings = new ConcurrentHashMap<>();

	private final Supplier<List<MappedCorsFilter>> filters;

	/**
	 * Create an expectation.
	 * @param filters gives the filters for CORS, asked for with the first resource
	 */
	ExpectedVary(Supplier<List<MappedCorsFilter>> filters) {
		this.filters = SingletonSupplier.of(filters);
	}

	/**
	 * What a response will say.
	 * @param request a request for the resource, not in CORS mode
	 */
	Vary of(ResourceHttpRequestHandler handler, HttpServletRequest request) {
		List<String> values = new ArrayList<>();
		String[] configured = handler.getVaryByRequestHeaders();
		if (configured != null) {
			values.addAll(Arrays.asList(configured));
		}
		try {
			CorsSettings cors = this.settings.computeIfAbsent(handler, ExpectedVary::corsSettings);
			CorsConfiguration own = handler.getCorsConfiguration(request);
			CorsConfiguration global = (cors.source() != null) ? cors.source().getCorsConfiguration(request) : null;
			CorsConfiguration both = (global != null) ? global.combine(own) : own;
			HttpServletResponse response = response(values);
			for (MappedCorsFilter filter : this.filters.get()) {
				filter.apply(request, response);
			}
			cors.processor().processRequest(both, request, response);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			// One of the application's own that cannot tell without a real request.
			return Vary.ANYTHING;
		}
		return Vary.of(values);
	}

	private static CorsSettings corsSettings(ResourceHttpRequestHandler handler) {
		ApplicationContext context = context(handler);
		if (context != null) {
			for (AbstractUrlHandlerMapping mapping : BeanFactoryUtils
				.beansOfTypeIncludingAncestors(context, AbstractUrlHandlerMapping.class, true, false)
				.values()) {
				if (mapping.getHandlerMap().containsValue(handler)) {
					return new CorsSettings(mapping.getCorsProcessor(), mapping.getCorsConfigurationSource());
				}
			}
		}
		return DEFAULT;
	}

	private static @Nullable ApplicationContext context(ResourceHttpRequestHandler handler) {
		try {
			return handler.getApplicationContext();
		}
		catch (IllegalStateException ex) {
			// Somebody made it by hand.
			return null;
		}
	}

	/** A response that keeps what it varies on, and goes nowhere. */
	private static HttpServletResponse response(List<String> vary) {
		return (HttpServletResponse) Proxy.newProxyInstance(ExpectedVary.class.getClassLoader(),
				new Class<?>[] { HttpServletResponse.class }, (proxy, method, arguments) -> {
					boolean field = arguments != null && arguments.length > 0
							&& HttpHeaders.VARY.equalsIgnoreCase(String.valueOf(arguments[0]));
					return switch (method.getName()) {
						case "getHeaders" -> field ? List.copyOf(vary) : List.of();
						case "addHeader", "setHeader" -> {
							if (field) {
								vary.add(String.valueOf(arguments[1]));
							}
							yield null;
						}
						default -> ResourceRequest.nothing(method.getReturnType());
					};
				});
	}

	/**
	 * How requests for the resources of a handler are checked.
	 *
	 * @param processor checks them
	 * @param source what is configured for paths, if anything is
	 */
	private record CorsSettings(CorsProcessor processor, @Nullable CorsConfigurationSource source) {
	}

}
