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

package dev.preloadhints.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

import dev.preloadhints.page.PageKey;

/**
 * Which page a request is for.
 */
public final class PageKeys {

	private static final String LAMBDA = "$$Lambda";

	private final PageVariant[] variants;

	/**
	 * Create keys.
	 * @param variants what tells pages apart beside handler and pattern
	 */
	public PageKeys(List<PageVariant> variants) {
		this.variants = variants.toArray(PageVariant[]::new);
	}

	/** The page, or {@code null} if the handler is mapped to no pattern. */
	@Nullable PageKey key(HttpServletRequest request, Object handler) {
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		if (pattern == null) {
			return null;
		}
		return new PageKey(name(handler), pattern.toString(), variant(request));
	}

	private static String name(Object handler) {
		if (handler instanceof HandlerMethod method) {
			return method.getBeanType().getSimpleName() + "#" + method.getMethod().getName();
		}
		String name = handler.getClass().getSimpleName();
		// What follows in the name of a lambda is another with each start.
		int lambda = name.indexOf(LAMBDA);
		return (lambda >= 0) ? name.substring(0, lambda + LAMBDA.length()) : name;
	}

	private String variant(HttpServletRequest request) {
		if (this.variants.length == 0) {
			return "";
		}
		StringBuilder joined = new StringBuilder();
		for (PageVariant variant : this.variants) {
			String name = variant.variant(request);
			if (name != null) {
				joined.append(joined.isEmpty() ? "" : ", ").append(name);
			}
		}
		return joined.toString();
	}

}
