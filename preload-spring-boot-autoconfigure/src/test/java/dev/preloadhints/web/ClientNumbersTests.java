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

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClientNumbers}.
 */
class ClientNumbersTests {

	private final ClientNumbers clients = new ClientNumbers();

	@Test
	void tellsNeighboursApart() {
		Set<Integer> numbers = new HashSet<>();
		for (int i = 0; i < 256; i++) {
			numbers.add(this.clients.number(request("10.0.0." + i, null)));
			numbers.add(this.clients.number(request("10.0.0.1", "10.0.0." + i)));
		}
		assertThat(numbers).hasSize(2 * 256);
	}

	@Test
	void saysByWhatAClientWasTold() {
		MockHttpServletRequest session = request("10.0.0.1", null);
		session.getSession();
		assertThat(this.clients.number(request("10.0.0.1", "alice")) >>> 30).isZero();
		assertThat(this.clients.number(session) >>> 30).isEqualTo(1);
		assertThat(this.clients.number(request("10.0.0.1", null)) >>> 30).isEqualTo(2);
	}

	@Test
	void takesTheAddressesOfOneNetworkForOneClient() {
		int number = this.clients.network(request("2001:db8:1:2:3:4:5:6", "alice"));
		assertThat(this.clients.network(request("2001:db8:1:ffff::1", "bob"))).isEqualTo(number);
		assertThat(this.clients.network(request("2001:db8:2:2:3:4:5:6", "alice"))).isNotEqualTo(number);
		assertThat(this.clients.network(request("10.0.0.1", "alice")))
			.isEqualTo(this.clients.network(request("10.0.0.1", null)))
			.isNotEqualTo(this.clients.network(request("10.0.0.2", null)));
		assertThat(this.clients.network(request("::1", null))).isNotEqualTo(number);
	}

	private static MockHttpServletRequest request(String address, String user) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		if (user != null) {
			request.setUserPrincipal(() -> user);
		}
		return request;
	}

}
