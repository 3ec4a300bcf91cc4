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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.SourceSet;
import dev.preloadhints.link.Url;

/**
 * What the URLs of one page mean: {@code base href}, which a header knows nothing of, the
 * page's own path, and the session ids that must not leave the page.
 */
public final class PageUrls {

	/**
	 * Characters of a base that is put in front of each URL. No header has room for many
	 * that are longer, and a page would cost the product of the two.
	 */
	private static final int MAX_BASE = 2048;

	/** Characters of all the URLs of a source set; no header has room for more. */
	private static final int MAX_SOURCE_SET = 64 * 1024;

	private static final String DEFAULT_SESSION_PARAMETER = "jsessionid";

	private final String path;

	private final String sessionParameter;

	private @Nullable Url base;

	private boolean baseSeen;

	private boolean longBase;

	private boolean unicode = true;

	/**
	 * Create the URLs of a page.
	 * @param path path of the page as the browser asked for it, percent-encoded
	 * @param sessionParameter name of the path parameter in which the container writes
	 * the session id, such as {@code jsessionid}
	 */
	public PageUrls(String path, String sessionParameter) {
		// A path that begins with an empty segment would read as a host.
		this.path = path.startsWith("//") ? "/." + path : path;
		this.sessionParameter = sessionParameter;
	}

	/** Whether URLs mean something else than on other pages. */
	boolean differ() {
		return this.base != null || !this.unicode;
	}

	/**
	 * How the page is encoded, and with it the queries of its URLs
	 * (<a href= "https://url.spec.whatwg.org/#query-state">URL, query state</a>).
	 * @param name name of the encoding
	 */
	public void encoding(String name) {
		this.unicode = name.regionMatches(true, 0, "UTF-", 0, 4);
	}

	/** Only the first {@code base} with {@code href} counts. */
	void base(@Nullable String href) {
		if (href == null || this.baseSeen) {
			return;
		}
		this.baseSeen = true;
		Url url = Url.parse(href);
		this.base = (url != null && url.isHttp() && !url.isEmpty()) ? url : null;
		this.longBase = href.length() > MAX_BASE;
	}

	/** Forget the base. */
	void reset() {
		this.base = null;
		this.baseSeen = false;
	}

	/**
	 * Replace the URLs of a link, as they are written, by those that are requested.
	 * @return {@code null}, or why there is nothing to request
	 */
	@Nullable OmissionReason resolve(LinkBuilder link) {
		String srcset = link.imagesrcset();
		if (srcset != null) {
			List<SourceSet.Candidate> candidates = new ArrayList<>(4);
			int length = 0;
			for (SourceSet.Candidate candidate : SourceSet.parse(srcset).candidates()) {
				Url url = Url.parse(candidate.url());
				OmissionReason reason = check(url, candidate.url());
				if (url == null || reason != null) {
					return (reason != null) ? reason : OmissionReason.URL;
				}
				String resolved = resolve(url).toString();
				length += resolved.length() + candidate.descriptor().length();
				if (length > MAX_SOURCE_SET) {
					return OmissionReason.MAX_SIZE;
				}
				candidates.add(new SourceSet.Candidate(resolved, candidate.descriptor()));
			}
			link.imagesrcset(new SourceSet(candidates).toString());
			if (link.target().isEmpty() && !candidates.isEmpty()) {
				// A header needs a target where an element does not.
				link.target(candidates.get(0).url());
				return null;
			}
		}
		Url url = Url.parse(link.target());
		OmissionReason reason = check(url, link.target());
		if (url == null || reason != null) {
			return (reason != null) ? reason : OmissionReason.URL;
		}
		Url resolved = resolve(url);
		boolean connection = link.relation().isConnection();
		link.target((connection && resolved.hasAuthority()) ? resolved.origin() : resolved.toString());
		return null;
	}

	private @Nullable OmissionReason check(@Nullable Url url, String written) {
		if (url == null || url.isEmpty()) {
			return OmissionReason.URL;
		}
		if (!url.isHttp()) {
			return OmissionReason.SCHEME;
		}
		if (this.base != null && this.longBase && !url.hasAuthority()) {
			return OmissionReason.MAX_SIZE;
		}
		if (!this.unicode && hasLettersInQuery(written)) {
			return OmissionReason.ENCODING;
		}
		return hasSessionId(url) ? OmissionReason.SESSION_ID : null;
	}

	private static boolean hasLettersInQuery(String written) {
		int query = written.indexOf('?');
		return query >= 0 && written.chars().skip(query).anyMatch((c) -> c > '~');
	}

	/** Jetty writes the default name, however the cookie is called. */
	private boolean hasSessionId(Url url) {
		return url.hasPathParameter(this.sessionParameter) || url.hasPathParameter(DEFAULT_SESSION_PARAMETER);
	}

	private Url resolve(Url url) {
		return (this.base != null) ? this.base.resolve(url) : url;
	}

	/** Whether a link's target means the same on every path. */
	static boolean isIndependent(String target) {
		return target.startsWith("/") || target.startsWith("https://") || target.startsWith("http://");
	}

	/** The same target, independent of the page's path. */
	String absolutePath(String target) {
		if (isIndependent(target)) {
			return target;
		}
		Url page = Url.parse(this.path);
		Url url = Url.parse(target);
		if (page == null || url == null || target.equals(url.origin())) {
			return target;
		}
		return page.resolve(url).toString();
	}

}
