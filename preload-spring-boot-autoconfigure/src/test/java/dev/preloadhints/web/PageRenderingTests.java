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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import dev.preloadhints.asset.AssetCatalog;
import dev.preloadhints.asset.LinkAssets;
import dev.preloadhints.collect.HtmlElement;
import dev.preloadhints.collect.LinkCollector;
import dev.preloadhints.collect.LinkDiscovery;
import dev.preloadhints.collect.LinkRules;
import dev.preloadhints.collect.PageLinks;
import dev.preloadhints.collect.PageUrls;
import dev.preloadhints.collect.TemplateExecution;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.header.LinkHeaderSettings;
import dev.preloadhints.header.LinkHeaderWriter;
import dev.preloadhints.header.LinkHeaders;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.OmissionReason;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageRendering}.
 */
class PageRenderingTests {

	private static final String STYLE = "</a.css>; rel=preload; as=style";

	private static final String MODULE = "</m.js>; rel=modulepreload";

	private static final String SCRIPT = "</s.js>; rel=preload; as=script";

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/page");

	private final List<PageReport> reports = new ArrayList<>();

	private final List<PreloadStage> failures = new ArrayList<>();

	private PageRendering rendering;

	private MockHttpServletResponse response = new MockHttpServletResponse();

	@BeforeEach
	void html() {
		this.response.setContentType("text/html;charset=UTF-8");
	}

	@Test
	void writesTheLinksOfTheHeadTogetherInTheirOrder() {
		LinkCollector collector = open(settings(1000, 16));
		collector.templateStarted(view());
		collector.element(module("/m.js"));
		collector.element(style("/a.css"));
		assertThat(this.response.containsHeader("Link")).isFalse();
		collector.headEnded();
		assertThat(this.response.getHeaders("Link")).containsExactly(STYLE + ", " + MODULE);
	}

	@Test
	void addsWhatComesLaterAndPutsItInItsPlaceInTheEnd() {
		LinkCollector collector = open(settings(1000, 16));
		collector.templateStarted(view());
		collector.element(module("/m.js"));
		collector.headEnded();
		collector.element(script("/s.js"));
		assertThat(this.response.getHeaders("Link")).containsExactly(MODULE, SCRIPT);
		collector.templateEnded(this);
		assertThat(this.response.getHeaders("Link")).containsExactly(SCRIPT + ", " + MODULE);
	}

	@Test
	void knowsAFailureThatWasHandled() {
		LinkCollector collector = open(settings(1000, 16));
		PageRendering page = this.rendering;
		page.handlerFailed();
		collector.templateStarted(view());
		assertThat(page.isHandlersView()).isFalse();
	}

	/** Tomcat says so where other containers say nothing. */
	@Test
	void doesNotTakeAClientThatLeftForAFailure() {
		LinkCollector collector = open(settings(1000, 16));
		this.request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IOException("Client reset the stream"));
		collector.templateStarted(view());
		assertThat(this.rendering.isHandlersView()).isTrue();
	}

	@Test
	void takesAHandlersOwnTemplateForThePageWhereThereIsNoOther() {
		this.response.setContentType(null);
		LinkCollector collector = open(settings(1000, 16));
		this.response.setContentType("text/html");
		collector.templateStarted(direct(this.response));
		collector.element(style("/a.css"));
		collector.templateEnded(this);
		assertThat(this.response.getHeaders("Link")).containsExactly(STYLE);
	}

	@Test
	void forgetsAHandlersOwnTemplateWhenAViewFollows() {
		this.response.setContentType(null);
		LinkCollector collector = open(settings(1000, 16));
		collector.links().add(Link.modulePreload("/m.js"));
		this.response.setContentType("text/html");
		collector.templateStarted(direct(this.response));
		collector.element(style("/mail.css"));
		collector.templateEnded(this);
		this.rendering.viewFollows();
		assertThat(this.response.containsHeader("Link")).isFalse();
		collector.templateStarted(view());
		collector.element(style("/a.css"));
		collector.templateEnded(this);
		assertThat(this.response.getHeaders("Link")).containsExactly(STYLE + ", " + MODULE);
	}

	@Test
	void knowsThatATemplateIsNoPageThatIsWrittenElsewhere() {
		LinkCollector collector = open(settings(1000, 16));
		collector.templateStarted(direct(this.response));
		assertThat(collector.execution().isOpen()).as("the content type is a filter's").isFalse();
		HttpServletResponse wrapper = new HttpServletResponseWrapper(this.response);
		collector.templateStarted(new TemplateExecution(this, wrapper, true));
		assertThat(collector.execution().isOpen()).as("a handler's wrapper").isFalse();
		collector.templateStarted(new TemplateExecution(this, null, true));
		assertThat(collector.execution().isOpen()).as("no response").isFalse();
		this.rendering.viewFollows();
		collector.templateStarted(new TemplateExecution(this, new MockHttpServletResponse(), true));
		assertThat(collector.execution().isOpen()).as("another response").isFalse();
		collector.templateStarted(new TemplateExecution(this, wrapper, true));
		assertThat(collector.execution().isOpen()).as("a view's wrapper").isTrue();
	}

	@Test
	void letsABetterLinkTakeThePlaceOfOneThatWasFirst() {
		LinkCollector collector = open(settings(1000, 1));
		collector.templateStarted(view());
		collector.element(module("/m.js"));
		collector.headEnded();
		collector.element(style("/a.css"));
		collector.templateEnded(this);
		close(false);
		assertThat(this.response.getHeaders("Link")).containsExactly(STYLE);
		assertThat(report().omissions().count(OmissionReason.MAX_LINKS)).isEqualTo(1);
	}

	@Test
	void saysWhichLinksFoundNoRoomAndWhichCameTooLate() {
		LinkCollector collector = open(settings(40, 16));
		collector.templateStarted(view());
		collector.element(style("/a.css"));
		collector.headEnded();
		collector.element(script("/s.js"));
		this.response.setCommitted(true);
		collector.element(script("/t.js"));
		collector.templateEnded(this);
		close(false);
		assertThat(report().omissions().count(OmissionReason.MAX_SIZE)).isEqualTo(1);
		assertThat(report().omissions().count(OmissionReason.COMMITTED)).isEqualTo(1);
	}

	@Test
	void takesTheModulesBackWhenAnImportMapComesBehindThem() {
		LinkCollector collector = open(settings(1000, 16));
		collector.templateStarted(view());
		collector.element(style("/a.css"));
		collector.element(module("/m.js"));
		collector.headEnded();
		collector.element(new Element("script", Map.of("type", "importmap")));
		assertThat(this.response.getHeaders("Link")).containsExactly(STYLE);
		collector.templateEnded(this);
		close(false);
		assertThat(report().omissions().count(OmissionReason.IMPORT_MAP)).isEqualTo(1);
	}

	@Test
	void countsWhatComesAfterTheHeadersWereSent() {
		LinkCollector collector = open(settings(1000, 16));
		collector.templateStarted(view());
		collector.element(style("/a.css"));
		collector.headEnded();
		this.response.setCommitted(true);
		collector.element(script("/s.js"));
		collector.templateEnded(this);
		close(false);
		assertThat(report().links()).extracting(Link::fieldValue).containsExactly(STYLE);
		assertThat(report().omissions().count(OmissionReason.COMMITTED)).isEqualTo(1);
		assertThat(report().headerSize()).isEqualTo(STYLE.length());
	}

	@Test
	void keepsAndCountsTheApplicationsOwnLinks() {
		this.response.addHeader("Link", "</own>; rel=next");
		LinkCollector collector = open(settings(1000, 2));
		collector.templateStarted(view());
		collector.element(style("/a.css"));
		collector.element(script("/s.js"));
		collector.templateEnded(this);
		close(false);
		assertThat(this.response.getHeaders("Link")).containsExactly("</own>; rel=next", STYLE);
		assertThat(report().omissions().count(OmissionReason.MAX_LINKS)).isEqualTo(1);
	}

	@Test
	void leavesRoomForOtherHeaders() {
		this.response.addHeader("X-Large", "x".repeat(6990));
		LinkCollector collector = open(settings(1000, 16));
		collector.templateStarted(view());
		collector.element(style("/a.css"));
		collector.element(script("/" + "long".repeat(10) + ".js"));
		collector.templateEnded(this);
		close(false);
		assertThat(this.response.getHeaders("Link")).containsExactly(STYLE);
		assertThat(report().omissions().count(OmissionReason.MAX_SIZE)).isEqualTo(1);
	}

	@Test
	void takesTheLinksOfAFailedPageBack() {
		this.response.addHeader("Link", "</own>; rel=next");
		LinkCollector collector = open(settings(1000, 16));
		collector.templateStarted(view());
		collector.element(style("/a.css"));
		collector.headEnded();
		close(true);
		assertThat(this.response.getHeaders("Link")).containsExactly("</own>; rel=next");
		assertThat(this.reports).isEmpty();
	}

	@Test
	void leavesAResponseThatIsNoPageAlone() {
		this.response.setContentType("text/plain");
		LinkCollector collector = open(settings(1000, 16));
		collector.links().add(Link.preload("/a.css", Destination.STYLE));
		collector.templateStarted(view());
		collector.templateEnded(this);
		close(false);
		assertThat(this.response.containsHeader("Link")).isFalse();
		assertThat(this.reports).isEmpty();
	}

	@Test
	void holdsTheHeadBackInTheResponseBuffer() {
		LinkCollector collector = open(settings(1000, 16));
		collector.templateStarted(view());
		assertThat(this.response.getBufferSize()).isEqualTo(32768);
	}

	@Test
	void goesOnWhereTheResponseRefusesAHeader() {
		this.response = new MockHttpServletResponse() {

			@Override
			public void setHeader(String name, @Nullable String value) {
				throw new IllegalStateException("no");
			}

		};
		html();
		LinkCollector collector = open(settings(1000, 16));
		collector.templateStarted(view());
		collector.element(style("/a.css"));
		collector.headEnded();
		collector.element(script("/s.js"));
		collector.templateEnded(this);
		close(false);
		assertThat(this.failures).contains(PreloadStage.LINK_HEADER);
		assertThat(report().omissions().count(OmissionReason.FAILED)).isEqualTo(2);
	}

	@Test
	void writesNothingWhereTheHeaderIsOff() {
		LinkCollector collector = open(new LinkHeaderSettings(false, new LinkBudget(1000, 16), 8192, 32768, true));
		collector.templateStarted(view());
		collector.element(style("/a.css"));
		collector.templateEnded(this);
		close(false);
		assertThat(this.response.containsHeader("Link")).isFalse();
		assertThat(this.response.containsHeader("Server-Timing")).isFalse();
		assertThat(this.reports).isEmpty();
	}

	@Test
	void measuresTheFieldWithTheValuesOfTheApplication() {
		this.response.addHeader("Link", "</next>; rel=next");
		LinkCollector collector = open(settings(1000, 16));
		collector.templateStarted(view());
		collector.element(style("/a.css"));
		collector.templateEnded(this);
		close(false);
		assertThat(report().headerSize()).isEqualTo(("</next>; rel=next, </a.css>; rel=preload; as=style").length());
	}

	@Test
	void explainsItselfAsServerTiming() {
		LinkCollector collector = open(new LinkHeaderSettings(true, new LinkBudget(40, 16), 8192, 32768, true));
		collector.templateStarted(view());
		collector.element(style("/a.css"));
		collector.element(script("/s.js"));
		collector.templateEnded(this);
		assertThat(this.response.getHeaders("Server-Timing"))
			.containsExactly("preload;desc=\"1 link, 31 bytes; left out: 1 max_size\"");
	}

	private TemplateExecution direct(HttpServletResponse response) {
		return new TemplateExecution(this, response, false);
	}

	private TemplateExecution view() {
		return new TemplateExecution(this, this.response, true);
	}

	private static LinkHeaderSettings settings(int maxBytes, int maxLinks) {
		return new LinkHeaderSettings(true, new LinkBudget(maxBytes, maxLinks), 8192, 32768, false);
	}

	private LinkCollector open(LinkHeaderSettings settings) {
		PreloadEvents events = new PreloadEvents(List.of(new PreloadListener() {

			@Override
			public void failed(PreloadStage stage, Throwable failure) {
				PageRenderingTests.this.failures.add(stage);
			}

		}));
		PageLinks links = new PageLinks(new PageUrls("/page", "jsessionid"), (link) -> null, LinkDiscovery.NONE);
		LinkHeaderWriter header = new LinkHeaders(settings,
				new LinkAssets(new AssetCatalog(() -> null, "", Clock.systemUTC())), events)
			.writer(links, "");
		this.rendering = new PageRendering(new PageOutput(this.request, this.response), new PageLease(), header, events,
				(observer) -> new LinkCollector(links, new LinkRules(), observer));
		return this.rendering.collector();
	}

	private void close(boolean failed) {
		if (failed) {
			this.rendering.takeBack();
		}
		else if (this.rendering.isStarted()) {
			this.reports.addAll(Stream.ofNullable(this.rendering.report(null, "")).toList());
		}
	}

	private PageReport report() {
		assertThat(this.reports).hasSize(1);
		return this.reports.get(0);
	}

	private static HtmlElement style(String href) {
		return new Element("link", Map.of("rel", "stylesheet", "href", href));
	}

	private static HtmlElement script(String src) {
		return new Element("script", Map.of("src", src));
	}

	private static HtmlElement module(String src) {
		return new Element("script", Map.of("type", "module", "src", src));
	}

	private record Element(String name, Map<String, String> attributes) implements HtmlElement {

		@Override
		public @Nullable String attribute(String attribute) {
			return this.attributes.get(attribute);
		}

		@Override
		public @Nullable String refinement(String refinement) {
			return null;
		}

		@Override
		public void forEachAncestor(Consumer<HtmlElement> visitor) {
		}

	}

}
