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

import org.jspecify.annotations.Nullable;

/**
 * Reads {@code @import} rules.
 */
final class StyleImportReader {

	private static final int MAX_URL_LENGTH = 2048;

	private StyleImportReader() {
	}

	/**
	 * Read a rule.
	 * @param rule its tokens, {@code @import} included
	 * @return the import, or {@code null} if it is malformed or no screen needs it
	 */
	static @Nullable StyleImport read(List<CssToken> rule) {
		List<CssToken> tokens = CssTokens.strip(rule.subList(1, rule.size()));
		String url = tokens.isEmpty() ? null : url(tokens.get(0));
		if (url == null || url.isBlank() || url.length() > MAX_URL_LENGTH) {
			return null;
		}
		tokens = afterFirst(tokens);
		if (isLayer(tokens)) {
			tokens = afterFirst(tokens);
		}
		CssCondition condition = CssCondition.NONE;
		if (!tokens.isEmpty() && isFunction(tokens.get(0), "supports")) {
			condition = CssCondition.UNKNOWN;
			tokens = afterFirst(tokens);
		}
		condition = condition.and(CssCondition.ofMedia(tokens));
		return condition.possible() ? new StyleImport(url, condition.media(), condition.other()) : null;
	}

	private static @Nullable String url(CssToken token) {
		return switch (token.type()) {
			case STRING, URL -> token.value();
			default -> null;
		};
	}

	private static boolean isLayer(List<CssToken> tokens) {
		if (tokens.isEmpty()) {
			return false;
		}
		CssToken token = tokens.get(0);
		return isFunction(token, "layer")
				|| (token.type() == CssToken.Type.WORD && token.value().toLowerCase(Locale.ROOT).equals("layer"));
	}

	private static boolean isFunction(CssToken token, String name) {
		return token.type() == CssToken.Type.FUNCTION && token.value().equals(name);
	}

	private static List<CssToken> afterFirst(List<CssToken> tokens) {
		return CssTokens.strip(tokens.subList(CssTokens.next(tokens, 0), tokens.size()));
	}

}
