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

package dev.preloadhints.asset;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * The one spelling of a resource's path. A path has as many as a visitor likes: encoded
 * letters, path parameters, repeated slashes.
 */
public final class AssetPath {

	/** No URL worth a hint is longer. */
	private static final int MAX_LENGTH = 512;

	/**
	 * Lone percent signs, control characters, steps up and slashes in a name: no file has
	 * such a name.
	 */
	private static final Pattern NO_FILE = Pattern
		.compile("%(?![0-9A-Fa-f]{2})|%[01]|%7[Ff]|%2[EeFf]|%5[Cc]|\\.\\.|\\\\");

	private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

	private static final Pattern SLASHES = Pattern.compile("//+");

	private AssetPath() {
	}

	/**
	 * The spelling by which a path is known.
	 * @param path path within the application, percent-encoded, without a query
	 * @return the same path for all of its spellings, or {@code null} if no resource can
	 * have it
	 */
	public static @Nullable String canonical(String path) {
		if (path.length() > MAX_LENGTH || !path.startsWith("/")) {
			return null;
		}
		if (isPlain(path)) {
			return path;
		}
		if (NO_FILE.matcher(path).find()) {
			return null;
		}
		String plain = SLASHES.matcher(PARAMETERS.matcher(path).replaceAll("")).replaceAll("/");
		// A semicolon that is left is a part of the name.
		return UriUtils.encodePath(decode(plain), StandardCharsets.UTF_8).replace(";", "%3B");
	}

	/** Nearly all are: letters, digits, single dots and slashes. */
	private static boolean isPlain(String path) {
		char previous = ' ';
		for (int i = 0; i < path.length(); i++) {
			char c = path.charAt(i);
			boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
					|| c == '_' || c == '~' || ((c == '.' || c == '/') && c != previous);
			if (!plain) {
				return false;
			}
			previous = c;
		}
		return true;
	}

	/**
	 * Whether a path is spelled as browsers spell it that read it in a page.
	 * @param path path within the application
	 * @return {@code true} if it is the spelling by which it is known
	 */
	public static boolean isCanonical(String path) {
		return path.equals(canonical(path));
	}

	/** The name of the file. */
	static String decode(String path) {
		return StringUtils.uriDecode(path, StandardCharsets.UTF_8);
	}

}
