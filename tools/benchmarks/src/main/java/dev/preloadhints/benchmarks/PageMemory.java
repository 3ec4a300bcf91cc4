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
package dev.preloadhints.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.preloadhints.PageKey;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.page.InMemoryPageStore;
import dev.preloadhints.page.Render;

/**
 * What a page takes of the heap, once it is known: 8 links, some of them those of a
 * layout that all pages have.
 */
public final class PageMemory {

	private static final int LINKS = 8;

	/** As many as are remembered. */
	private static final int RENDERS = 16;

	private PageMemory() {
	}

	/**
	 * Measure and print.
	 * @param args number of pages (default 10,000)
	 */
	public static void main(String[] args) {
		run(System.out, (args.length > 0) ? Integer.parseInt(args[0]) : 10_000);
	}

	static void run(PrintStream out, int pages) {
		out.println("| links of the layout | links of the page alone | bytes per page |");
		out.println("|--:|--:|--:|");
		for (int shared : new int[] { LINKS, 6, 0 }) {
			out.printf(Locale.ROOT, "| %d | %d | %,.0f |%n", shared, LINKS - shared, bytesPerPage(pages, shared));
		}
	}

	static double bytesPerPage(int pages, int shared) {
		List<Link> layout = links("layout", shared);
		long before = usedHeap();
		InMemoryPageStore store = new InMemoryPageStore(pages, 10_000L * pages, Duration.ofDays(1));
		for (int i = 0; i < pages; i++) {
			List<Link> links = new ArrayList<>(layout);
			links.addAll(links("page-" + i, LINKS - shared));
			Render render = new Render(links, Set.of(), 0, Render.Hinted.NOT);
			PageKey key = new PageKey("PageController#page", "/pages/" + i + "/{slug}", "");
			for (int j = 0; j < RENDERS; j++) {
				store.update(key, (page) -> page.after(render));
			}
			// As a request does.
			if (store.find(key).hints(2).size() != LINKS) {
				throw new IllegalStateException("The page was not learned");
			}
		}
		long after = usedHeap();
		if (store.size() != pages) {
			throw new IllegalStateException("Pages were forgotten");
		}
		return (double) (after - before) / pages;
	}

	private static List<Link> links(String name, int count) {
		List<Link> links = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			links.add(Link.preload("/assets/styles/" + name + "-" + i + "-5b1f6c0d.css", Destination.STYLE).build());
		}
		return links;
	}

	private static long usedHeap() {
		for (int i = 0; i < 5; i++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
