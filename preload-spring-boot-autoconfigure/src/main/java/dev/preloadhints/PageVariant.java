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

package dev.preloadhints;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/**
 * Tells apart what is one page to Spring MVC, but needs different resources: by tenant,
 * locale, kind of device. If there are several beans of this type, their answers are
 * joined.
 * <p>
 * Each answer is learned separately, so there must be few of them, whatever the request.
 * Never return a header, a parameter or a locale as it comes. Return one of those that
 * the application has resources for, and {@code null} for all others.
 */
@FunctionalInterface
public interface PageVariant {

	/**
	 * Name the variant.
	 * @param request the request for the page
	 * @return the variant, or {@code null} if this request is for the ordinary one
	 */
	@Nullable String variant(HttpServletRequest request);

}
