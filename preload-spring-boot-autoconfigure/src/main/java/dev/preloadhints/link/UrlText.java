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
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a URL's text, as the
 * <a href="https://url.spec.whatwg.org/#concept-basic-url-parser">URL standard's
 * parser</a> reads them.
 */
final class UrlText {

	/** Host and port, without user information. */
	private static final Pattern AUTHORITY = Pattern.compile("([a-z0-9._-]+|\\[[0-9a-f:.]+])(?::([0-9]{0,5}))?");

	private UrlText() {
	}

	/** Without what browsers remove: spaces around, line breaks, the fragment. */
	static String clean(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && text.charAt(start) <= ' ') {
			start++;
		}
		while (end > start && text.charAt(end - 1) <= ' ') {
			end--;
		}
		StringBuilder cleaned = null;
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (c == '#') {
				end = i;
			}
			else if (c == '\t' || c == '\n' || c == '\r') {
				cleaned = (cleaned != null) ? cleaned : new StringBuilder(end - start).append(text, start, i);
			}
			else if (cleaned != null) {
				cleaned.append(c);
			}
		}
		return (cleaned != null) ? cleaned.toString() : text.substring(start, end);
	}

	/** Where a scheme ends, or less than 1 if there is none. */
	static int schemeEnd(String url) {
		for (int i = 0; i < url.length(); i++) {
			char c = url.charAt(i);
			boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
			if (c == ':') {
				return i;
			}
			if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
				return -1;
			}
		}
		return -1;
	}

	/** Host and port, or {@code null} if they are none. */
	static @Nullable String authority(String text, @Nullable String scheme) {
		Matcher authority = AUTHORITY.matcher(text.toLowerCase(Locale.ROOT));
		if (!authority.matches()) {
			return null;
		}
		String host = authority.group(1);
		String digits = authority.group(2);
		if (digits == null || digits.isEmpty()) {
			return host;
		}
		int port = Integer.parseInt(digits);
		int defaultPort = "https".equals(scheme) ? 443 : "http".equals(scheme) ? 80 : -1;
		return (port > 65535) ? null : (port == defaultPort) ? host : host + ":" + port;
	}

	/**
	 * RFC 3986, section 5.2.4, which here leaves the {@code ..} in front of a relative
	 * path alone.
	 */
	static String removeDotSegments(String path) {
		if (!path.contains("/.") && !path.startsWith(".")) {
			return path;
		}
		boolean absolute = path.startsWith("/");
		String[] segments = path.substring(absolute ? 1 : 0).split("/", -1);
		String[] kept = new String[segments.length + 1];
		int count = 0;
		for (int i = 0; i < segments.length; i++) {
			String segment = segments[i];
			boolean last = i == segments.length - 1;
			boolean parent = segment.equals("..");
			if (!parent && !segment.equals(".")) {
				kept[count++] = segment;
				continue;
			}
			if (parent && count > 0 && !kept[count - 1].equals("..")) {
				count--;
			}
			else if (parent && !absolute) {
				kept[count++] = segment;
			}
			if (last) {
				kept[count++] = "";
			}
		}
		String joined = String.join("/", Arrays.asList(kept).subList(0, count));
		// A first segment with a colon would read as a scheme, an empty one as the root.
		boolean ambiguous = !absolute && (schemeEnd(joined) > 0 || joined.startsWith("/") || joined.isEmpty());
		return absolute ? "/" + joined : ambiguous ? "./" + joined : joined;
	}

}
