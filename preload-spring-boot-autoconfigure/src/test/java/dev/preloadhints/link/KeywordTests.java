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

package dev.preloadhints.link;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the keywords of HTML and HTTP that are enumerations here.
 */
class KeywordTests {

	@ParameterizedTest
	@CsvSource({ "anonymous, ANONYMOUS", "'', ANONYMOUS", "anything, ANONYMOUS", "no-cors, ANONYMOUS",
			"use-credentials, USE_CREDENTIALS", "Use-Credentials, USE_CREDENTIALS" })
	void readsCrossOriginAsABrowserDoes(String value, CrossOrigin expected) {
		assertThat(CrossOrigin.of(value)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "style, STYLE", "' FONT ', FONT", "Image, IMAGE", "script, SCRIPT", "fetch, FETCH", "track, TRACK" })
	void readsDestinations(String value, Destination expected) {
		assertThat(Destination.of(value)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "document", "video", "worker", "styles", "none" })
	void knowsNoOtherDestination(String value) {
		assertThat(Destination.of(value)).isEqualTo(Destination.NONE);
	}

	@Test
	void namesTheDestinations() {
		assertThat(Destination.allowedValues()).isEqualTo("fetch, font, image, script, style, track");
	}

	@ParameterizedTest
	@CsvSource({ "high, HIGH", "LOW, LOW", "auto, AUTO", "'', AUTO", "urgent, AUTO" })
	void readsFetchPriorityAsABrowserDoes(String value, FetchPriority expected) {
		assertThat(FetchPriority.of(value)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "preload, PRELOAD", "ModulePreload, MODULEPRELOAD", "preconnect, PRECONNECT",
			"dns-prefetch, DNS_PREFETCH", "prefetch,", "'',", "stylesheet," })
	void readsRelations(String value, LinkRelation expected) {
		assertThat(LinkRelation.of(value)).isEqualTo(expected);
	}

}
