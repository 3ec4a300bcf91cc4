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

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.preloadhints.asset.Asset;
import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.asset.LinkAssets;
import dev.preloadhints.collect.LinkListCache;
import dev.preloadhints.declare.LinkRestrictions;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.header.HeaderRoom;
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
public final class EarlyHintsSelection {

	private final LinkListCache<Key, Selected> known = new LinkListCache<>(Key::candidates);

	private final EarlyLinkCheck check;

	private final EarlyHintsSettings settings;

	/**
	 * Create a selection.
	 * @param settings room and weight
	 * @param assets what is known of the resources that links name
	 * @param restrictions what is hinted at all
	 * @param worker looks for resources
	 * @param events told what failed
	 */
	public EarlyHintsSelection(EarlyHintsSettings settings, LinkAssets assets, LinkRestrictions restrictions,
			AssetWorker worker, PreloadEvents events) {
		this.settings = settings;
		this.check = new EarlyLinkCheck(assets, restrictions, worker, events);
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
		if (this.check.isPerRequest()) {
			return selectNow(candidates, declared, request, budget);
		}
		Key key = new Key(candidates, declared, request.getContextPath());
		Selected selected = this.known.get(key);
		if (selected == null || !selected.isFor(budget, this.check.edition())) {
			selected = selectNow(candidates, declared, request, budget);
			this.known.put(key.copy(), selected);
		}
		return selected;
	}

	private Selected selectNow(List<Link> candidates, List<Link> declared, HttpServletRequest request,
			LinkBudget budget) {
		long edition = this.check.edition();
		Omissions omissions = new Omissions();
		List<Weighed> weighed = new ArrayList<>(candidates.size());
		long weight = 0;
		for (Link link : candidates) {
			Asset asset = this.check.asset(link, request);
			OmissionReason reason = this.check.check(link, asset, declared.contains(link), request);
			if (reason != null) {
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
