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

/**
 * What makes two requests the same page: the handler and its pattern, never the URL that
 * one user asked for.
 *
 * @param handler the handler, such as {@code BookController#book}
 * @param pattern the pattern that it is mapped to, such as {@code /books/{slug}}, or
 * {@code /**} if it is mapped by other means
 * @param variant what else the page's resources depend on, such as a tenant; may be empty
 */
public record PageKey(String handler, String pattern, String variant) {

	@Override
	public String toString() {
		return this.pattern + " (" + this.handler + ")" + (this.variant.isEmpty() ? "" : " [" + this.variant + "]");
	}

}
