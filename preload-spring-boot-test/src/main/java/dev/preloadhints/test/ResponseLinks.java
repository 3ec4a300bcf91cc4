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

package dev.preloadhints.test;

import java.util.Collection;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.assertj.core.api.AssertProvider;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.preloadhints.link.LinkHeader;

/**
 * The links of a response, to be asserted with AssertJ:
 * {@code assertThat(ResponseLinks.of(result)).hasPreload("/css/app.css", Destination.STYLE)}.
 */
public final class ResponseLinks implements AssertProvider<ResponseLinksAssert> {

	private final List<ResponseLink> links;

	private ResponseLinks(Collection<String> values) {
		this.links = values.stream()
			.flatMap((value) -> LinkHeader.read(value).stream())
			.map((link) -> new ResponseLink(link.target(), link.parameters()))
			.toList();
	}

	/**
	 * The links that a {@code MockMvcTester} got.
	 * @param result the result of a request
	 * @return its links
	 * @throws IllegalArgumentException if the header is malformed
	 */
	public static ResponseLinks of(MvcTestResult result) {
		return of(result.getResponse());
	}

	/**
	 * The links that {@code MockMvc} got.
	 * @param result the result of a request
	 * @return its links
	 * @throws IllegalArgumentException if the header is malformed
	 */
	public static ResponseLinks of(MvcResult result) {
		return of(result.getResponse());
	}

	/**
	 * The links of a response.
	 * @param response the response
	 * @return its links
	 * @throws IllegalArgumentException if the header is malformed
	 */
	public static ResponseLinks of(HttpServletResponse response) {
		return ofHeader(response.getHeaders(LinkHeader.NAME));
	}

	/**
	 * The links of a response that some other client got.
	 * @param values the values of the {@code Link} header
	 * @return its links
	 * @throws IllegalArgumentException if the header is malformed
	 */
	public static ResponseLinks ofHeader(Collection<String> values) {
		return new ResponseLinks(values);
	}

	/**
	 * The links.
	 * @return in the order of the header
	 */
	public List<ResponseLink> links() {
		return this.links;
	}

	@Override
	public ResponseLinksAssert assertThat() {
		return new ResponseLinksAssert(this);
	}

	@Override
	public String toString() {
		return this.links.toString();
	}

}
