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

package dev.preloadhints.asset.css;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code src} of a font face
 * (<a href= "https://www.w3.org/TR/css-fonts-4/#font-face-src-parsing">CSS Fonts 4,
 * section 4.3</a>): which of its files all browsers choose that act on hints.
 */
final class FontSourceReader {

	private static final int MAX_URL_LENGTH = 2048;

	private static final Map<String, String> TYPES_OF_FORMATS = Map.of("woff2", "font/woff2", "woff2-variations",
			"font/woff2", "woff", "font/woff", "woff-variations", "font/woff", "truetype", "font/ttf",
			"truetype-variations", "font/ttf", "opentype", "font/otf", "opentype-variations", "font/otf");

	/** Without a format, a browser fetches the file whatever its name says. */
	private static final Map<String, String> TYPES_OF_NAMES = Map.of("woff2", "font/woff2", "woff", "font/woff", "ttf",
			"font/ttf", "otf", "font/otf");

	/** A format that some browsers know. */
	private static final String COLLECTION = "collection";

	/** What all those browsers pass over. */
	private static final Set<String> OLD_FORMATS = Set.of("embedded-opentype", "svg");

	private static final Set<String> TECHNOLOGIES = Set.of("variations", "features-opentype");

	private FontSourceReader() {
	}

	/**
	 * Read a descriptor.
	 * @param value the value of {@code src}
	 * @return the file, or {@code null} if it is not sure which one, or whether one at
	 * all
	 */
	static @Nullable FontSource read(List<CssToken> value) {
		for (List<CssToken> component : CssTokens.split(value)) {
			if (!isPassedOver(component)) {
				return source(component);
			}
		}
		return null;
	}

	/**
	 * Whether a browser takes anything of it. A face without is none: another one of its
	 * family has the text.
	 * @param value the value of {@code src}
	 * @return {@code false} if each component is malformed or of a format that browsers
	 * pass over
	 */
	static boolean isUsable(List<CssToken> value) {
		return CssTokens.split(value).stream().anyMatch((component) -> !isPassedOver(component) && isSource(component));
	}

	private static boolean isSource(List<CssToken> component) {
		CssToken first = component.get(0);
		String format = format(component);
		// A list of formats means something to older browsers.
		boolean known = format == null || format.isEmpty() || TYPES_OF_FORMATS.containsKey(format)
				|| format.equals(COLLECTION);
		return isFunction(first, "local") || (first.type() == CssToken.Type.URL && !first.value().isBlank() && known);
	}

	private static boolean isPassedOver(List<CssToken> component) {
		if (component.isEmpty()) {
			return true;
		}
		if (isFunction(component.get(0), "local")) {
			return !isName(CssTokens.inside(component, 0));
		}
		String format = format(component);
		return format != null && OLD_FORMATS.contains(format);
	}

	/**
	 * Whether a font of this name can be installed. A lone symbol is no name: it keeps
	 * old browsers from what follows.
	 */
	private static boolean isName(List<CssToken> tokens) {
		return tokens.stream().anyMatch((token) -> token.value().codePoints().anyMatch(Character::isLetterOrDigit));
	}

	private static @Nullable FontSource source(List<CssToken> component) {
		CssToken first = component.get(0);
		if (first.type() != CssToken.Type.URL || !isUnderstood(component)) {
			return null;
		}
		String url = first.value();
		String format = format(component);
		String type = (format != null) ? TYPES_OF_FORMATS.get(format) : TYPES_OF_NAMES.get(ending(url));
		return (type != null && isFetched(url)) ? new FontSource(url, type) : null;
	}

	private static boolean isUnderstood(List<CssToken> component) {
		for (int i = 1; i < component.size(); i = CssTokens.next(component, i)) {
			CssToken token = component.get(i);
			if (token.type() != CssToken.Type.SPACE && !isFunction(token, "format")
					&& !(isFunction(token, "tech") && isOfAllBrowsers(CssTokens.inside(component, i)))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isOfAllBrowsers(List<CssToken> technologies) {
		return CssTokens.split(technologies)
			.stream()
			.allMatch((name) -> TECHNOLOGIES.contains(CssTokens.text(name).toLowerCase(Locale.ROOT)));
	}

	private static @Nullable String format(List<CssToken> component) {
		for (int i = 1; i < component.size(); i = CssTokens.next(component, i)) {
			if (isFunction(component.get(i), "format")) {
				List<CssToken> format = CssTokens.inside(component, i);
				return (format.size() == 1) ? format.get(0).value().toLowerCase(Locale.ROOT) : "";
			}
		}
		return null;
	}

	private static String ending(String url) {
		int end = 0;
		while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
			end++;
		}
		return url.substring(url.lastIndexOf('.', end) + 1, end).toLowerCase(Locale.ROOT);
	}

	private static boolean isFetched(String url) {
		return !url.isBlank() && url.length() <= MAX_URL_LENGTH && !url.regionMatches(true, 0, "data:", 0, 5);
	}

	private static boolean isFunction(CssToken token, String name) {
		return token.type() == CssToken.Type.FUNCTION && token.value().equals(name);
	}

}
