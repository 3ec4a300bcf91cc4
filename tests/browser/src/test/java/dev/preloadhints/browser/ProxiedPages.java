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

package dev.preloadhints.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages fast and slow, small and large, which are loaded through a proxy, several at a
 * time, and compared with what the application itself sends, byte by byte.
 */
@Controller
class ProxiedPages {

	/** From less than any buffer to more than all of them. */
	private static final List<Integer> SIZES = List.of(0, 4_000, 15_000, 17_000, 100_000, 500_000);

	/** Milliseconds. With none of them a 103 and its page are close together. */
	private static final List<Integer> THINK_TIMES = List.of(0, 0, 0, 30);

	private static final int ROUNDS = 20;

	private static final int AT_A_TIME = 8;

	static final int LOADS = SIZES.size() * THINK_TIMES.size() * ROUNDS;

	@GetMapping("/sized")
	String page(@RequestParam int size, Model model) {
		model.addAttribute("text", "x".repeat(size));
		return "proxied/page";
	}

	/**
	 * Load them all.
	 * @return how many came with Early Hints
	 */
	static long load(HttpTestClient proxied, HttpTestClient direct) throws Exception {
		Map<String, Answer> expected = new TreeMap<>();
		List<String> loads = new ArrayList<>();
		for (int i = 0; i < ROUNDS; i++) {
			for (int size : SIZES) {
				for (int think : THINK_TIMES) {
					String page = "/sized?size=" + size + "&think=" + think;
					loads.add(page);
					expected.computeIfAbsent(page, direct::get);
				}
			}
		}
		ExecutorService visitors = Executors.newFixedThreadPool(AT_A_TIME);
		try {
			List<Future<Answer>> answers = loads.stream()
				.map((page) -> visitors.submit(() -> proxied.navigate(page)))
				.toList();
			long hinted = 0;
			for (int i = 0; i < loads.size(); i++) {
				Answer answer = answers.get(i).get();
				assertSame(loads.get(i), answer, expected.get(loads.get(i)));
				hinted += answer.isHinted() ? 1 : 0;
			}
			return hinted;
		}
		finally {
			visitors.shutdownNow();
		}
	}

	private static void assertSame(String page, Answer answer, Answer expected) {
		assertThat(answer.status()).as(page).isEqualTo(200);
		// Without the texts, which nobody wants to read in a report.
		assertThat(answer.body().length()).as(page).isEqualTo(expected.body().length());
		assertThat(answer.body().equals(expected.body())).as(page).isTrue();
	}

}
