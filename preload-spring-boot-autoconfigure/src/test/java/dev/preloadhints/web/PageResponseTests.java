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

import java.io.IOException;
import java.io.PrintWriter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageResponse} where no page is rendered. What it does to pages is
 * tested where they are sent.
 */
class PageResponseTests {

	private final MockHttpServletResponse container = new MockHttpServletResponse();

	private final PageResponse response = new PageResponse(new MockHttpServletRequest(), this.container);

	@BeforeEach
	void encode() {
		this.container.setCharacterEncoding("UTF-8");
	}

	@Test
	void handsEverythingOnAsItComes() throws IOException {
		PrintWriter writer = this.response.getWriter();
		writer.append("a").append('b').append("xcx", 1, 2).print(1);
		writer.write(new char[] { 'x', 'd' }, 1, 1);
		writer.write('ü');
		writer.printf("%s", true);
		writer.println("e");
		MockHttpServletResponse other = new MockHttpServletResponse();
		other.getWriter().println("e");
		assertThat(this.container.getContentAsString()).isEqualTo("abc1dütrue" + other.getContentAsString());
		assertThat(this.response.getWriter()).isSameAs(writer);
	}

	@Test
	void flushesWhatIsNoPage() throws IOException {
		this.response.getWriter().write("<head>");
		assertThat(this.container.isCommitted()).isFalse();
		this.response.getWriter().flush();
		assertThat(this.container.isCommitted()).isTrue();
	}

	@Test
	void flushesTheBufferOfWhatIsNoPage() throws IOException {
		this.response.flushBuffer();
		assertThat(this.container.isCommitted()).isTrue();
		assertThat(this.response.getWriter().checkError()).isFalse();
	}

}
