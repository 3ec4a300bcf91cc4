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

package dev.preloadhints.monitoring;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.monitoring.PromQl.Condition;
import dev.preloadhints.monitoring.PromQl.Selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PromQlTests {

	@Test
	void selectorsWithTheirConditions() {
		PromQl query = PromQl.parse("""
				sum by (a, b) (rate(one_total{x="1", y=~"2|3"}[$__rate_interval] offset 1h))
				  > on (c) group_left ()
				0.01 * sum(two_count{z!='"'}) and three_max""");
		assertThat(query.selectors()).containsExactly(
				new Selector("one_total", List.of(new Condition("x", "=", "1"), new Condition("y", "=~", "2|3"))),
				new Selector("two_count", List.of(new Condition("z", "!=", "\""))),
				new Selector("three_max", List.of()));
		assertThat(query.labels()).containsExactly("a", "b", "c");
	}

	@Test
	void functionsAndWordsAreNoMetrics() {
		assertThat(PromQl.parse("topk(1, sum by (a) (increase(x[5m]))) unless vector(0) > bool 1").selectors())
			.containsExactly(new Selector("x", List.of()));
	}

	@Test
	void alternativesAreValues() {
		assertThat(new Condition("x", "!~", "a|b").values()).containsExactly("a", "b");
		assertThat(new Condition("x", "=", "a|b").values()).containsExactly("a|b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{job=\"x\"}", "rate(x[5m]) @ end()", "x{a=\"1}", "$x", "sum by (a", "x{a=\"1\"" })
	void whatItCannotReadItRefuses(String expression) {
		assertThatIllegalArgumentException().isThrownBy(() -> PromQl.parse(expression));
	}

}
