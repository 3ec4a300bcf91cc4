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

package dev.preloadhints.asset;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * The URLs under which the application serves its static resources: with its context path
 * and, where they are versioned, with the version.
 */
public final class AssetUrls {

	private final Supplier<@Nullable ResourceUrlProvider> resourceUrls;

	private final MvcPaths paths;

	/**
	 * Create the URLs of an application's resources.
	 * @param resourceUrls gives Spring's own knowledge of them, if there is any; asked
	 * only when a page needs it, because that knowledge is made of Spring MVC's
	 * configuration
	 * @param paths tells which paths are Spring MVC's
	 */
	public AssetUrls(Supplier<@Nullable ResourceUrlProvider> resourceUrls, MvcPaths paths) {
		this.resourceUrls = resourceUrls;
		this.paths = paths;
	}

	/**
	 * The URL that a page would use.
	 * @param contextPath context path of the request, empty for the root
	 * @param href what somebody declared: a path within the application such as
	 * {@code /css/app.css}, the prefix of Spring MVC's servlet included, or any other
	 * URL, which is left as it is
	 * @return the URL, for instance {@code /shop/css/app-5f3a….css}
	 */
	public String publicUrl(String contextPath, String href) {
		if (!href.startsWith("/") || href.startsWith("//")) {
			return href;
		}
		ResourceUrlProvider provider = this.resourceUrls.get();
		String prefix = (provider != null) ? this.paths.prefix(href) : null;
		String versioned = (provider != null && prefix != null)
				? provider.getForLookupPath(href.substring(prefix.length())) : null;
		return contextPath + ((versioned != null) ? prefix + versioned : href);
	}

}
