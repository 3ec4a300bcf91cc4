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

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Who may change a page. What a handler is given to do so may be kept by any thread for
 * any time, but a container takes request and response for the next visitor once they are
 * complete. So a handler's part ends with its own time, and all parts with the request:
 * what is done with a part is done before its end, or not at all.
 */
final class PageLease {

	private int turn;

	private boolean over;

	/** What a handler may do with the page until its view is rendered or it failed. */
	synchronized Part part(HttpServletRequest request, HttpServletResponse response) {
		int begun = this.turn;
		return (use) -> use(begun, use, request, response);
	}

	/** Have no handler of so far do anything more with the page. From any thread. */
	synchronized void endTurn() {
		this.turn++;
	}

	/** Have nobody do anything more with the page. From any thread. */
	synchronized void end() {
		this.turn++;
		this.over = true;
	}

	/** Do something with the page's own response, unless it may be the next visitor's. */
	synchronized void whileOpen(Runnable action) {
		if (!this.over) {
			action.run();
		}
	}

	synchronized boolean isOver() {
		return this.over;
	}

	private synchronized boolean use(int begun, Use use, HttpServletRequest request, HttpServletResponse response) {
		return !this.over && begun == this.turn && use.with(request, response);
	}

	/** A handler's part. */
	interface Part {

		/**
		 * Do something with the page.
		 * @return what came of it, {@code false} if the part has ended
		 */
		boolean use(Use use);

	}

	/** What is done with a page. */
	interface Use {

		boolean with(HttpServletRequest request, HttpServletResponse response);

	}

}
