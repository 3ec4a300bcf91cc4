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

package dev.preloadhints.earlyhints.sender;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

import dev.preloadhints.EarlyHintsSender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link InterimResponse}.
 */
class InterimResponseTests {

	private static final String LINKS = "</a.css>; rel=preload; as=style";

	private final RecordingSender sender = new RecordingSender();

	private final InterimResponse interimResponse = new InterimResponse(List.of(this.sender));

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void sendsLinksAndNoCookies() throws Exception {
		this.response.addHeader("Set-Cookie", "a=1");
		this.response.addHeader("Set-Cookie", "b=2");
		this.response.addHeader("Link", "</own>; rel=next");
		this.response.addHeader("Link", "</own>; rel=prev");
		assertThat(this.interimResponse.send(this.response, LINKS)).isTrue();
		assertThat(this.sender.links).containsExactly(List.of(LINKS));
		assertThat(this.sender.cookies).containsExactly(List.of());
		assertThat(this.response.getHeaders("Link")).containsExactly("</own>; rel=next", "</own>; rel=prev");
		assertThat(this.response.getHeaders("Set-Cookie")).containsExactly("a=1", "b=2");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Connection", "keep-alive", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Proxy-Connection",
					"Content-Language", "Content-Encoding", "content-disposition", "Content-Range", "ETag" })
	void sendsNothingThatIsAboutTheFinalMessage(String name) throws Exception {
		this.response.addHeader(name, "value");
		this.response.addHeader("Content-Security-Policy", "default-src 'self'");
		assertThat(this.interimResponse.send(this.response, LINKS)).isTrue();
		assertThat(this.sender.names).containsExactly(List.of("Content-Security-Policy", "Link"));
		assertThat(this.response.getHeaders(name)).containsExactly("value");
		assertThat(this.response.getHeaderNames()).hasSize(2);
	}

	@Test
	void leavesNoLinkBehind() throws Exception {
		this.interimResponse.send(this.response, LINKS);
		assertThat(this.response.containsHeader("Link")).isFalse();
	}

	@Test
	void passesWrappersBy() throws Exception {
		HttpServletResponse wrapped = new HttpServletResponseWrapper(new HttpServletResponseWrapper(this.response));
		assertThat(this.interimResponse.isSupported(wrapped, "HTTP/2.0")).isTrue();
		this.interimResponse.send(wrapped, LINKS);
		assertThat(this.sender.responses).containsExactly(this.response);
	}

	@Test
	void sendsNothingWithACookieThatTheContainerKeeps() throws Exception {
		MockHttpServletResponse keeping = new KeepingResponse();
		keeping.addHeader("Set-Cookie", "a=1");
		assertThat(this.interimResponse.send(keeping, LINKS)).isFalse();
		assertThat(this.sender.links).isEmpty();
		assertThat(keeping.getHeaders("Set-Cookie")).containsExactly("a=1");
		assertThat(keeping.containsHeader("Link")).isFalse();
	}

	@Test
	void leavesAnEmptyFieldWhereTheContainerKeepsIt() throws Exception {
		MockHttpServletResponse keeping = new KeepingResponse();
		assertThat(this.interimResponse.send(keeping, LINKS)).isTrue();
		assertThat(keeping.getHeaders("Link")).containsExactly("");
	}

	@Test
	void restoresTheResponseWhenSendingFails() {
		this.sender.failure = new IOException("gone");
		this.response.addHeader("Link", "</own>; rel=next");
		this.response.addHeader("Set-Cookie", "a=1");
		assertThatIOException().isThrownBy(() -> this.interimResponse.send(this.response, LINKS));
		assertThat(this.response.getHeaders("Link")).containsExactly("</own>; rel=next");
		assertThat(this.response.getHeaders("Set-Cookie")).containsExactly("a=1");
	}

	@Test
	void sendsNothingOnAnUnknownContainer() throws Exception {
		InterimResponse none = new InterimResponse(
				List.of(new TomcatEarlyHintsSender(), new JettyEarlyHintsSender(), new ServletEarlyHintsSender()));
		assertThat(none.isSupported(this.response, "HTTP/2.0")).isFalse();
		assertThat(none.send(this.response, LINKS)).isFalse();
		assertThat(this.response.getHeaderNames()).isEmpty();
	}

	@Test
	void isNotForHttp1UnlessTheSenderSaysSo() {
		assertThat(this.interimResponse.isSupported(this.response, "HTTP/1.1")).isFalse();
		this.sender.http1 = true;
		assertThat(this.interimResponse.isSupported(this.response, "HTTP/1.1")).isTrue();
		assertThat(new TomcatEarlyHintsSender().supportsHttp1()).isFalse();
		assertThat(new JettyEarlyHintsSender().supportsHttp1()).isTrue();
		assertThat(new ServletEarlyHintsSender().supportsHttp1()).isFalse();
	}

	@Test
	void findsTheMethodOfTomcat() {
		assertThat(new TomcatEarlyHintsSender().isAvailable()).isTrue();
	}

	/** As Tomcat 10.1, which ignores a null value. */
	private static final class KeepingResponse extends MockHttpServletResponse {

		@Override
		public void setHeader(String name, @Nullable String value) {
			if (value != null) {
				super.setHeader(name, value);
			}
		}

	}

	private static final class RecordingSender implements EarlyHintsSender {

		private final List<List<String>> links = new ArrayList<>();

		private final List<List<String>> cookies = new ArrayList<>();

		private final List<List<String>> names = new ArrayList<>();

		private final List<HttpServletResponse> responses = new ArrayList<>();

		private @Nullable IOException failure;

		private boolean http1;

		@Override
		public boolean supportsHttp1() {
			return this.http1;
		}

		@Override
		public boolean supports(Class<? extends HttpServletResponse> containerResponse) {
			return true;
		}

		@Override
		public void send(HttpServletResponse containerResponse) throws IOException {
			if (this.failure != null) {
				throw this.failure;
			}
			this.responses.add(containerResponse);
			this.names.add(List.copyOf(containerResponse.getHeaderNames()));
			this.links.add(List.copyOf(containerResponse.getHeaders("Link")));
			this.cookies.add(List.copyOf(containerResponse.getHeaders("Set-Cookie")));
		}

	}

}
