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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

import dev.preloadhints.asset.script.ModuleImports;
import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.OmissionReason;

/**
 * What modules import, from those of a page on: those that are imported directly come
 * first, because a browser finds the others later still.
 */
final class ModuleGraph {

	/** More steps than any graph has that was made for browsers. */
	private static final int MAX_DEPTH = 16;

	/** More than any header has room for. */
	private static final int MAX_IMPORTS = 64;

	private final AssetContents<List<String>> modules;

	ModuleGraph(AssetContents<List<String>> modules) {
		this.modules = modules;
	}

	static ModuleGraph of(AssetCatalog assets, Consumer<Throwable> failures) {
		return new ModuleGraph(new AssetContents<>(assets, ModuleImports::read, List::of, failures));
	}

	/**
	 * Follow the imports.
	 * @param entries the modules of a page
	 * @return the modules that they import, without the entries
	 */
	List<Module> imports(List<Module> entries, AssetWalk walk) {
		Set<String> seen = new HashSet<>();
		entries.forEach((entry) -> seen.add(entry.reference().target()));
		Queue<Module> waiting = new ArrayDeque<>(entries);
		List<Module> imports = new ArrayList<>();
		for (Module module = waiting.poll(); module != null; module = waiting.poll()) {
			ServedResource resource = walk.resource(module.reference());
			if (resource == null || module.depth() == MAX_DEPTH) {
				continue;
			}
			for (String specifier : this.modules.get(module.reference().path(), resource)) {
				if (imports.size() == MAX_IMPORTS) {
					leaveOut(specifier, module, seen, walk);
					continue;
				}
				AssetReference reference = isUrl(specifier) ? walk.follow(specifier, module.reference()) : null;
				if (reference != null && seen.add(reference.target())) {
					Module imported = new Module(reference, module.crossorigin(), module.depth() + 1);
					imports.add(imported);
					waiting.add(imported);
				}
			}
		}
		return imports;
	}

	private static void leaveOut(String specifier, Module importer, Set<String> seen, AssetWalk walk) {
		AssetReference reference = isUrl(specifier) ? walk.resolve(specifier, importer.reference()) : null;
		if (reference != null && seen.add(reference.target())) {
			walk.leaveOut(reference, OmissionReason.MAX_IMPORTS);
		}
	}

	/**
	 * Whether a specifier means something without an import map (HTML, resolve a module
	 * specifier): a bare one does not.
	 */
	private static boolean isUrl(String specifier) {
		return specifier.startsWith("/") || specifier.startsWith("./") || specifier.startsWith("../");
	}

	/**
	 * A module.
	 *
	 * @param reference what is requested
	 * @param crossorigin the CORS settings of the page's module, with which all are
	 * requested that it imports
	 * @param depth steps from the page's module
	 */
	record Module(AssetReference reference, CrossOrigin crossorigin, int depth) {
	}

}
