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

package dev.preloadhints.earlyhints;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Weighed}.
 */
class WeighedTests {

	private final List<Weighed> links = new ArrayList<>();

	@Test
	void whatBlocksPaintingGoesLast() {
		add(Link.preload("/main.css", Destination.STYLE), 90);
		add(Link.preload("/text.woff2", Destination.FONT), 20);
		add(Link.preload("/app.js", Destination.SCRIPT), 60);
		add(Link.preload("/hero.jpg", Destination.IMAGE), 40);
		add(Link.modulePreload("/module.js"), 10);
		add(Link.preconnect("https://cdn.example.com"), 0);
		assertThat(leftOut(0)).containsExactly("/module.js", "/hero.jpg", "/text.woff2", "/app.js", "/main.css");
	}

	@Test
	void mainStyleSheetStays() {
		add(Link.preload("/main.css", Destination.STYLE), 400);
		add(Link.preload("/theme.css", Destination.STYLE), 80);
		add(Link.preload("/page.css", Destination.STYLE), 60);
		assertThat(leftOut(512)).containsExactly("/page.css");
	}

	@Test
	void whatIsTooMuchAloneGoesWithoutTheOthers() {
		add(Link.preload("/main.css", Destination.STYLE), 600);
		add(Link.preload("/theme.css", Destination.STYLE), 80);
		add(Link.preload("/page.css", Destination.STYLE), 60);
		add(Link.preload("/text.woff2", Destination.FONT), 20);
		assertThat(leftOut(512)).containsExactly("/main.css");
	}

	@Test
	void ofTheOthersTheHeaviestGoesFirst() {
		add(Link.preload("/main.css", Destination.STYLE), 100);
		add(Link.preload("/small.jpg", Destination.IMAGE), 10);
		add(Link.preload("/large.jpg", Destination.IMAGE), 300);
		assertThat(leftOut(399)).containsExactly("/large.jpg");
	}

	private void add(LinkBuilder link, long size) {
		this.links.add(new Weighed(link.build(), size));
	}

	private List<String> leftOut(long maxWeight) {
		List<String> leftOut = new ArrayList<>();
		long weight = this.links.stream().mapToLong(Weighed::size).sum();
		while (weight > maxWeight) {
			Weighed dispensable = Weighed.mostDispensable(this.links, maxWeight);
			this.links.remove(dispensable);
			weight -= dispensable.size();
			leftOut.add(dispensable.link().target());
		}
		return leftOut;
	}

}
