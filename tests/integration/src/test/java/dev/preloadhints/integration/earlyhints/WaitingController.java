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

package dev.preloadhints.integration.earlyhints;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A page that waits until a test lets it go on.
 */
@Controller
class WaitingController {

	private final Map<String, CountDownLatch> latches = new ConcurrentHashMap<>();

	private final AtomicInteger waiting = new AtomicInteger();

	/** Have the requests with this name wait. */
	void hold(String name) {
		this.latches.put(name, new CountDownLatch(1));
	}

	void release(String name) {
		this.latches.remove(name).countDown();
	}

	/** Number of requests that wait. */
	int waiting() {
		return this.waiting.get();
	}

	@GetMapping("/waiting")
	String waiting(@RequestParam(required = false) String hold, @RequestParam MultiValueMap<String, String> elements,
			Model model) throws InterruptedException {
		CountDownLatch latch = (hold != null) ? this.latches.get(hold) : null;
		this.waiting.incrementAndGet();
		try {
			if (latch != null && !latch.await(30, TimeUnit.SECONDS)) {
				throw new IllegalStateException("Nobody released " + hold);
			}
		}
		finally {
			this.waiting.decrementAndGet();
		}
		model.addAllAttributes(elements);
		return "page";
	}

}
