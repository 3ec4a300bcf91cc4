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

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.preloadhints.AssetAccess;
import dev.preloadhints.asset.css.EffortExceededException;
import dev.preloadhints.asset.css.FontLikelihood;
import dev.preloadhints.asset.css.FontSelection;
import dev.preloadhints.asset.css.FontSource;
import dev.preloadhints.asset.css.SelectedFont;
import dev.preloadhints.asset.css.StyleSheet;
import dev.preloadhints.asset.script.ModuleImports;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;
import dev.preloadhints.link.Url;

/**
 * Knows what the application's own style sheets and modules pull in by themselves:
 * imports, fonts, imported modules. A page asks for what is known of its assets and never
 * waits: what is not known yet, or may have changed, is worked out in the background.
 */
public final class AssetDiscovery {

	private static final Log logger = LogFactory.getLog("preload");

	/** Bytes of combinations of assets on a page, of which an application has few. */
	private static final int MAX_WEIGHT = 16 * 1024 * 1024;

	private static final int ENTRY_WEIGHT = 300;

	/** A developer who changes a file reloads the page soon. */
	private static final Duration CHANGEABLE = Duration.ofSeconds(2);

	private static final Duration INCOMPLETE = Duration.ofMinutes(1);

	/** Of which the first are hinted that are used. */
	private static final int MAX_FONTS = 16;

	/** Keeps names that differ each time from filling the memory. */
	private static final int MAX_LOGGED = 1000;

	private final Cache<DiscoverySources, Dependencies> known = Caffeine.newBuilder()
		.maximumWeight(MAX_WEIGHT)
		.weigher((DiscoverySources sources, Dependencies pulledIn) -> ENTRY_WEIGHT + weight(sources.links())
				+ weight(pulledIn.imports()) + weight(pulledIn.fonts().stream().map(Dependencies.Font::link).toList()))
		.build();

	private final Set<DiscoverySources> waiting = ConcurrentHashMap.newKeySet();

	private final Set<String> missing = ConcurrentHashMap.newKeySet();

	private final AssetCatalog assets;

	private final AssetWorker worker;

	private final DiscoverySettings settings;

	private final AssetAccess access;

	private final Consumer<Throwable> failures;

	private final Clock clock;

	private final StyleSheetGraph styleSheets;

	private final ModuleGraph modules;

	/**
	 * Create a discovery.
	 * @param assets the application's assets
	 * @param worker works it out
	 * @param settings what is worked out
	 * @param failures told of assets that cannot be read
	 * @param clock the time
	 */
	public AssetDiscovery(AssetCatalog assets, AssetWorker worker, DiscoverySettings settings,
			Consumer<Throwable> failures, Clock clock) {
		this(assets, AssetAccess.ANYBODY, worker, settings, failures, clock);
	}

	/**
	 * Create a discovery.
	 * @param assets the application's assets
	 * @param access tells who may have them
	 * @param worker works it out
	 * @param settings what is worked out
	 * @param failures told of assets that cannot be read
	 * @param clock the time
	 */
	public AssetDiscovery(AssetCatalog assets, AssetAccess access, AssetWorker worker, DiscoverySettings settings,
			Consumer<Throwable> failures, Clock clock) {
		this.access = access;
		this.assets = assets;
		this.worker = worker;
		this.settings = settings;
		this.failures = failures;
		this.clock = clock;
		this.styleSheets = new StyleSheetGraph(
				new AssetContents<>(assets, AssetDiscovery::styleSheet, () -> StyleSheet.read(""), failures));
		this.modules = new ModuleGraph(new AssetContents<>(assets, ModuleImports::read, List::of, failures));
	}

	private static int weight(List<Link> links) {
		return links.stream().mapToInt((link) -> ENTRY_WEIGHT + 2 * link.length()).sum();
	}

	/** What browsers make of a text that was cut off is nothing to rely on. */
	private static StyleSheet styleSheet(String css) throws IOException {
		StyleSheet styleSheet = StyleSheet.read(css);
		if (!styleSheet.isComplete()) {
			throw new IOException("it ends inside of a block, a bracket or a comment");
		}
		return styleSheet;
	}

	/**
	 * What the assets of a page pull in, as far as it is known.
	 * @param sources style sheets and modules of the page in document order, no target
	 * relative to the page's path
	 * @param page links to what the page is known to request
	 * @param contextPath context path of the request, empty for the root
	 * @param omissions told what gets no link, and why
	 * @return links to what else the page will request
	 */
	public List<Link> pulledIn(List<Link> sources, List<Link> page, String contextPath, Omissions omissions) {
		DiscoverySources key = DiscoverySources.of(sources, this.settings, contextPath, this.assets.contextPath());
		if (key.links().isEmpty()) {
			return List.of();
		}
		Dependencies pulledIn = this.known.getIfPresent(key);
		if (pulledIn == null || pulledIn.dueAt() <= this.clock.millis()) {
			workOut(key.copy());
		}
		if (pulledIn == null || !pulledIn.restricted().stream().allMatch(this.access::isForVisitor)) {
			return List.of();
		}
		return pulledIn.links(page, contextPath, this.settings.maxFonts(), this.assets, omissions);
	}

	private void workOut(DiscoverySources sources) {
		if (this.waiting.add(sources) && !this.worker.submit(() -> workOutNow(sources))) {
			this.waiting.remove(sources);
		}
	}

	private void workOutNow(DiscoverySources sources) {
		try {
			this.known.put(sources, walk(sources));
		}
		catch (Throwable ex) {
			this.known.put(sources, new Dependencies(List.of(), List.of(), new Omissions(), List.of(),
					this.clock.millis() + INCOMPLETE.toMillis()));
			this.failures.accept(ex);
		}
		finally {
			this.waiting.remove(sources);
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
		List<Dependencies.Font> fonts = this.settings.fonts() ? fonts(sheets, walk) : List.of();
		return new Dependencies(List.copyOf(imports), fonts, walk.leftOut(), walk.restricted(), dueAt(walk));
	}

	private List<Dependencies.Font> fonts(List<StyleSheetGraph.Sheet> sheets, AssetWalk walk) {
		// What applies under a condition says nothing about the text that there is.
		List<StyleSheetGraph.Sheet> always = sheets.stream().filter((sheet) -> sheet.entry().media() == null).toList();
		List<Dependencies.Font> fonts = new ArrayList<>();
		for (SelectedFont font : select(always.stream().map(StyleSheetGraph.Sheet::content).toList())) {
			AssetReference sheet = always.get(font.sheet()).entry().reference();
			FontSource source = font.face().source();
			if (source != null && fonts.size() == MAX_FONTS) {
				walk.leaveOut(source.url(), sheet, OmissionReason.MAX_FONTS);
				continue;
			}
			AssetReference reference = (source != null) ? walk.follow(source.url(), sheet) : null;
			if (source != null && reference != null) {
				Link link = Link.preload(reference.target(), Destination.FONT)
					.type(source.type())
					.media(font.face().media())
					.build();
				fonts.add(new Dependencies.Font(link, reference.path(), font.certainty() != FontLikelihood.POSSIBLE));
			}
		}
		return fonts;
	}

	/** None at all if it takes too long, as any other rule may be the one that counts. */
	private List<SelectedFont> select(List<StyleSheet> styleSheets) {
		try {
			return FontSelection.select(styleSheets);
		}
		catch (EffortExceededException ex) {
			this.failures.accept(new IOException("The fonts of a page are not worked out: " + ex.getMessage(), ex));
			return List.of();
		}
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
