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

package dev.preloadhints.tests.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/**
 * The content of an answer, byte by byte as it came.
 */
public final class Content {

	private final byte[] bytes;

	Content(byte[] bytes) {
		this.bytes = bytes;
	}

	/**
	 * The bytes as they came.
	 * @return a copy of them
	 */
	public byte[] bytes() {
		return this.bytes.clone();
	}

	/**
	 * The number of bytes that came.
	 * @return the length
	 */
	public int length() {
		return this.bytes.length;
	}

	/**
	 * The text.
	 * @return what it is as UTF-8
	 */
	public String text() {
		return text(StandardCharsets.UTF_8);
	}

	/**
	 * The text.
	 * @param charset how it is encoded
	 * @return what it is in that encoding
	 */
	public String text(Charset charset) {
		return new String(this.bytes, charset);
	}

	/**
	 * Edit the text.
	 * @param edit what to do to it, as UTF-8
	 * @return the edited content
	 */
	public Content edit(UnaryOperator<String> edit) {
		return new Content(edit.apply(text()).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Decompress the content.
	 * @return what was compressed with gzip
	 */
	public Content gunzip() {
		try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(this.bytes))) {
			return new Content(in.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Content content && Arrays.equals(this.bytes, content.bytes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.bytes);
	}

	@Override
	public String toString() {
		return text();
	}

}
