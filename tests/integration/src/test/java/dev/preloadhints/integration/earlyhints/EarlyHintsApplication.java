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

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RenderingResponse;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Pages whose elements the request names, and filters that get into the way of Early
 * Hints.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ PageController.class, WaitingController.class, HandlerLinksController.class, LateController.class })
class EarlyHintsApplication {

	/** Counts the requests that the server has not done with. */
	@Bean
	AtomicInteger activeRequests() {
		return new AtomicInteger();
	}

	@Bean
	FilterRegistrationBean<Filter> counting(AtomicInteger activeRequests) {
		FilterRegistrationBean<Filter> registration = filter("/*", (request, response, chain) -> {
			activeRequests.incrementAndGet();
			try {
				chain.doFilter(request, response);
			}
			finally {
				activeRequests.decrementAndGet();
			}
		});
		registration.setName("counting");
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
		return registration;
	}

	/** Says that the user is who the header says it is, and comes from where it says. */
	@Bean
	FilterRegistrationBean<Filter> identity() {
		return filter("/*",
				(request, response, chain) -> chain.doFilter(new Identified((HttpServletRequest) request), response));
	}

	/** Headers from before the page, and a cookie for some. */
	@Bean
	FilterRegistrationBean<Filter> ownHeaders() {
		return filter("/own/*", (request, response, chain) -> {
			HttpServletResponse http = (HttpServletResponse) response;
			if (((HttpServletRequest) request).getRequestURI().startsWith("/own/basket")) {
				http.addCookie(new Cookie("basket", "full"));
			}
			http.addHeader("Link", "</own.html>; rel=help");
			http.addHeader("X-Own", "own");
			chain.doFilter(request, response);
		});
	}

	/** Headers that are about the final response alone, set before there is one. */
	@Bean
	FilterRegistrationBean<Filter> framing() {
		return filter("/framed/*", (request, response, chain) -> {
			HttpServletResponse http = (HttpServletResponse) response;
			http.setHeader("Connection", "keep-alive");
			http.setHeader("Keep-Alive", "timeout=5");
			http.setHeader("Upgrade", "websocket");
			http.setHeader("Content-Language", "eo");
			http.setHeader("Content-Disposition", "inline");
			http.setContentType("text/html;charset=UTF-8");
			http.setHeader("Content-Security-Policy", "object-src 'none'");
			chain.doFilter(request, response);
		});
	}

	/** A response that hides the container's own. */
	@Bean
	FilterRegistrationBean<Filter> opaque() {
		return filter("/opaque/*",
				(request, response, chain) -> chain.doFilter(request,
						(HttpServletResponse) Proxy.newProxyInstance(getClass().getClassLoader(),
								new Class<?>[] { HttpServletResponse.class }, (proxy, method, arguments) -> {
									try {
										return method.invoke(response, arguments);
									}
									catch (InvocationTargetException ex) {
										throw ex.getTargetException();
									}
								})));
	}

	/** Files that are there, but are answered otherwise. */
	@Bean
	FilterRegistrationBean<Filter> misleading() {
		FilterRegistrationBean<Filter> registration = filter("/css/gone.css", (request, response, chain) -> {
			boolean gone = ((HttpServletRequest) request).getRequestURI().endsWith("/gone.css");
			if (gone) {
				((HttpServletResponse) response).setStatus(404);
			}
			else {
				((HttpServletResponse) response).sendRedirect("/css/app.css");
			}
		});
		registration.addUrlPatterns("/css/moved.css");
		return registration;
	}

	@Bean
	WebMvcConfigurer viewController() {
		return new WebMvcConfigurer() {

			/** A filter would do, but then Jetty ends the request by itself. */
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new HandlerInterceptor() {

					@Override
					public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
							throws IOException {
						response.setContentType("text/html;charset=UTF-8");
						response.flushBuffer();
						return true;
					}

				}).addPathPatterns("/committed/**");
			}

			@Override
			public void addViewControllers(ViewControllerRegistry registry) {
				registry.addViewController("/view-controller").setViewName("style");
				registry.addViewController("/forwarding").setViewName("forward:/early");
			}

		};
	}

	@Bean
	RouterFunction<ServerResponse> functionalPage() {
		return RouterFunctions.route()
			.GET("/functional", (request) -> RenderingResponse.create("style").modelAttributes(Map.of()).build())
			.build();
	}

	private static FilterRegistrationBean<Filter> filter(String pattern, Filter filter) {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
		registration.addUrlPatterns(pattern);
		registration.setName(pattern);
		registration.setAsyncSupported(true);
		return registration;
	}

	/** A user by header. */
	private static final class Identified extends HttpServletRequestWrapper {

		private Identified(HttpServletRequest request) {
			super(request);
		}

		@Override
		public Principal getUserPrincipal() {
			String user = getHeader("X-User");
			return (user != null) ? () -> user : super.getUserPrincipal();
		}

		@Override
		public String getRemoteAddr() {
			String address = getHeader("X-Address");
			return (address != null) ? address : super.getRemoteAddr();
		}

	}

}
