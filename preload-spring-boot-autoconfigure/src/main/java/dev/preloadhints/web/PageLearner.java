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

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;
import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.event.PredictionReport;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.ContextPath;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;
import dev.preloadhints.page.PageHistory;
import dev.preloadhints.page.PageStore;
import dev.preloadhints.page.Render;

/**
 * Learns from each page that was rendered, and knows what a page will need from those
 * that were.
 */
final class PageLearner {

	private static final Log logger = LogFactory.getLog(PreloadEvents.LOGGER);

	private final ClientNumbers clients = new ClientNumbers();

	private final PageStore store;

	private final LearnableLinks lessons;

	private final AssetWorker worker;

	private final PreloadEvents events;

	private final int minRenders;

	PageLearner(PageStore store, SharingPolicy policy, AssetWorker worker, int minRenders, PreloadEvents events) {
		this.store = store;
		this.lessons = new LearnableLinks(policy, (failure) -> events.failed(PreloadStage.ASSET, failure));
		this.worker = worker;
		this.minRenders = minRenders;
		this.events = events;
	}

	/** What is known of the page that a request is for, unless that cannot be told. */
	@Nullable PageForecast visit(PageKey key, HttpServletRequest request) {
		try {
			PageHistory page = this.store.find(key);
			boolean newcomer = SessionIds.mayBeWritten(request);
			return (page != null)
					? new PageForecast(key, page,
							ContextPath.outward(page.hints(this.minRenders), request.getContextPath()), newcomer)
					: new PageForecast(key, PageHistory.UNKNOWN, List.of(), newcomer);
		}
		catch (Throwable ex) {
			this.events.failed(PreloadStage.LEARN, ex);
			return null;
		}
	}

	/**
	 * Learn from a page that was rendered: at once where all its resources are known, and
	 * else as soon as somebody has looked for them, for which no request waits.
	 * @param all the links of the page, none relative to its path
	 * @param declared those of them that nobody needs to learn
	 * @param sent the links of the page's Early Hints
	 */
	void learn(PageForecast visit, HttpServletRequest request, List<Link> all, Set<Link> declared, List<Link> sent) {
		int client = this.clients.number(request);
		String contextPath = request.getContextPath();
		LearnableLinks.Lesson lesson = this.lessons.known(all, declared, contextPath);
		if (lesson != null) {
			learn(visit, client, lesson, declared, sent);
			return;
		}
		// What waits for the worker must not be as long as a visitor likes.
		List<Link> links = all.stream().filter(PageHistory::mayKnow).toList();
		if (this.lessons.areDecided(links, contextPath)) {
			learn(visit, client, contextPath, links, declared, sent);
		}
		else {
			this.worker.submit(() -> learn(visit, client, contextPath, links, declared, sent));
		}
	}

	private void learn(PageForecast visit, int client, String contextPath, List<Link> links, Set<Link> declared,
			List<Link> sent) {
		try {
			learn(visit, client, this.lessons.judge(links, declared, contextPath), declared, sent);
		}
		catch (Throwable ex) {
			this.events.failed(PreloadStage.LEARN, ex);
		}
	}

	private void learn(PageForecast visit, int client, LearnableLinks.Lesson lesson, Set<Link> declared,
			List<Link> sent) {
		try {
			check(visit, lesson, declared);
			if (!lesson.clear()) {
				return;
			}
			Render render = new Render(lesson.within(), lesson.doubtful(), client,
					hinted(sent, lesson.learnable(), declared));
			boolean newcomer = visit.newcomer();
			if (visit.page().isSettledFor(render) && (!newcomer || visit.page().isFreeOfSessionIds())) {
				return;
			}
			PageHistory known = known(visit);
			if (lesson.within().isEmpty() && known.size() == 0 && !known.hasSessionIds()) {
				return;
			}
			UnaryOperator<PageHistory> change = (page) -> newcomer ? page.after(render).withoutSessionIds()
					: page.after(render);
			PageHistory next = change.apply(known);
			if (next != known) {
				this.store.update(visit.key(), change);
				logSilence(visit.key(), known, next);
			}
		}
		catch (Throwable ex) {
			this.events.failed(PreloadStage.LEARN, ex);
		}
	}

	private static Render.Hinted hinted(List<Link> sent, List<Link> learnable, Set<Link> declared) {
		for (int i = 0; i < sent.size(); i++) {
			Link link = sent.get(i);
			if (!learnable.contains(link) && !declared.contains(link)) {
				return Render.Hinted.WASTED;
			}
		}
		return sent.isEmpty() ? Render.Hinted.NOT : Render.Hinted.USED;
	}

	/**
	 * Learn that a page had session ids in its URLs, and nothing else: it is no miss for
	 * what others need.
	 */
	void learnSessionIds(PageForecast visit) {
		if (visit.page() != visit.page().withSessionIds()) {
			this.store.update(visit.key(), PageHistory::withSessionIds);
		}
	}

	/** Learn that a page ended in a redirect or an error. */
	void learnFailure(PageForecast visit, boolean hinted) {
		try {
			PageHistory known = known(visit);
			if (known.size() > 0) {
				this.store.update(visit.key(), (page) -> page.afterFailure(hinted));
				logSilence(visit.key(), known, known.afterFailure(hinted));
			}
		}
		catch (Throwable ex) {
			this.events.failed(PreloadStage.LEARN, ex);
		}
	}

	private static void logSilence(PageKey key, PageHistory before, PageHistory after) {
		if (after.isSilent() != before.isSilent()) {
			logger.info(after.isSilent()
					? "No Early Hints for a while: the page " + key + " did not use what it was sent too often"
					: "Early Hints again for the page " + key);
		}
	}

	/**
	 * What is known by now, which others may have changed while the page was rendered.
	 */
	private PageHistory known(PageForecast visit) {
		PageHistory page = this.store.find(visit.key());
		return (page != null) ? page : PageHistory.UNKNOWN;
	}

	/** Compare what was expected with what the page had, both of them short. */
	private void check(PageForecast visit, LearnableLinks.Lesson lesson, Set<Link> declared) {
		List<Link> expected = visit.expected();
		int hits = 0;
		int wasted = 0;
		for (int i = 0; i < expected.size(); i++) {
			Link link = expected.get(i);
			if (lesson.learnable().contains(link)) {
				hits++;
			}
			else if (!declared.contains(link)) {
				wasted++;
			}
		}
		int missed = expected.isEmpty() ? 0 : lesson.learnable().size() - hits;
		this.events
			.predictionChecked(new PredictionReport(visit.key(), hits, wasted, missed, unlearnable(lesson, expected)));
	}

	private static Omissions unlearnable(LearnableLinks.Lesson lesson, List<Link> expected) {
		if (lesson.doubtful().isEmpty()) {
			return lesson.unlearnable();
		}
		Omissions unlearnable = new Omissions();
		unlearnable.addAll(lesson.unlearnable());
		for (int i = 0; i < lesson.within().size(); i++) {
			Link link = lesson.learnable().get(i);
			if (lesson.doubtful().contains(lesson.within().get(i)) && !expected.contains(link)) {
				unlearnable.add(link.target(), OmissionReason.FEW_CLIENTS);
			}
		}
		return unlearnable;
	}

}
