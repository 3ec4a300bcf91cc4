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
package dev.preloadhints.benchmarks.request;

import java.io.IOException;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.ResponseFacade;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The cheapest way to the same header and the same Early Hints: constants. What it costs
 * is what the container takes for them.
 */
public class ConstantLinks implements WebMvcConfigurer, HandlerInterceptor {

	private static final String LINKS = "</css/base.css>; rel=preload; as=style, </css/shop.css>; rel=preload; as=style, "
			+ "</fonts/text.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin, "
			+ "</js/consent.js>; rel=preload; as=script, </img/hero.avif>; rel=preload; as=image; fetchpriority=high, "
			+ "</js/cart.js>; rel=modulepreload, </js/vendor.js>; rel=preload; as=script, "
			+ "</js/shop.js>; rel=preload; as=script";

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if ("document".equals(request.getHeader("Sec-Fetch-Dest"))) {
			response.setHeader("Link", LINKS);
			if (request.getProtocol().equals("HTTP/2.0")) {
				container(response).sendEarlyHints();
				// What the page itself says is another field, and encoded as well.
				response.setHeader("Link", LINKS);
			}
		}
		return true;
	}

	private static ResponseFacade container(ServletResponse response) {
		ServletResponse container = response;
		while (container instanceof ServletResponseWrapper wrapper) {
			container = wrapper.getResponse();
		}
		return (ResponseFacade) container;
	}

}
