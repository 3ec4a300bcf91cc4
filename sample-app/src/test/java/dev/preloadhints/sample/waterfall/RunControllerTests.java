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

package dev.preloadhints.sample.waterfall;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class RunControllerTests {

	private final Runs runs = mock();

	private final RunController controller = new RunController(this.runs);

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "127.0.0.1", "[::1]" })
	void thisMachineIsServed(String name) {
		given(this.runs.of(any())).willReturn(Optional.empty());
		assertThatNoException()
			.isThrownBy(() -> this.controller.check(request(name, "127.0.0.1"), "https://" + name + ":8443"));
	}

	@Test
	void otherMachineIsRefused() {
		given(this.runs.of(any())).willReturn(Optional.empty());
		assertRefused(request("localhost", "192.0.2.7"), "https://localhost:8443");
	}

	/** A site of somebody else whose name was made to point to this machine. */
	@Test
	void otherNameOfThisMachineIsRefused() {
		given(this.runs.of(any())).willReturn(Optional.empty());
		assertRefused(request("rebound.example.com", "127.0.0.1"), "https://rebound.example.com:8443");
	}

	@Test
	void pageOfARunIsRefused() {
		given(this.runs.of(any())).willReturn(Optional.of(mock(Run.class)));
		assertRefused(request("localhost", "127.0.0.1"), "https://localhost:8443");
	}

	private void assertRefused(MockHttpServletRequest request, String origin) {
		assertThatExceptionOfType(ResponseStatusException.class)
			.isThrownBy(() -> this.controller.check(request, origin))
			.satisfies((ex) -> assertThat(ex.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN));
	}

	private static MockHttpServletRequest request(String name, String remoteAddress) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/waterfall/runs");
		request.setScheme("https");
		request.setServerName(name);
		request.setServerPort(8443);
		request.setRemoteAddr(remoteAddress);
		return request;
	}

}
