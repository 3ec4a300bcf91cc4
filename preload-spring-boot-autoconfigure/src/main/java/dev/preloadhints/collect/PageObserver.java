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

package dev.preloadhints.collect;

import dev.preloadhints.link.Link;

/**
 * Told by a {@link LinkCollector} how far its page is. Called in the thread that renders.
 */
public interface PageObserver {

	/**
	 * A template begins; it has written nothing yet.
	 * @param execution the execution
	 * @return whether what it writes is the page, and the page one whose links are wanted
	 */
	boolean renderingStarted(TemplateExecution execution);

	/**
	 * All elements of the page's head have been seen, or the whole page if it has none.
	 * Told again if links that were there are none of the page after all: its modules,
	 * when an import map comes behind them.
	 */
	void headComplete();

	/**
	 * A link was added after {@link #headComplete()}.
	 * @param link the link, which may rank before those of the head
	 */
	void linkAdded(Link link);

	/**
	 * The template ended; what it wrote may have been sent or not.
	 */
	void renderingComplete();

	/**
	 * Something failed that the page must not suffer from.
	 * @param failure what failed, an error in a template's attributes included
	 */
	void failed(Throwable failure);

}
