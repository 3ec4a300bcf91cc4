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

package dev.preloadhints.header;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResponseField}.
 */
class ResponseFieldTests {

	private final ResponseField field = new ResponseField("Link");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void addsBesideTheApplicationsValues() {
		this.response.addHeader("Link", "<own>");
		this.field.add(this.response, "<a>");
		this.field.add(this.response, "<b>");
		assertThat(this.response.getHeaders("Link")).containsExactly("<own>", "<a>", "<b>");
		assertThat(this.field.others(this.response)).containsExactly("<own>");
	}

	@Test
	void replacesAllItsValuesByOne() {
		this.response.addHeader("Link", "<own>");
		this.field.add(this.response, "<a>");
		this.field.add(this.response, "<b>");
		this.response.addHeader("Link", "<own2>");
		this.field.replace(this.response, this.field.others(this.response), "<c>");
		assertThat(this.response.getHeaders("Link")).containsExactly("<own>", "<own2>", "<c>");
	}

	@Test
	void keepsAnApplicationsValueThatIsLikeItsOwn() {
		this.response.addHeader("Link", "<a>");
		this.field.add(this.response, "<a>");
		this.field.clear(this.response);
		assertThat(this.response.getHeaders("Link")).containsExactly("<a>");
	}

	@Test
	void clearsTheFieldWhereAllOfItIsOurs() {
		this.field.add(this.response, "<a>");
		this.field.clear(this.response);
		assertThat(this.response.containsHeader("Link")).isFalse();
	}

	@Test
	void emptiesTheFieldWhereTheContainerKeepsIt() {
		MockHttpServletResponse keeping = new MockHttpServletResponse() {

			@Override
			public void setHeader(String name, @Nullable String value) {
				if (value != null) {
					super.setHeader(name, value);
				}
			}

		};
		this.field.add(keeping, "<a>");
		this.field.clear(keeping);
		assertThat(keeping.getHeaders("Link")).containsExactly("");
	}

	@Test
	void clearingNothingTouchesNothing() {
		this.response.addHeader("Link", "<own>");
		this.field.clear(this.response);
		assertThat(this.response.getHeaders("Link")).containsExactly("<own>");
	}

}
