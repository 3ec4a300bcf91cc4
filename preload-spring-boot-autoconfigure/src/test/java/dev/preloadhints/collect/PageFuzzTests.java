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

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.ReadableLinks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any HTML becomes a header that others read, or none. Without more ado, the seeds beside
 * this class are read; CONTRIBUTING says how to look for others.
 */
class PageFuzzTests {

	/**
	 * A page.
	 * @param html the first byte is the room for its links; then its path up to a line
	 * break; then its elements
	 */
	@FuzzTest(maxDuration = "5m")
	void anyPageBecomesAHeaderThatOthersRead(byte[] html) {
		String text = new String(html, StandardCharsets.UTF_8);
		int pathEnd = Math.max(1, text.indexOf('\n'));
		if (text.length() <= pathEnd) {
			return;
		}
		TestPage page = TestPage.pageAt(text.substring(1, pathEnd), text.substring(pathEnd));
		assertThat(page.failures()).allMatch((message) -> message.contains("allowed is") || message.contains("needs"));
		List<Link> links = page.collector().links().written();
		ReadableLinks.check(links);
		ReadableLinks.check(page.collector().links().absolute());
		ReadableLinks.checkBudget(links, new LinkBudget(text.charAt(0) * 8, text.charAt(0) % 9), "");
		ReadableLinks.checkBudget(links, new LinkBudget(text.charAt(0) * 8, text.charAt(0) % 9), "</own>; rel=next");
		assertThat(links).hasSizeLessThanOrEqualTo(256);
	}

}
