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

package dev.preloadhints.measure;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuartilesTests {

	@Test
	void orderDoesNotMatter() {
		assertThat(Quartiles.of(List.of(50.0, 10.0, 30.0, 20.0, 40.0))).isEqualTo(new Quartiles(20, 30, 40));
	}

	@Test
	void whatLiesBetweenTwoValuesIsInterpolated() {
		assertThat(Quartiles.of(List.of(1.0, 2.0, 3.0, 4.0))).isEqualTo(new Quartiles(1.75, 2.5, 3.25));
	}

	@Test
	void oneValueIsAllThereIs() {
		assertThat(Quartiles.of(List.of(7.0))).isEqualTo(new Quartiles(7, 7, 7));
	}

	@Test
	void oneThatIsFarOffMovesTheMedianLittle() {
		assertThat(Quartiles.of(List.of(100.0, 101.0, 102.0, 103.0, 9000.0)).median()).isEqualTo(102);
	}

	@Test
	void middleHalvesOverlapOrNot() {
		Quartiles quartiles = new Quartiles(10, 15, 20);
		assertThat(quartiles.overlaps(new Quartiles(18, 25, 30))).isTrue();
		assertThat(quartiles.overlaps(new Quartiles(5, 7, 10))).isTrue();
		assertThat(quartiles.overlaps(new Quartiles(12, 13, 14))).isTrue();
		assertThat(quartiles.overlaps(new Quartiles(21, 25, 30))).isFalse();
		assertThat(quartiles.overlaps(new Quartiles(1, 2, 3))).isFalse();
	}

}
