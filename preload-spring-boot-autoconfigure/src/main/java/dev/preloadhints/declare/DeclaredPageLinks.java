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

package dev.preloadhints.declare;

import java.util.ArrayList;
import java.util.List;

/**
 * Links that are declared for pages by the pattern of their path, and the pages that are
 * left alone.
 */
public final class DeclaredPageLinks {

	private final UrlPatterns excluded;

	private final List<Declaration> declarations;

	/**
	 * Create the declarations.
	 * @param excluded the pages that are left alone
	 * @param declarations the links
	 */
	public DeclaredPageLinks(UrlPatterns excluded, List<Declaration> declarations) {
		this.excluded = excluded;
		this.declarations = List.copyOf(declarations);
	}

	/** Whether nothing is declared for any path. */
	boolean isEmpty() {
		return this.excluded.isEmpty() && this.declarations.isEmpty();
	}

	boolean isExcluded(String path) {
		return this.excluded.matchPath(path);
	}

	List<DeclaredLink> links(String path) {
		if (this.declarations.isEmpty()) {
			return List.of();
		}
		List<DeclaredLink> links = new ArrayList<>();
		for (Declaration declaration : this.declarations) {
			if (declaration.pages().matchPath(path)) {
				links.add(declaration.link());
			}
		}
		return links;
	}

	/**
	 * A link that is declared for pages.
	 *
	 * @param pages the pages
	 * @param link the link
	 */
	public record Declaration(UrlPatterns pages, DeclaredLink link) {
	}

}
