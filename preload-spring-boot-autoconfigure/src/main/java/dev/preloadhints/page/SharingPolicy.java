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

package dev.preloadhints.page;

import java.io.IOException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.asset.Asset;
import dev.preloadhints.asset.AssetCatalog;
import dev.preloadhints.asset.LinkAssets;
import dev.preloadhints.link.ContextPath;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Url;

/**
 * Which links may be learned from one user's page and sent with another's: those whose
 * URL is the same for everyone.
 */
public final class SharingPolicy {

	/** More have no paths of files. */
	private static final int MAX_SEGMENTS = 16;

	private final AssetCatalog assets;

	private final Set<String> sharedOrigins;

	/**
	 * Create a policy.
	 * @param assets the application's static resources
	 * @param sharedOrigins origins whose URLs are the same for everyone, such as
	 * {@code https://cdn.example.com}
	 */
	public SharingPolicy(AssetCatalog assets, Set<String> sharedOrigins) {
		this.assets = assets;
		this.sharedOrigins = Set.copyOf(sharedOrigins);
	}

	/**
	 * Judge a link of a page that was rendered. Looks for a resource, unless that
	 * {@linkplain LinkAssets#isDecided is decided}.
	 */
	Verdict judge(Link link, String contextPath) throws IOException {
		Url url = Url.parse(link.target());
		if (url == null || link.relation() == LinkRelation.DNS_PREFETCH) {
			return Verdict.refuse(OmissionReason.RELATION);
		}
		if (link.earlyFieldValue() == null) {
			return Verdict.refuse(OmissionReason.CONDITIONAL);
		}
		boolean query = link.target().indexOf('?') >= 0;
		if (url.hasAuthority()) {
			return this.sharedOrigins.contains(url.origin()) ? new Verdict(null, query)
					: Verdict.refuse(OmissionReason.NOT_SHARED);
		}
		String path = ContextPath.within(url, contextPath);
		Asset asset = (path != null) ? this.assets.find(path) : null;
		if (path == null || asset == null) {
			return Verdict.refuse(OmissionReason.NOT_SHARED);
		}
		boolean own = query || !asset.shipped();
		return new Verdict(null, own && !this.assets.isNamed(link.target().substring(contextPath.length())));
	}

	/**
	 * Whether a context path is not the one that the container knows, so that the request
	 * says so and maybe its visitor.
	 */
	boolean isForwarded(String contextPath) {
		return !contextPath.equals(this.assets.contextPath());
	}

	/**
	 * Whether a link of a page means the same resource whatever the context path is. If
	 * not, a context path that a visitor made up would make another resource of what the
	 * template says. Looks for resources.
	 */
	boolean isClear(Link link, String contextPath) throws IOException {
		Url url = Url.parse(link.target());
		String meant = ContextPath.within(url, contextPath);
		if (url == null || url.hasAuthority()) {
			return true;
		}
		String path = url.path();
		int slashes = 0;
		for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
			String within = path.substring(i);
			if (++slashes > MAX_SEGMENTS || (!within.equals(meant) && this.assets.find(within) != null)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether a link may be learned.
	 *
	 * @param refusal why it may not, or {@code null}
	 * @param doubtful whether its URL could be one user's own, so that several clients
	 * have to be sent it before it counts as the same for everyone
	 */
	record Verdict(@Nullable OmissionReason refusal, boolean doubtful) {

		static Verdict refuse(OmissionReason reason) {
			return new Verdict(reason, false);
		}

	}

}
