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
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;

import dev.preloadhints.PreloadLinks;
import dev.preloadhints.link.Destination;

/**
 * Handlers that keep their links, and use them when a test says so: after their request.
 */
@Controller
class LateController {

	/**
	 * Not much shorter: Jetty loses a timeout that is over before the thread which sets
	 * it has gone on.
	 */
	private static final long TIMEOUT_MILLIS = 1000;

	private final Map<String, CompletableFuture<Void>> signals = new ConcurrentHashMap<>();

	private final Map<String, CompletableFuture<Boolean>> calls = new ConcurrentHashMap<>();

	/**
	 * Have the handler with this name use its links.
	 * @return whether it sent Early Hints
	 */
	boolean call(String name) {
		this.signals.get(name).complete(null);
		return this.calls.get(name).join();
	}

	@GetMapping("/late/callable")
	WebAsyncTask<String> callable(PreloadLinks links, @RequestParam String name) {
		CompletableFuture<Void> signal = signal(name);
		CompletableFuture<Boolean> call = new CompletableFuture<>();
		this.calls.put(name, call);
		Callable<String> task = () -> {
			// Nobody's interrupt: the time is over, and the task goes on.
			CompletableFuture.runAsync(() -> signal.join()).join();
			call.complete(use(links));
			return "page";
		};
		return new WebAsyncTask<>(TIMEOUT_MILLIS, task);
	}

	@GetMapping("/late/deferred")
	DeferredResult<String> deferred(PreloadLinks links, @RequestParam String name) {
		useLater(links, name);
		return new DeferredResult<>(TIMEOUT_MILLIS);
	}

	@GetMapping("/late/returned")
	String returned(PreloadLinks links, @RequestParam String name) {
		useLater(links, name);
		return "page";
	}

	@GetMapping("/late/failed")
	String failed(PreloadLinks links, @RequestParam String name) {
		useLater(links, name);
		throw new IllegalStateException("Failed, and keeps its links");
	}

	@GetMapping("/late/completed")
	void completed(PreloadLinks links, @RequestParam String name, HttpServletRequest request,
			HttpServletResponse response) {
		response.setStatus(HttpServletResponse.SC_NO_CONTENT);
		useLater(links, name);
		request.startAsync().complete();
	}

	private CompletableFuture<Void> signal(String name) {
		return this.signals.computeIfAbsent(name, (key) -> new CompletableFuture<>());
	}

	private void useLater(PreloadLinks links, String name) {
		this.calls.put(name, signal(name).thenApplyAsync((nothing) -> use(links)));
	}

	private static boolean use(PreloadLinks links) {
		boolean sent = links.preload("/uploads/alice-secret.png", Destination.IMAGE).sendEarly();
		links.preload("/uploads/alice-late.png", Destination.IMAGE);
		return sent;
	}

}
