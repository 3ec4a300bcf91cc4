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

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.preloadhints.link.Omissions.Omission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OmissionsTests {

	private final Omissions omissions = new Omissions();

	@Test
	void countsByReason() {
		this.omissions.add("/a", OmissionReason.MEDIA);
		this.omissions.add("/b", OmissionReason.MEDIA);
		this.omissions.add("/c", OmissionReason.LAZY);
		assertThat(this.omissions.count(OmissionReason.MEDIA)).isEqualTo(2);
		assertThat(this.omissions.count(OmissionReason.LAZY)).isEqualTo(1);
		assertThat(this.omissions.count(OmissionReason.SCHEME)).isZero();
	}

	@Test
	void namesThemInOrder() {
		this.omissions.add("/b", OmissionReason.MEDIA);
		this.omissions.add("/a", OmissionReason.LAZY);
		assertThat(this.omissions.named()).containsExactly(new Omission("/b", OmissionReason.MEDIA),
				new Omission("/a", OmissionReason.LAZY));
	}

	@Test
	void countsAllButNamesNoMoreThanSixtyFour() {
		for (int i = 0; i < 1000; i++) {
			this.omissions.add("/" + i, OmissionReason.LAZY);
		}
		assertThat(this.omissions.count(OmissionReason.LAZY)).isEqualTo(1000);
		assertThat(this.omissions.named()).hasSize(64).last().extracting(Omission::url).isEqualTo("/63");
	}

	@Test
	void addsOthersWithTheirCounts() {
		Omissions others = new Omissions();
		for (int i = 0; i < 100; i++) {
			others.add("/" + i, OmissionReason.LAZY);
		}
		this.omissions.add("/first", OmissionReason.LAZY);
		this.omissions.addAll(others);
		assertThat(this.omissions.count(OmissionReason.LAZY)).isEqualTo(101);
		assertThat(this.omissions.named()).hasSize(64).first().extracting(Omission::url).isEqualTo("/first");
		assertThat(others.count(OmissionReason.LAZY)).isEqualTo(100);
	}

	@Test
	void showsNamesThatCannotBeChanged() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> this.omissions.named().add(new Omission("/a", OmissionReason.URL)));
	}

	@ParameterizedTest
	@EnumSource
	void describesEveryReasonForAMeterAndForAReader(OmissionReason reason) {
		assertThat(reason.value()).matches("[a-z]+(_[a-z]+)*");
		assertThat(reason.description()).isNotBlank().doesNotEndWith(".");
	}

	@Test
	void describesNoTwoReasonsAlike() {
		assertThat(Arrays.stream(OmissionReason.values()).map(OmissionReason::description)).doesNotHaveDuplicates();
	}

}
