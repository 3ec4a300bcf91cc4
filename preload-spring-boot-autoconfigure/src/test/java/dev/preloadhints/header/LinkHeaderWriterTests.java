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

package dev.preloadhints.header;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

import dev.preloadhints.collect.LinkDiscovery;
import dev.preloadhints.collect.LinkPolicy;
import dev.preloadhints.collect.PageLinks;
import dev.preloadhints.collect.PageUrls;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.OmissionReason;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LinkHeaderWriter}; what it does while a page is rendered is tested
 * with that.
 */
class LinkHeaderWriterTests {

	private static final String MODULE = "</m.js>; rel=modulepreload";

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final PageLinks links = new PageLinks(new PageUrls("/page", "jsessionid"), (link) -> null,
			LinkDiscovery.NONE);

	private final LinkPolicy policy = (link) -> link.target().equals("/a.css") || link.target().equals("/s.js")
			? OmissionReason.NOT_CACHEABLE : null;

	private final LinkHeaderWriter writer = new LinkHeaderWriter(
			new LinkHeaderSettings(true, new LinkBudget(1000, 16), 8192, 32768, false), new LinkHeaderFields(),
			this.links, this.policy, new PreloadEvents(List.of()));

	@Test
	void leavesOutOfTheHeaderWhatABrowserMustNotKeep() {
		this.links.add(Link.preload("/a.css", Destination.STYLE));
		this.links.add(Link.modulePreload("/m.js"));
		this.writer.write(this.response);
		assertThat(this.response.getHeaders("Link")).containsExactly(MODULE);
		Link late = this.links.add(Link.preload("/s.js", Destination.SCRIPT).build());
		assertThat(late).isNotNull();
		this.writer.append(this.response, late);
		assertThat(this.response.getHeaders("Link")).containsExactly(MODULE);
		this.writer.write(this.response);
		assertThat(this.response.getHeaders("Link")).containsExactly(MODULE);
		assertThat(this.writer.omissions().count(OmissionReason.NOT_CACHEABLE)).isEqualTo(2);
		assertThat(this.links.absolute()).as("learned all the same").hasSize(3);
	}

}
