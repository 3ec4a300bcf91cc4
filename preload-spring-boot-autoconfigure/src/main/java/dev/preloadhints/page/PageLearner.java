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

package dev.preloadhints.page;

import java.util.List;
import java.util.Set;

import dev.preloadhints.PageKey;
import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Link;

/**
 * Learns from each page that was rendered, and knows what a page will need from those
 * that were.
 */
public final class PageLearner {

	private final PageMemory memory;

	private final LearnableLinks learnable;

	private final AssetWorker worker;

	private final PreloadEvents events;

	/**
	 * Create a learner.
	 * @param store stores what is known about pages
	 * @param learnable what may be learned
	 * @param worker looks for resources
	 * @param minRenders renders that a link has to be on before it is hinted
	 * @param events told how right a forecast was, and what failed
	 */
	public PageLearner(PageStore store, LearnableLinks learnable, AssetWorker worker, int minRenders,
			PreloadEvents events) {
		this.memory = new PageMemory(store, minRenders);
		this.learnable = learnable;
		this.worker = worker;
		this.events = events;
	}

	/**
	 * What is known of the page that a request is for.
	 * @param key the page
	 * @param contextPath what the paths of the application's own URLs begin with
	 * @param newcomer whether the container may write session ids into the page
	 * @return the forecast, of a page that nobody knows too
	 */
	public PageForecast forecast(PageKey key, String contextPath, boolean newcomer) {
		return this.memory.forecast(key, contextPath, newcomer);
	}

	/**
	 * Learn from a page that was rendered: at once where all its resources are known, and
	 * else as soon as somebody has looked for them, for which no request waits.
	 * @param page the page
	 */
	public void learn(RenderedPage page) {
		LearnableLinks.Lesson lesson = this.learnable.known(page.links(), page.declared(), page.contextPath());
		if (lesson != null) {
			learn(page, lesson);
			return;
		}
		// What waits for the worker must not be as long as a visitor likes.
		RenderedPage bounded = page.withLinks(page.links().stream().filter(PageHistory::mayKnow).toList());
		if (this.learnable.areDecided(bounded.links(), bounded.contextPath())) {
			judge(bounded);
		}
		else {
			this.worker.submit(() -> judge(bounded));
		}
	}

	private void judge(RenderedPage page) {
		this.events.guard(PreloadStage.LEARN,
				() -> learn(page, this.learnable.judge(page.links(), page.declared(), page.contextPath())));
	}

	private void learn(RenderedPage page, LearnableLinks.Lesson lesson) {
		PageForecast forecast = page.forecast();
		this.events.predictionChecked(Prediction.check(forecast, lesson, page.declared()));
		if (!lesson.clear()) {
			return;
		}
		Render render = new Render(lesson.within(), lesson.doubtful(), page.client(), hinted(page, lesson));
		boolean newcomer = forecast.newcomer();
		if (forecast.page().isSettledFor(render) && (!newcomer || forecast.page().isFreeOfSessionIds())) {
			return;
		}
		PageHistory known = this.memory.find(forecast.key());
		if (lesson.within().isEmpty() && known.size() == 0 && !known.hasSessionIds()) {
			return;
		}
		this.memory.update(forecast.key(), known,
				(history) -> newcomer ? history.after(render).withoutSessionIds() : history.after(render));
	}

	private static Render.Hinted hinted(RenderedPage page, LearnableLinks.Lesson lesson) {
		List<Link> sent = page.hinted();
		Set<Link> declared = page.declared();
		for (int i = 0; i < sent.size(); i++) {
			Link link = sent.get(i);
			if (!lesson.learnable().contains(link) && !declared.contains(link)) {
				return Render.Hinted.WASTED;
			}
		}
		return sent.isEmpty() ? Render.Hinted.NOT : Render.Hinted.USED;
	}

	/**
	 * Learn that a page had session ids in its URLs, and nothing else: it is no miss for
	 * what others need.
	 * @param forecast what was known of the page
	 */
	public void learnSessionIds(PageForecast forecast) {
		this.memory.update(forecast.key(), forecast.page(), PageHistory::withSessionIds);
	}

	/**
	 * Learn that a page ended in a redirect or an error.
	 * @param forecast what was known of the page
	 * @param hinted whether Early Hints were sent for it
	 */
	public void learnFailure(PageForecast forecast, boolean hinted) {
		PageHistory known = this.memory.find(forecast.key());
		if (known.size() > 0) {
			this.memory.update(forecast.key(), known, (page) -> page.afterFailure(hinted));
		}
	}

}
