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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a rule depends on, as far as a link can say it.
 *
 * @param possible whether a screen can fulfil it at all
 * @param media media query list, or {@code null} if there is none or every screen fulfils
 * it
 * @param other whether it depends on something else, or on several media query lists
 */
record CssCondition(boolean possible, @Nullable String media, boolean other) {

	/** What is always fulfilled. */
	static final CssCondition NONE = new CssCondition(true, null, false);

	/** What only a browser knows. */
	static final CssCondition UNKNOWN = new CssCondition(true, null, true);

	private static final CssCondition NEVER = new CssCondition(false, null, false);

	private static final int MAX_LENGTH = 256;

	private static final Set<String> SCREENS = Set.of("", "all", "screen", "only all", "only screen");

	private static final Set<String> OTHER_MEDIA = Set.of("print", "speech", "tty", "tv", "projection", "handheld",
			"braille", "embossed", "aural");

	/**
	 * Read a media query list (<a href="https://www.w3.org/TR/mediaqueries-4/">Media
	 * Queries 4</a>).
	 * @param tokens its tokens; none is a list that is always fulfilled
	 * @return the condition
	 */
	static CssCondition ofMedia(List<CssToken> tokens) {
		List<String> queries = new ArrayList<>();
		for (List<CssToken> query : CssTokens.split(tokens)) {
			String text = CssTokens.text(query);
			String lowerCase = text.toLowerCase(Locale.ROOT);
			if (SCREENS.contains(lowerCase)) {
				return NONE;
			}
			if (!isForOtherMedia(lowerCase)) {
				queries.add(text);
			}
		}
		if (queries.isEmpty()) {
			return NEVER;
		}
		String media = String.join(", ", queries);
		boolean sayable = media.length() <= MAX_LENGTH && tokens.stream().allMatch(CssCondition::isOfMedia)
				&& media.chars().allMatch((c) -> c >= ' ' && c <= '~');
		return sayable ? new CssCondition(true, media, false) : UNKNOWN;
	}

	/**
	 * This condition and another one.
	 * @param inner the condition of what is inside
	 * @return what both demand
	 */
	CssCondition and(CssCondition inner) {
		if (!this.possible || !inner.possible) {
			return NEVER;
		}
		boolean several = this.media != null && inner.media != null && !this.media.equals(inner.media);
		return new CssCondition(true, (this.media != null) ? this.media : inner.media,
				this.other || inner.other || several);
	}

	/**
	 * Whether it is always fulfilled.
	 * @return {@code true} if it demands nothing
	 */
	boolean always() {
		return this.equals(NONE);
	}

	private static boolean isForOtherMedia(String query) {
		String type = query.startsWith("only ") ? query.substring(5) : query;
		int space = type.indexOf(' ');
		return OTHER_MEDIA.contains((space < 0) ? type : type.substring(0, space));
	}

	private static boolean isOfMedia(CssToken token) {
		return switch (token.type()) {
			case SPACE, WORD, NUMBER, COLON, SLASH, COMMA -> true;
			case OPENING -> token.is('(');
			case CLOSING -> token.is(')');
			case OTHER -> token.is('<') || token.is('>') || token.is('=') || token.is('.');
			default -> false;
		};
	}

}
