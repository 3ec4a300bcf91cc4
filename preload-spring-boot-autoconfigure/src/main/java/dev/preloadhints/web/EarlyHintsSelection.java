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

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.preloadhints.asset.Asset;
import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.LinkHeader;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

/**
 * Chooses from what is declared and learned for a page what its Early Hints say: only
 * what a browser will use, within weight and room. Chooses once from the same candidates,
 * and again when more is known of the application's assets.
 */
final class EarlyHintsSelection {

	private static final Log logger = LogFactory.getLog(PreloadEvents.LOGGER);

	private final LinkListCache<Key, Selected> known = new LinkListCache<>(Key::candidates);

	private final SharingPolicy learning;

	private final LinkRestrictions policy;

	private final EarlyHintsSettings settings;

	private final AssetWorker worker;

	private final PreloadEvents events;

	private final Set<OmissionReason> explained = ConcurrentHashMap.newKeySet();

	EarlyHintsSelection(SharingPolicy learning, LinkRestrictions policy, EarlyHintsSettings settings,
			AssetWorker worker, PreloadEvents events) {
		this.learning = learning;
		this.policy = policy;
		this.settings = settings;
		this.worker = worker;
		this.events = events;
	}

	/**
	 * Choose.
	 * @param candidates the links, best first
	 * @param declared those of them that need no learning: their author knows better than
	 * that it is not known yet how they are served
	 * @param request the request for the page
	 * @param response the response, whose other headers go along
	 */
	Selected select(List<Link> candidates, List<Link> declared, HttpServletRequest request,
			HttpServletResponse response) {
		LinkBudget budget = HeaderRoom.within(this.settings.budget(), response, this.settings.maxResponseHeader());
		if (this.policy.isPerRequest()) {
			return selectNow(candidates, declared, request, budget);
		}
		Key key = new Key(candidates, declared, request.getContextPath());
		Selected selected = this.known.get(key);
		if (selected == null || !selected.isFor(budget, this.learning.edition())) {
			selected = selectNow(candidates, declared, request, budget);
			this.known.put(key.copy(), selected);
		}
		return selected;
	}

	private Selected selectNow(List<Link> candidates, List<Link> declared, HttpServletRequest request,
			LinkBudget budget) {
		long edition = this.learning.edition();
		Omissions omissions = new Omissions();
		List<Weighed> weighed = new ArrayList<>(candidates.size());
		long weight = 0;
		for (Link link : candidates) {
			Asset asset = this.learning.asset(link, request.getContextPath());
			if (asset == null) {
				look(link, request.getContextPath());
			}
			OmissionReason reason = check(link, asset, request);
			if (reason == OmissionReason.UNKNOWN_CACHEABILITY && declared.contains(link)) {
				reason = null;
			}
			if (reason == null && !this.learning.isReusable(link, request.getContextPath())) {
				reason = OmissionReason.VARY;
			}
			if (reason != null) {
				explain(reason, link);
				omissions.add(link.target(), reason);
				continue;
			}
			long size = (asset != null) ? Math.max(0, asset.size()) : 0;
			weighed.add(new Weighed(link, size));
			weight += size;
		}
		while (weight > this.settings.maxWeight()) {
			Weighed dispensable = Weighed.mostDispensable(weighed, this.settings.maxWeight());
			weighed.remove(dispensable);
			weight -= dispensable.size();
			omissions.add(dispensable.link().target(), OmissionReason.MAX_WEIGHT);
		}
		LinkBudget.Selection selection = budget.select(weighed.stream().map(Weighed::link).toList(), 0, 0);
		selection.omitted().forEach((link, reason) -> omissions.add(link.target(), reason));
		return new Selected(selection.selected(), LinkHeader.writeEarly(selection.selected()), omissions, budget,
				edition);
	}

	/**
	 * What was learned was looked for then, unless another instance did; what is declared
	 * may be seen for the first time.
	 */
	private void look(Link link, String contextPath) {
		if (!this.learning.isDecided(link, contextPath)) {
			this.worker.submit(() -> {
				try {
					this.learning.look(link, contextPath);
				}
				catch (Throwable ex) {
					this.events.failed(PreloadStage.ASSET, ex);
				}
			});
		}
	}

	private @Nullable OmissionReason check(Link link, @Nullable Asset asset, HttpServletRequest request) {
		if (link.earlyFieldValue() == null) {
			return OmissionReason.CONDITIONAL;
		}
		OmissionReason reason = this.policy.check(link, request);
		if (reason != null) {
			return reason;
		}
		if (asset == null) {
			// It was one when it was learned, or with another context path.
			return SharingPolicy.isOwn(link) ? OmissionReason.UNKNOWN_CACHEABILITY : null;
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

	/**
	 * What was chosen.
	 *
	 * @param links the links to send, best first
	 * @param fieldValue the value of the {@code Link} field that says them
	 * @param omissions what is left out
	 * @param budget the room that there was
	 * @param edition what was known of the assets then
	 */
	record Selected(List<Link> links, String fieldValue, Omissions omissions, LinkBudget budget, long edition) {

		private boolean isFor(LinkBudget otherBudget, long otherEdition) {
			return this.edition == otherEdition && this.budget.equals(otherBudget);
		}

	}

	private record Key(List<Link> candidates, List<Link> declared, String contextPath) {

		/** A key to keep, whatever becomes of the lists. */
		private Key copy() {
			return new Key(new ArrayList<>(this.candidates), new ArrayList<>(this.declared), this.contextPath);
		}

	}

}
