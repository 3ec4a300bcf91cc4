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

package dev.preloadhints.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SupportedSpringBoot}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SupportedSpringBootTests {

	private static final String ANOTHER = "org.example.AnotherAutoConfiguration";

	@ParameterizedTest
	@ValueSource(strings = { "2.7.18", "3.0.0", "3.2.12", "3.4.13", "3.4.0-SNAPSHOT", "1.5.22.RELEASE" })
	void leavesAllOfOursOutBefore(String version, CapturedOutput output) {
		List<String> ours = ImportCandidates.load(org.springframework.boot.autoconfigure.AutoConfiguration.class, null)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("dev.preloadhints."))
			.toList();
		assertThat(ours).hasSizeGreaterThan(3);
		assertThat(match(version, ours.toArray(String[]::new))).doesNotContain(true);
		assertThat(match(version, ANOTHER, null)).containsOnly(true);
		assertThat(output)
			.containsOnlyOnce("Preload is off: it needs Spring Boot 3.5 or later, and this is " + version);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "3.5.0", "3.5.0-M1", "3.5.16", "3.10.1", "4.0.0", "4.2.0-M1", "10.0.0", "unknown" })
	void leavesThemFrom(@Nullable String version, CapturedOutput output) {
		assertThat(match(version, PreloadAutoConfiguration.class.getName(), null, ANOTHER)).containsOnly(true);
		assertThat(output).doesNotContain("Preload is off");
	}

	@Test
	void isFound() {
		assertThat(SpringFactoriesLoader.loadFactories(AutoConfigurationImportFilter.class, null))
			.hasAtLeastOneElementOfType(SupportedSpringBoot.class);
	}

	private static boolean[] match(@Nullable String version, @Nullable String... classes) {
		return new SupportedSpringBoot(version).match(classes, mock(AutoConfigurationMetadata.class));
	}

}
