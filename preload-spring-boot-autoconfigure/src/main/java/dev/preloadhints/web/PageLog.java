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

package dev.preloadhints.web;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;
import dev.preloadhints.event.EarlyHintsOutcome;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.link.Omissions;

/**
 * Writes a line for each page that was rendered, at debug level.
 */
final class PageLog {

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
	static void rendered(@Nullable PageKey key, @Nullable PageReport page, @Nullable EarlyHintsReport earlyHints) {
		if (logger.isDebugEnabled()) {
			logger.debug(((key != null) ? key : "Page without a handler") + ": " + header(page) + "; 103: "
					+ earlyHints(earlyHints));
		}
	}

	private static String header(@Nullable PageReport page) {
		if (page == null) {
			return "no header";
		}
		return page.links().size() + " links, " + page.headerSize() + " bytes" + leftOut(page.omissions());
	}

	private static String earlyHints(@Nullable EarlyHintsReport earlyHints) {
		if (earlyHints == null) {
			return "not decided";
		}
		String text = (earlyHints.outcome() == EarlyHintsOutcome.SENT) ? "sent " + earlyHints.links().size() + " links"
				: earlyHints.outcome().value() + " (" + earlyHints.outcome().description() + ")";
		return text + leftOut(earlyHints.omissions());
	}

	private static String leftOut(Omissions omissions) {
		StringBuilder text = new StringBuilder();
		for (Omissions.Omission omission : omissions.named()) {
			text.append(text.isEmpty() ? ", left out: " : ", ")
				.append(shortened(omission.url()))
				.append(" (")
				.append(omission.reason().value())
				.append(')');
		}
		return text.toString();
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
