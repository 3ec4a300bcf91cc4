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

package dev.preloadhints.request;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestPaths}.
 */
class RequestPathsTests {

	private final MockServletContext servletContext = new MockServletContext();

	@ParameterizedTest
	@CsvSource({ "'', /a/b, /a/b", "/shop, /shop/a, /a", "/shop, /shop, ''", "/shop, /%73hop/a, /a" })
	void pathThatIsAnswered(String contextPath, String path, String within) {
		assertThat(RequestPaths.within(request(contextPath, path))).isEqualTo(within);
	}

	@Test
	void pathThatTheBrowserAskedFor() {
		MockHttpServletRequest request = request("", "/books");
		assertThat(RequestPaths.requested(request)).isEqualTo("/books");
		request.setAttribute(RequestDispatcher.FORWARD_REQUEST_URI, "/en/books");
		assertThat(RequestPaths.requested(request)).isEqualTo("/en/books");
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/gone");
		assertThat(RequestPaths.requested(request)).isEqualTo("/gone");
	}

	@ParameterizedTest
	@CsvSource({ "/shop, '', /gone, /shop/gone", "/shop, '', /shop/gone, /shop/gone",
			"/shop, /app, /app/gone, /shop/gone", "/app, /app, /app/gone, /app/gone", "'', /app, /app/gone, /gone" })
	void contextPathThatTheContainerDoesNotKnow(String contextPath, String containers, String failed, String expected) {
		this.servletContext.setContextPath(containers);
		MockHttpServletRequest request = request(contextPath, contextPath + "/error");
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, failed);
		assertThat(RequestPaths.requested(request)).isEqualTo(expected);
	}

	@Test
	void forwardsAreTheBrowsersRequestIfAFilterMakesThem() {
		MockHttpServletRequest request = request("", "/books");
		request.setDispatcherType(DispatcherType.FORWARD);
		assertThat(RequestPaths.isBrowsers(request)).as("by a handler").isFalse();
		RequestPaths.forwardedByFilter(request);
		assertThat(RequestPaths.isBrowsers(request)).isTrue();
		MockHttpServletRequest failed = request("", "/error");
		failed.setDispatcherType(DispatcherType.FORWARD);
		failed.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/books");
		RequestPaths.forwardedByFilter(failed);
		assertThat(RequestPaths.isBrowsers(failed)).isFalse();
	}

	private MockHttpServletRequest request(String contextPath, String path) {
		MockHttpServletRequest request = new MockHttpServletRequest(this.servletContext, "GET", path);
		request.setContextPath(contextPath);
		return request;
	}

}
