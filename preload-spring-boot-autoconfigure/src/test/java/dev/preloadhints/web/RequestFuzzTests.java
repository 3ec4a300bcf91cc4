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

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.ForwardedHeaderFilter;

import dev.preloadhints.link.LinkHeader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any request is decided about, and fails nothing. Without more ado, the seeds beside
 * this class are sent; CONTRIBUTING says how to look for others.
 */
class RequestFuzzTests {

	private static final String STYLE = "</style.css>; rel=preload; as=style";

	/**
	 * The same request three times, and after it ordinary ones, which it does not teach
	 * anything.
	 * @param request its method, target and header fields, a line each; a field's value
	 * may be anything else; the field {@code Link} is what the application sets
	 */
	@FuzzTest(maxDuration = "5m")
	void anyRequestIsDecidedAbout(byte[] request) {
		String[] lines = new String(request, StandardCharsets.UTF_8).split("\n", 30);
		if (lines.length < 2) {
			return;
		}
		try (TestApplication application = new TestApplication(List.of((http) -> http.getHeader("X-Tenant")))) {
			for (int i = 1; i <= 3; i++) {
				MockHttpServletResponse response = send(application, lines);
				assertThat(application.decisions()).hasSizeLessThanOrEqualTo(i);
				assertThat(response.getHeaders("Link")).allMatch((value) -> LinkHeader.count(value) <= value.length());
				application.settle();
			}
			assertThat(application.failures()).isEmpty();
			for (int i = 0; i < 3; i++) {
				application.page(navigation("/page"), new MockHttpServletResponse(), "/style.css");
				application.settle();
			}
			assertThat(application.failures()).isEmpty();
			assertThat(application.hints()).isSubsetOf(STYLE);
			assertThat(application.store().size()).isLessThanOrEqualTo(2);
		}
	}

	private static MockHttpServletResponse send(TestApplication application, String[] lines) {
		MockHttpServletRequest request = new MockHttpServletRequest(lines[0], lines[1]);
		request.setProtocol("HTTP/2.0");
		MockHttpServletResponse response = new MockHttpServletResponse();
		for (int i = 2; i < lines.length; i++) {
			int colon = lines[i].indexOf(':');
			String name = (colon > 0) ? lines[i].substring(0, colon) : "";
			if (name.equalsIgnoreCase("Link")) {
				response.addHeader("Link", lines[i].substring(colon + 1));
			}
			else if (name.matches("[A-Za-z-]+") && !name.equalsIgnoreCase("Content-Type")
					&& !name.equalsIgnoreCase("Cookie") && !name.equalsIgnoreCase("Accept-Language")) {
				request.addHeader(name, lines[i].substring(colon + 1).strip());
			}
		}
		// The servlet and the filters of Spring, as they are in an application.
		MockFilterChain chain = new MockFilterChain(new PageServlet(application), new ForwardedHeaderFilter());
		application.resource(request, response, chain);
		return response;
	}

	static MockHttpServletRequest navigation(String path) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setProtocol("HTTP/2.0");
		request.addHeader("Sec-Fetch-Mode", "navigate");
		request.addHeader("Sec-Fetch-Dest", "document");
		return request;
	}

}
