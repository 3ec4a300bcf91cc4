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

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.ContextPath;
import dev.preloadhints.link.Url;

/**
 * A URL that means a resource of the application.
 *
 * @param path path within the application in its one spelling, without a query
 * @param target the path as it is written, with the query if the URL has one
 */
record AssetReference(String path, String target) {

	/**
	 * Read a URL.
	 * @param url a URL without host whose path is absolute
	 * @param contextPath context path that the URL begins with
	 * @return {@code null} if it is a URL of somebody else
	 */
	static @Nullable AssetReference of(@Nullable Url url, String contextPath) {
		String within = ContextPath.within(url, contextPath);
		String path = (within != null) ? AssetPath.canonical(within) : null;
		return (url != null && path != null) ? new AssetReference(path, url.toString().substring(contextPath.length()))
				: null;
	}

	/**
	 * Read a URL that this resource refers to.
	 * @param url the URL as it is written
	 * @param contextPath context path of the application, which this resource is below of
	 * @return {@code null} if it is a URL of somebody else
	 */
	@Nullable AssetReference resolve(Url url, String contextPath) {
		Url base = Url.parse(contextPath + this.target);
		return (base != null && !url.isEmpty()) ? of(base.resolve(url), contextPath) : null;
	}

}
