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

import dev.preloadhints.event.PredictionReport;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

/**
 * Compares what was expected of a page with what it had, both of them short.
 */
final class Prediction {

	private Prediction() {
	}

	static PredictionReport check(PageForecast forecast, LearnableLinks.Lesson lesson, Set<Link> declared) {
		List<Link> expected = forecast.expected();
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
		return new PredictionReport(forecast.key(), hits, wasted, missed, unlearnable(lesson, expected));
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
