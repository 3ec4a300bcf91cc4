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

package dev.preloadhints.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of a server's HTTP/2 frames: length, type, flags and stream, in
 * hexadecimal, and then the payload.
 */
class TlsRelayTests {

	private static final String SETTINGS = "000000 04 00 00000000";

	private static final String HEADERS_1 = "000001 01 04 00000001 88";

	private static final String HEADERS_3 = "000001 01 04 00000003 88";

	private static final String DATA_1 = "000002 00 00 00000001 4142";

	private static final String EMPTY_103_ON_1 = "000005 01 04 00000001 0803313033";

	private static final String EMPTY_103_ON_3 = "000005 01 04 00000003 0803313033";

	@Test
	void emptyEarlyHintsComeFirstOnEachStream() throws IOException {
		assertThat(copy(SETTINGS + HEADERS_1 + HEADERS_3))
			.isEqualTo(hex(SETTINGS + EMPTY_103_ON_1 + HEADERS_1 + EMPTY_103_ON_3 + HEADERS_3));
	}

	@Test
	void whatFollowsOnAStreamPassesAsItIs() throws IOException {
		String trailers = "000001 01 05 00000001 88";
		assertThat(copy(HEADERS_1 + HEADERS_1 + DATA_1 + trailers))
			.isEqualTo(hex(EMPTY_103_ON_1 + HEADERS_1 + HEADERS_1 + DATA_1 + trailers));
	}

	@Test
	void continuationStaysBehindItsHeaders() throws IOException {
		String open = "000001 01 00 00000001 88";
		String continuation = "000001 09 04 00000001 88";
		assertThat(copy(open + continuation)).isEqualTo(hex(EMPTY_103_ON_1 + open + continuation));
	}

	@Test
	void largeFramePasses() throws IOException {
		String data = "00c350 00 01 00000001" + "5a".repeat(50_000);
		assertThat(copy(data)).isEqualTo(hex(data));
	}

	@Test
	void frameThatBreaksOffIsAnError() {
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> copy("000002 00 00 00000001 41"));
	}

	private static String copy(String frames) throws IOException {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		TlsRelay.copyFrames(new ByteArrayInputStream(HexFormat.of().parseHex(hex(frames))), output);
		return HexFormat.of().formatHex(output.toByteArray());
	}

	private static String hex(String frames) {
		return frames.replace(" ", "");
	}

}
