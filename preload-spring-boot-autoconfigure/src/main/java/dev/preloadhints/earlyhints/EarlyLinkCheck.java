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

package dev.preloadhints.earlyhints;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.preloadhints.asset.Asset;
import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.asset.LinkAssets;
import dev.preloadhints.declare.LinkRestrictions;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;

/**
 * Whether a browser will use what a link of Early Hints fetches: only what it may keep,
 * and what answers the page's own request for it.
 */
final class EarlyLinkCheck {

	private static final Log logger = LogFactory.getLog(PreloadEvents.LOGGER);

	private final LinkAssets assets;

	private final LinkRestrictions restrictions;

	private final AssetWorker worker;

	private final PreloadEvents events;

	private final Set<OmissionReason> explained = ConcurrentHashMap.newKeySet();

	EarlyLinkCheck(LinkAssets assets, LinkRestrictions restrictions, AssetWorker worker, PreloadEvents events) {
		this.assets = assets;
		this.restrictions = restrictions;
		this.worker = worker;
		this.events = events;
	}

	/** What is known of all assets, on which each answer rests. */
	long edition() {
		return this.assets.edition();
	}

	/** Whether a request has a say, so that nothing can be concluded for the next. */
	boolean isPerRequest() {
		return this.restrictions.isPerRequest();
	}

	/** What is known of a link's resource. */
	@Nullable Asset asset(Link link, HttpServletRequest request) {
		return this.assets.asset(link, request.getContextPath());
	}

	/**
	 * Check a link.
	 * @param asset what is known of its resource
	 * @param declared whether it needs no learning: its author knows better than that it
	 * is not known yet how it is served
	 * @return {@code null}, or why it is left out
	 */
	@Nullable OmissionReason check(Link link, @Nullable Asset asset, boolean declared, HttpServletRequest request) {
		if (asset == null) {
			look(link, request.getContextPath());
		}
		OmissionReason reason = check(link, asset, request);
		if (reason == OmissionReason.UNKNOWN_CACHEABILITY && declared) {
			reason = null;
		}
		if (reason == null && !this.assets.isReusable(link, request.getContextPath())) {
			reason = OmissionReason.VARY;
		}
		if (reason != null) {
			explain(reason, link);
		}
		return reason;
	}

	/**
	 * What was learned was looked for then, unless another instance did; what is declared
	 * may be seen for the first time.
	 */
	private void look(Link link, String contextPath) {
		if (!this.assets.isDecided(link, contextPath)) {
			this.worker.submit(() -> this.events.guard(PreloadStage.ASSET, () -> this.assets.look(link, contextPath)));
		}
	}

	private @Nullable OmissionReason check(Link link, @Nullable Asset asset, HttpServletRequest request) {
		if (link.earlyFieldValue() == null) {
			return OmissionReason.CONDITIONAL;
		}
		OmissionReason reason = this.restrictions.check(link, request);
		if (reason != null) {
			return reason;
		}
		if (asset == null) {
			// It was one when it was learned, or with another context path.
			return LinkAssets.isOwn(link) ? OmissionReason.UNKNOWN_CACHEABILITY : null;
		}
		return switch (asset.freshness()) {
			case FRESH -> null;
			case UNKNOWN -> OmissionReason.UNKNOWN_CACHEABILITY;
			case MISSING -> OmissionReason.MISSING;
			case STALE, NOT_STORED -> OmissionReason.NOT_CACHEABLE;
		};
	}

	/** What an application can change is said once. */
	private void explain(OmissionReason reason, Link link) {
		if (reason == OmissionReason.NOT_CACHEABLE && this.explained.add(reason)) {
			logger.warn("Static resources such as " + link.target() + " are left out of Early Hints, because they are "
					+ "served so that a browser must not reuse them (no-store, no-cache or no lifetime) and would "
					+ "fetch them twice. Set 'spring.web.resources.cache.cachecontrol.max-age', or whatever else "
					+ "decides about their Cache-Control header, to give them a lifetime.");
		}
		else if (reason == OmissionReason.VARY && this.explained.add(reason)) {
			logger.info("Static resources such as " + link.target() + " are left out of Early Hints, because their "
					+ "Vary header would have browsers fetch them twice. The documentation has a recipe against it: "
					+ "Early Hints, Vary.");
		}
	}

}
