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

package dev.preloadhints.integration;

/**
 * The headers that more than one test expects.
 */
final class Headers {

	/** Of {@code pages/style}. */
	static final String STYLE = "</css/app.css>; rel=preload; as=style";

	/**
	 * Of {@code pages/plain}: its links in the order of their gain, not of the document.
	 */
	static final String PLAIN = "<https://cdn.example.com>; rel=preconnect; crossorigin, "
			+ "</css/app.css>; rel=preload; as=style, "
			+ "</fonts/text.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin, "
			+ "</js/blocking.js>; rel=preload; as=script, "
			+ "</img/hero.jpg>; rel=preload; as=image; fetchpriority=high, " + "</js/module.js>; rel=modulepreload, "
			+ "</js/late.js>; rel=preload; as=script";

	private Headers() {
	}

}
