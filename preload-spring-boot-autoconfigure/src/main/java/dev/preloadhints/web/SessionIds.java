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

import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;
import dev.preloadhints.collect.PageLinks;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.link.OmissionReason;

/**
 * Whether a container writes session ids into the URLs of a page. It does so as soon as
 * the page's request began a session and had none: whether the browser keeps cookies is
 * not known by then.
 */
final class SessionIds {

	private static final Log logger = LogFactory.getLog(PreloadEvents.LOGGER);

	private volatile boolean warned;

	/** Whether the page may have them, as far as that is known before it is rendered. */
	static boolean mayBeWritten(HttpServletRequest request) {
		return !request.isRequestedSessionIdFromCookie()
				&& request.getServletContext().getEffectiveSessionTrackingModes().contains(SessionTrackingMode.URL);
	}

	/** Whether the page that was rendered has them, which is said once. */
	boolean areWritten(PageLinks links, @Nullable PageKey page, HttpServletRequest request) {
		if (!mayBeWritten(request) || links.omissions().count(OmissionReason.SESSION_ID) == 0) {
			return false;
		}
		if (!this.warned) {
			this.warned = true;
			logger.warn("New visitors are sent the session id in the URLs of style sheets, scripts and the like"
					+ ((page != null) ? ", for instance on the page " + page : "")
					+ ". Such URLs get no hint, and the browser cannot reuse what they bring. "
					+ "Set 'server.servlet.session.tracking-modes=cookie', or else 'preload.resources.session-ids=false'.");
		}
		return true;
	}

}
