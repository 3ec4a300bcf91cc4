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

package dev.preloadhints.event;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

/**
 * Writes at debug level what became of each page that was rendered: a line of what went
 * out, and a line of the links that cannot be learned, if there are any.
 */
public final class PageLog {

	private static final Log logger = LogFactory.getLog(PreloadEvents.LOGGER);

	/** Enough to know a resource by. */
	private static final int MAX_LENGTH = 80;

	private PageLog() {
	}

	/**
	 * A page was rendered.
	 * @param key the page, if it can be told
	 * @param page its header, if it has one
	 * @param earlyHints the decision about its Early Hints, if there was one
	 */
	public static void rendered(@Nullable PageKey key, @Nullable PageReport page,
			@Nullable EarlyHintsReport earlyHints) {
		if (logger.isDebugEnabled()) {
			logger.debug(((key != null) ? key : "Page without a handler") + ": " + header(page) + "; 103: "
					+ earlyHints(earlyHints));
		}
	}

	private static String header(@Nullable PageReport page) {
		if (page == null) {
			return "no header";
		}
		return page.links().size() + " links, " + page.headerSize() + " bytes"
				+ named(", left out: ", page.omissions());
	}

	private static String earlyHints(@Nullable EarlyHintsReport earlyHints) {
		if (earlyHints == null) {
			return "not decided";
		}
		String text = (earlyHints.outcome() == EarlyHintsOutcome.SENT) ? "sent " + earlyHints.links().size() + " links"
				: earlyHints.outcome().value() + " (" + earlyHints.outcome().description() + ")";
		return text + named(", left out: ", earlyHints.omissions());
	}

	/**
	 * It was looked at what can be learned of a page. A reference with a typing error is
	 * told apart here: its element has a link, and nobody serves what that names.
	 * @param report the links that cannot be learned
	 */
	static void checked(PredictionReport report) {
		if (logger.isDebugEnabled() && !report.unlearnable().isEmpty()) {
			logger.debug(report.page() + named(": not learned: ", report.unlearnable()));
		}
	}

	private static String named(String beginning, Omissions omissions) {
		StringBuilder text = new StringBuilder();
		for (Omissions.Omission omission : omissions.named()) {
			text.append(text.isEmpty() ? beginning : ", ")
				.append(shortened(omission.url()))
				.append(" (")
				.append(omission.reason().value())
				.append(isServedByNoHandler(omission) ? ": no resource handler serves it)" : ")");
		}
		return text.toString();
	}

	private static boolean isServedByNoHandler(Omissions.Omission omission) {
		return omission.reason() == OmissionReason.NOT_SHARED && omission.url().startsWith("/")
				&& !omission.url().startsWith("//");
	}

	/** A log is no place for a session id, a signature or the content of a data URL. */
	private static String shortened(String url) {
		for (int i = 0; i < url.length(); i++) {
			char c = url.charAt(i);
			if (c == '?' || c == ';' || c == ',' || i == MAX_LENGTH || c < ' ') {
				return url.substring(0, i) + "...";
			}
		}
		return url;
	}

}
