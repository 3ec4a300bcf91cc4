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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DocumentRequests}.
 */
class DocumentRequestsTests {

	@ParameterizedTest
	@CsvSource({ "GET, true", "HEAD, true", "POST, false", "PUT, false", "OPTIONS, false" })
	void takesMethodsThatShowAPage(String method, boolean expected) {
		assertThat(DocumentRequests.isDocument(new MockHttpServletRequest(method, "/"))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "Sec-Fetch-Dest, document, true", "Sec-Fetch-Dest, iframe, true", "Sec-Fetch-Dest, frame, true",
			"Sec-Fetch-Dest, empty, false", "Sec-Fetch-Dest, image, false", "Sec-Fetch-Dest, script, false",
			"HX-Request, true, false", "Turbo-Frame, cart, false", "X-Requested-With, XMLHttpRequest, false",
			"X-Requested-With, com.example.app, true" })
	void refusesWhatAScriptAsksFor(String name, String value, boolean expected) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
		request.addHeader(name, value);
		assertThat(DocumentRequests.isDocument(request)).isEqualTo(expected);
	}

}
