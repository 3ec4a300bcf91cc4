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

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/**
 * Ends what was handed out for a page as soon as its request goes on without whoever has
 * it: when it timed out, failed or is complete (Servlet 6.0, section 2.3.3.3).
 */
final class PageLeaseEnd implements AsyncListener {

	private final PageLease lease;

	PageLeaseEnd(PageLease lease) {
		this.lease = lease;
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		this.lease.endTurn();
	}

	@Override
	public void onError(AsyncEvent event) {
		this.lease.endTurn();
	}

	@Override
	public void onComplete(AsyncEvent event) {
		this.lease.end();
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		// A listener is for one start: the interceptor adds one for the next.
	}

}
