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

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.preloadhints.AssetAccess;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.Omissions;
import dev.preloadhints.link.Url;

/**
 * Reads from style sheets and modules what they pull in.
 */
public final class DependencyReader {

	private static final Log logger = LogFactory.getLog("preload");

	/** A developer who changes a file reloads the page soon. */
	private static final Duration CHANGEABLE = Duration.ofSeconds(2);

	private static final Duration INCOMPLETE = Duration.ofMinutes(1);

	/** Keeps names that differ each time from filling the memory. */
	private static final int MAX_LOGGED = 1000;

	private final Set<String> missing = ConcurrentHashMap.newKeySet();

	private final AssetCatalog assets;

	private final AssetAccess access;

	private final DiscoverySettings settings;

	private final Consumer<Throwable> failures;

	private final Clock clock;

	private final StyleSheetGraph styleSheets;

	private final ModuleGraph modules;

	private final PageFonts fonts;

	/**
	 * Create a reader.
	 * @param assets the application's assets
	 * @param access tells who may have them
	 * @param settings what is read
	 * @param failures told of assets that cannot be read
	 * @param clock the time
	 */
	public DependencyReader(AssetCatalog assets, AssetAccess access, DiscoverySettings settings,
			Consumer<Throwable> failures, Clock clock) {
		this.assets = assets;
		this.access = access;
		this.settings = settings;
		this.failures = failures;
		this.clock = clock;
		this.styleSheets = StyleSheetGraph.of(assets, failures);
		this.modules = ModuleGraph.of(assets, failures);
		this.fonts = new PageFonts(failures);
	}

	DiscoverySettings settings() {
		return this.settings;
	}

	/** Read the files, or give up for a while and tell why. */
	Dependencies read(DiscoverySources sources) {
		try {
			return walk(sources);
		}
		catch (Throwable ex) {
			this.failures.accept(ex);
			return new Dependencies(List.of(), List.of(), new Omissions(), List.of(),
					this.clock.millis() + INCOMPLETE.toMillis());
		}
	}

	private Dependencies walk(DiscoverySources sources) {
		AssetWalk walk = new AssetWalk(this.assets, this.access, sources.elsewhere(), this::logMissing, this.failures);
		List<StyleSheetGraph.Entry> styleEntries = new ArrayList<>();
		List<ModuleGraph.Module> moduleEntries = new ArrayList<>();
		for (Link source : sources.links()) {
			AssetReference reference = AssetReference.of(Url.parse(source.target()), "");
			if (reference != null && source.relation() == LinkRelation.MODULEPRELOAD) {
				moduleEntries.add(new ModuleGraph.Module(reference, source.crossorigin(), 0));
			}
			else if (reference != null) {
				styleEntries.add(new StyleSheetGraph.Entry(reference, source.media()));
			}
		}
		List<StyleSheetGraph.Sheet> sheets = this.styleSheets.sheets(styleEntries, walk);
		List<Link> imports = new ArrayList<>();
		for (StyleSheetGraph.Sheet sheet : sheets) {
			if (sheet.imported() && this.settings.imports()) {
				imports.add(Link.preload(sheet.entry().reference().target(), Destination.STYLE)
					.media(sheet.entry().media())
					.build());
			}
		}
		for (ModuleGraph.Module module : this.modules.imports(moduleEntries, walk)) {
			imports.add(Link.modulePreload(module.reference().target()).crossorigin(module.crossorigin()).build());
		}
		List<Dependencies.Font> fonts = this.settings.fonts() ? this.fonts.find(sheets, walk) : List.of();
		return new Dependencies(List.copyOf(imports), fonts, walk.leftOut(), walk.restricted(), dueAt(walk));
	}

	private long dueAt(AssetWalk walk) {
		if (walk.isChangeable()) {
			return this.clock.millis() + CHANGEABLE.toMillis();
		}
		return walk.isIncomplete() ? this.clock.millis() + INCOMPLETE.toMillis() : Long.MAX_VALUE;
	}

	private void logMissing(String path, String referrer) {
		if (this.missing.size() < MAX_LOGGED && this.missing.add(path)) {
			logger.info("No hint for " + path + ", which " + referrer
					+ " refers to: no resource handler of the application serves it");
		}
	}

}
