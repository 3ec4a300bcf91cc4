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

package dev.preloadhints.actuate;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

import dev.preloadhints.PageKey;

/**
 * The name of a page in a URL: its pattern as far as that is letters, for people, and a
 * checksum of its key, which tells pages apart. The same after a restart and on each
 * instance.
 */
final class PageId {

	private PageId() {
	}

	/** For instance {@code books-slug-1f3a9c2e}; letters, digits and hyphens. */
	static String of(PageKey key) {
		StringBuilder id = new StringBuilder();
		key.pattern().chars().forEach((c) -> {
			if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
				id.append((char) c);
			}
			else if (!id.isEmpty() && id.charAt(id.length() - 1) != '-') {
				id.append('-');
			}
		});
		if (!id.isEmpty() && id.charAt(id.length() - 1) != '-') {
			id.append('-');
		}
		return id.append(checksum(key)).toString();
	}

	private static String checksum(PageKey key) {
		CRC32 checksum = new CRC32();
		String all = key.handler() + '\n' + key.pattern() + '\n' + key.variant();
		checksum.update(all.getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().toHexDigits((int) checksum.getValue());
	}

}
