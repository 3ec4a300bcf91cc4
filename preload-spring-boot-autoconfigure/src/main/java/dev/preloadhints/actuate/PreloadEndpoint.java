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

package dev.preloadhints.actuate;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

import dev.preloadhints.PageKey;
import dev.preloadhints.asset.Asset;
import dev.preloadhints.asset.MvcPaths;
import dev.preloadhints.link.ContextPath;
import dev.preloadhints.link.Link;
import dev.preloadhints.page.PageHistory;
import dev.preloadhints.page.PageStore;

/**
 * Tells what is known of each page and what became of it, and forgets it. Shows no URL
 * that could be one user's own: pages by their pattern, and of their links only those
 * that are the same for everyone.
 * <p>
 * Can be read by default. Forgetting needs unrestricted access, which has to be asked
 * for.
 */
@Endpoint(id = "preload", defaultAccess = Access.READ_ONLY)
public final class PreloadEndpoint {

	private final PageJournal journal;

	private final PageStore store;

	private final PageDescriber describer;

	private final MvcPaths paths;

	/**
	 * Create the endpoint.
	 * @param journal what became of the requests for each page
	 * @param store what is known of each page
	 * @param minRenders renders that a link has to be on before it is sent
	 * @param assets finds what is known of a link's target, given the path that URLs of
	 * the application begin with
	 * @param paths tells which paths are Spring MVC's
	 */
	public PreloadEndpoint(PageJournal journal, PageStore store, int minRenders,
			BiFunction<Link, String, @Nullable Asset> assets, MvcPaths paths) {
		this.paths = paths;
		this.journal = journal;
		this.store = store;
		this.describer = new PageDescriber(minRenders, assets);
	}

	/**
	 * The pages in short.
	 * @param path path of a page as it stands in a browser, such as {@code /books/dune};
	 * with it, only the pages whose pattern it matches
	 * @return the pages, by pattern
	 */
	@ReadOperation
	@SuppressWarnings("deprecation") // the only one that says to Spring Boot 3.5 that a
										// parameter is optional
	public PagesDescriptor pages(@org.springframework.lang.Nullable @Nullable String path) {
		Map<PageKey, PageHistory> known = this.store.pages();
		return new PagesDescriptor(this.journal.records()
			.entrySet()
			.stream()
			.filter((entry) -> path == null || matches(entry.getKey(), path, entry.getValue().contextPath()))
			.map((entry) -> this.describer.summary(entry.getKey(),
					known.getOrDefault(entry.getKey(), PageHistory.UNKNOWN), entry.getValue()))
			.sorted(Comparator.comparing(PagesDescriptor.Summary::pattern).thenComparing(PagesDescriptor.Summary::id))
			.toList());
	}

	private boolean matches(PageKey key, String url, String contextPath) {
		int query = url.indexOf('?');
		String path = (query >= 0) ? url.substring(0, query) : url;
		String within = Objects.requireNonNullElse(ContextPath.within(path, contextPath), path);
		String lookupPath = Objects.requireNonNullElse(this.paths.lookupPath(within), within);
		try {
			return PathPatternParser.defaultInstance.parse(key.pattern()).matches(PathContainer.parsePath(lookupPath));
		}
		catch (PatternParseException ex) {
			// Handlers may be mapped by other kinds of patterns.
			return key.pattern().equals(lookupPath);
		}
	}

	/**
	 * A page in full.
	 * @param page its id
	 * @return what is known of it, or {@code null} if there is no such page
	 */
	@ReadOperation
	public @Nullable PageDescriptor page(@Selector String page) {
		for (Map.Entry<PageKey, PageRecord> entry : this.journal.records().entrySet()) {
			PageKey key = entry.getKey();
			if (PageId.of(key).equals(page)) {
				PageHistory known = this.store.find(key);
				return this.describer.describe(key, (known != null) ? known : PageHistory.UNKNOWN, entry.getValue());
			}
		}
		return null;
	}

	/**
	 * Forget all pages.
	 * @return how many there were
	 */
	@DeleteOperation
	public ForgottenDescriptor forgetAll() {
		int pages = this.journal.records().size();
		this.journal.forgetAll();
		return new ForgottenDescriptor(pages);
	}

	/**
	 * Forget a page.
	 * @param page its id
	 * @return how many there were
	 */
	@DeleteOperation
	public ForgottenDescriptor forget(@Selector String page) {
		int pages = 0;
		for (PageKey key : this.journal.records().keySet()) {
			if (PageId.of(key).equals(page)) {
				this.journal.forget(key);
				pages++;
			}
		}
		return new ForgottenDescriptor(pages);
	}

	/**
	 * What was forgotten.
	 *
	 * @param forgotten number of pages; zero if there is no page with the id
	 */
	public record ForgottenDescriptor(int forgotten) implements OperationResponseBody {
	}

}
