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

package dev.preloadhints.integration.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.async.DeferredResult;

import dev.preloadhints.PreloadLink;
import dev.preloadhints.PreloadLinks;
import dev.preloadhints.link.Destination;

/**
 * Pages whose views are known in another thread.
 */
@Controller
class AsyncController {

	@GetMapping("/deferred")
	@PreloadLink(href = "/fonts/declared.woff2", as = Destination.FONT)
	DeferredResult<String> deferred() {
		DeferredResult<String> result = new DeferredResult<>();
		CompletableFuture.runAsync(() -> result.setResult("pages/style"));
		return result;
	}

	@GetMapping("/deferred-failure")
	DeferredResult<String> deferredFailure(PreloadLinks links) {
		links.preload("/css/failed.css", Destination.STYLE);
		DeferredResult<String> result = new DeferredResult<>();
		CompletableFuture.runAsync(() -> result.setErrorResult(new IllegalStateException("Not advised")));
		return result;
	}

	@GetMapping("/callable")
	Callable<String> callable(PreloadLinks links) {
		links.preload("/fonts/early.woff2", Destination.FONT);
		return () -> {
			links.preload("/img/from-callable.jpg", Destination.IMAGE);
			return "pages/style";
		};
	}

}
