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

package dev.preloadhints.autoconfigure;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.declare.Declarations;
import dev.preloadhints.declare.LinkRestrictions;
import dev.preloadhints.earlyhints.EarlyHints;
import dev.preloadhints.earlyhints.EarlyHintsSelection;
import dev.preloadhints.earlyhints.sender.InterimResponse;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.header.LinkHeaders;
import dev.preloadhints.page.LearnableLinks;
import dev.preloadhints.page.PageLearner;
import dev.preloadhints.page.SharingPolicy;
import dev.preloadhints.web.PageKeys;
import dev.preloadhints.web.PageLearning;
import dev.preloadhints.web.PageRenderings;
import dev.preloadhints.web.PreloadInterceptor;

/**
 * What becomes of an application's pages.
 */
final class PageRuntime {

	private final PreloadInterceptor interceptor;

	private final @Nullable EarlyHints earlyHints;

	PageRuntime(PreloadSettings settings, Declarations declarations, ApplicationBeans beans, AssetRuntime assets,
			PreloadEvents events) {
		LinkRestrictions restrictions = new LinkRestrictions(settings.destinations(), settings.excludedResources(),
				beans.filters(), events);
		this.earlyHints = settings.earlyHints().enabled() ? earlyHints(settings, beans, assets, restrictions, events)
				: null;
		PageRenderings renderings = new PageRenderings(restrictions, assets.discovery(),
				new LinkHeaders(settings.linkHeader(), assets.links(), events), events);
		this.interceptor = new PreloadInterceptor(declarations, renderings, this.earlyHints,
				learning(settings, beans, assets, events), events);
	}

	private static EarlyHints earlyHints(PreloadSettings settings, ApplicationBeans beans, AssetRuntime assets,
			LinkRestrictions restrictions, PreloadEvents events) {
		return new EarlyHints(settings.earlyHints(),
				new EarlyHintsSelection(settings.earlyHints(), assets.links(), restrictions, assets.worker(), events),
				new InterimResponse(beans.senders()), events);
	}

	private static PageLearning learning(PreloadSettings settings, ApplicationBeans beans, AssetRuntime assets,
			PreloadEvents events) {
		LearnableLinks learnable = new LearnableLinks(new SharingPolicy(assets.catalog(), settings.sharedOrigins()),
				assets.links(), (failure) -> events.failed(PreloadStage.ASSET, failure));
		return new PageLearning(new PageKeys(beans.variants()),
				new PageLearner(beans.store(), learnable, assets.worker(), settings.earlyHints().minRenders(), events),
				events);
	}

	PreloadInterceptor interceptor() {
		return this.interceptor;
	}

	/** What is sent ahead of pages, unless that is off. */
	@Nullable EarlyHints earlyHints() {
		return this.earlyHints;
	}

}
