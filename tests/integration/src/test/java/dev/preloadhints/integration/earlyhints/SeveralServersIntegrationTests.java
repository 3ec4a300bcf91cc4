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

package dev.preloadhints.integration.earlyhints;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several servers in one JVM, one of which is closed before the other.
 */
class SeveralServersIntegrationTests {

	private static final String PAGE = EarlyHintsServer.page("style", "/css/app.css", "module", "/js/module.js");

	@Test
	void knowNothingOfEachOther() {
		try (EarlyHintsServer one = EarlyHintsServer.cacheable();
				EarlyHintsServer other = EarlyHintsServer.cacheable()) {
			one.learn(PAGE);
			assertThat(other.navigate(PAGE).isHinted()).isFalse();
			one.close();
			other.learn(PAGE);
			assertThat(other.navigate(PAGE).isHinted()).isTrue();
		}
	}

}
