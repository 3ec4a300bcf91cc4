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

package dev.preloadhints.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import dev.preloadhints.AssetAccess;
import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.PageVariant;
import dev.preloadhints.asset.AssetCatalog;
import dev.preloadhints.asset.AssetDiscovery;
import dev.preloadhints.asset.AssetUrls;
import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.asset.DependencyKind;
import dev.preloadhints.asset.DependencyReader;
import dev.preloadhints.asset.DiscoverySettings;
import dev.preloadhints.asset.LinkAssets;
import dev.preloadhints.asset.MvcPaths;
import dev.preloadhints.collect.LinkCollector;
import dev.preloadhints.collect.TemplateExecution;
import dev.preloadhints.declare.Declarations;
import dev.preloadhints.declare.DeclaredPageLinks;
import dev.preloadhints.declare.LinkRestrictions;
import dev.preloadhints.declare.UrlPatterns;
import dev.preloadhints.earlyhints.EarlyHints;
import dev.preloadhints.earlyhints.EarlyHintsSelection;
import dev.preloadhints.earlyhints.EarlyHintsSettings;
import dev.preloadhints.earlyhints.sender.InterimResponse;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.header.LinkHeaderSettings;
import dev.preloadhints.header.LinkHeaders;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.page.InMemoryPageStore;
import dev.preloadhints.page.LearnableLinks;
import dev.preloadhints.page.PageLearner;
import dev.preloadhints.page.SharingPolicy;

/**
 * An application with one page and one style sheet, without a container: all that is
 * between a request and its hints.
 */
final class TestApplication implements PreloadListener, EarlyHintsSender, AutoCloseable {

	private static final LinkBudget BUDGET = new LinkBudget(1000, 16);

	private final List<EarlyHintsReport> decisions = new ArrayList<>();

	private final List<Throwable> failures = new ArrayList<>();

	private final AssetWorker worker = new AssetWorker(this.failures::add);

	private final PreloadEvents events = new PreloadEvents(List.of(this));

	private final InMemoryPageStore store = new InMemoryPageStore(50, 1_000_000, Duration.ofDays(1));

	private final AssetCatalog assets;

	private final PreloadInterceptor interceptor;

	private final AssetResponseFilter assetFilter;

	TestApplication(List<PageVariant> variants) {
		ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
		handler.setLocations(List.of(new ClassPathResource("dev/preloadhints/asset/")));
		handler.setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
		ResourceUrlProvider resourceUrls = new ResourceUrlProvider();
		try {
			handler.afterPropertiesSet();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		resourceUrls.setHandlerMap(Map.of("/**", handler));
		this.assets = new AssetCatalog(() -> resourceUrls, "", Clock.systemUTC());
		this.assetFilter = new AssetResponseFilter(() -> this.assets, () -> this.events);
		UrlPatterns excluded = new UrlPatterns(List.of("/excluded/**"));
		LinkRestrictions policy = new LinkRestrictions(EnumSet.allOf(Destination.class), excluded, List.of(),
				this.events);
		LinkAssets linkAssets = new LinkAssets(this.assets);
		LearnableLinks learnable = new LearnableLinks(new SharingPolicy(this.assets, Set.of()), linkAssets,
				this.failures::add);
		EarlyHintsSettings hints = new EarlyHintsSettings(true, false, true, 1_000_000, 2, BUDGET, 8192);
		EarlyHints earlyHints = new EarlyHints(hints,
				new EarlyHintsSelection(hints, linkAssets, policy, this.worker, this.events),
				new InterimResponse(List.of(this)), this.events);
		PageLearner learner = new PageLearner(this.store, learnable, this.worker, 2, this.events);
		AssetDiscovery discovery = new AssetDiscovery(this.assets, AssetAccess.ANYBODY, this.worker,
				new DependencyReader(this.assets, AssetAccess.ANYBODY,
						new DiscoverySettings(Set.of(DependencyKind.values()), 2), this.failures::add,
						Clock.systemUTC()),
				Clock.systemUTC());
		LinkHeaders headers = new LinkHeaders(new LinkHeaderSettings(true, BUDGET, 8192, 0, true), linkAssets,
				this.events);
		Declarations declarations = new Declarations(new DeclaredPageLinks(excluded, List.of()),
				() -> new AssetUrls(() -> resourceUrls, new MvcPaths(List::of)));
		this.interceptor = new PreloadInterceptor(declarations,
				new PageRenderings(policy, discovery, headers, this.events), earlyHints,
				new PageLearning(new PageKeys(variants), learner, this.events), this.events);
	}

	/** The page, which references what it is asked to. */
	void page(HttpServletRequest request, HttpServletResponse response, String... styles) {
		request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/page");
		this.interceptor.preHandle(request, response, this);
		response.setContentType("text/html");
		LinkCollector collector = (LinkCollector) request.getAttribute(LinkCollector.ATTRIBUTE);
		if (collector != null) {
			collector.templateStarted(new TemplateExecution(this, response, true));
			for (String style : styles) {
				collector.links().add(Link.preload(style, Destination.STYLE));
			}
			collector.templateEnded(this);
		}
		this.interceptor.afterCompletion(request, response, this, null);
	}

	/** A request whose answer is looked at for what it says of a resource. */
	void resource(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
		try {
			this.assetFilter.doFilter(request, response, chain);
		}
		catch (IOException | ServletException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void resource(HttpServletRequest request, HttpServletResponse response) {
		resource(request, response, (same, answered) -> {
			// answered already
		});
	}

	/** Wait for what is looked for in the background. */
	void settle() {
		CompletableFuture<Void> done = new CompletableFuture<>();
		while (!this.worker.submit(() -> done.complete(null))) {
			Thread.onSpinWait();
		}
		done.join();
	}

	AssetCatalog assets() {
		return this.assets;
	}

	InMemoryPageStore store() {
		return this.store;
	}

	List<EarlyHintsReport> decisions() {
		return this.decisions;
	}

	List<Throwable> failures() {
		return this.failures;
	}

	/** The links of the last Early Hints, none if there were none. */
	List<String> hints() {
		return this.decisions.get(this.decisions.size() - 1).links().stream().map(Link::fieldValue).toList();
	}

	@Override
	public void earlyHintsDecided(EarlyHintsReport report) {
		this.decisions.add(report);
	}

	@Override
	public void failed(PreloadStage stage, Throwable failure) {
		this.failures.add(failure);
	}

	@Override
	public boolean isAvailable() {
		return true;
	}

	@Override
	public boolean supports(Class<? extends HttpServletResponse> type) {
		return MockHttpServletResponse.class.isAssignableFrom(type);
	}

	@Override
	public void send(HttpServletResponse response) {
		// that it was decided is all that is asked for
	}

	@Override
	public void close() {
		this.worker.close();
	}

}
