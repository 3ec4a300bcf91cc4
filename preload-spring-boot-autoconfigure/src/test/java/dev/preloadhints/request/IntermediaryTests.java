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

import jakarta.servlet.ServletConnection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link Intermediary}.
 */
class IntermediaryTests {

	private final ConnectedRequest request = new ConnectedRequest();

	@Test
	void isAbsentWhereABrowserSpeaks() {
		for (String name : new String[] { "Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding",
				"Referer", "Cookie", "Upgrade-Insecure-Requests", "Sec-Fetch-Mode", "Sec-Fetch-User", "Sec-CH-UA",
				"Priority", "Cache-Control", "If-None-Match", "DNT", "Sec-GPC", "X-Requested-With", "Save-Data", "CF",
				"X-Envoy", "Vial" }) {
			this.request.addHeader(name, "value");
		}
		assertThat(Intermediary.isPresent(this.request)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Forwarded", "via", "X-Forwarded-For", "x-forwarded-proto", "X-FORWARDED-HOST",
			"X-Forwarded-Prefix", "X-Forwarded-Anything", "X-Real-IP", "True-Client-IP", "CF-Connecting-IP", "CF-Ray",
			"CDN-Loop", "X-Envoy-External-Address", "Fastly-Client-IP", "X-Amz-Cf-Id", "X-Amzn-Trace-Id",
			"X-Azure-ClientIP", "X-Cluster-Client-IP", "X-Original-Forwarded-For", "X-Request-Id" })
	void isToldByAField(String name) {
		this.request.addHeader(name, "");
		assertThat(Intermediary.isPresent(this.request)).isTrue();
	}

	@Test
	void isToldByAFieldThatAWrapperHides() {
		this.request.addHeader("X-Forwarded-For", "198.51.100.1");
		HttpServletRequest hiding = mock(HttpServletRequestWrapper.class);
		given(((HttpServletRequestWrapper) hiding).getRequest()).willReturn(this.request);
		assertThat(Intermediary.isPresent(new HttpServletRequestWrapper(hiding))).isTrue();
	}

	@Test
	void isToldByTomcat() {
		this.request.setAttribute("org.apache.tomcat.request.forwarded", true);
		assertThat(Intermediary.isPresent(this.request)).isTrue();
	}

	@Test
	void isToldByCleartextHttp2() {
		this.request.connectionSecure = false;
		// As a proxy says that is believed.
		this.request.setSecure(true);
		assertThat(Intermediary.isPresent(this.request)).isTrue();
	}

	@Test
	void isNotToldByCleartextHttp1() {
		this.request.setProtocol("HTTP/1.1");
		this.request.connectionSecure = false;
		assertThat(Intermediary.isPresent(this.request)).isFalse();
		this.request.addHeader("Via", "1.1 proxy");
		assertThat(Intermediary.isPresent(this.request)).isTrue();
	}

	/** A request over a connection. */
	private static final class ConnectedRequest extends MockHttpServletRequest {

		private boolean connectionSecure = true;

		ConnectedRequest() {
			setProtocol("HTTP/2.0");
		}

		@Override
		public @Nullable ServletConnection getServletConnection() {
			ServletConnection connection = mock(ServletConnection.class);
			given(connection.isSecure()).willReturn(this.connectionSecure);
			return connection;
		}

	}

}
