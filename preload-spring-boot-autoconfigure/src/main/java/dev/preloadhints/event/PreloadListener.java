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

/**
 * Is told what becomes of each page's links. Any number of beans of this type may exist.
 * Most calls come in the thread of the request, so a listener should be quick. What a
 * listener throws is counted and logged, and reaches neither the page nor another
 * listener.
 */
public interface PreloadListener {

	/**
	 * A page was rendered.
	 * @param report the links that went out with it, and those that did not
	 */
	default void pageRendered(PageReport report) {
	}

	/**
	 * The Early Hints of a page were decided on. Called before the controller runs.
	 * @param report the decision
	 */
	default void earlyHintsDecided(EarlyHintsReport report) {
	}

	/**
	 * A page was rendered, and what had been learned of it was compared with it. Where
	 * resources have to be looked for, this comes later, from a thread of the starter.
	 * @param report how right that was
	 */
	default void predictionChecked(PredictionReport report) {
	}

	/**
	 * Something failed; the page went out without it.
	 * @param stage where it failed
	 * @param failure what failed
	 */
	default void failed(PreloadStage stage, Throwable failure) {
	}

}
