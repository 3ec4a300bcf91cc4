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

package dev.preloadhints.thymeleaf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import nz.net.ultraq.thymeleaf.layoutdialect.LayoutDialect;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import dev.preloadhints.collect.LinkCollector;
import dev.preloadhints.collect.LinkDiscovery;
import dev.preloadhints.collect.LinkRules;
import dev.preloadhints.collect.PageLinks;
import dev.preloadhints.collect.PageObserver;
import dev.preloadhints.collect.PageUrls;
import dev.preloadhints.collect.TemplateExecution;
import dev.preloadhints.link.Link;

/**
 * A template of this package's test resources, rendered with a collector.
 */
final class DialectPage {

	private final List<String> events = new ArrayList<>();

	private final List<String> failures = new ArrayList<>();

	private final String body;

	private final List<String> links = new ArrayList<>();

	private DialectPage(String template, Map<String, Object> model, IDialect... dialects) {
		MockServletContext servletContext = new MockServletContext();
		MockHttpServletRequest request = new MockHttpServletRequest(servletContext, "GET", "/shop/page");
		request.setContextPath("/shop");
		LinkCollector collector = new LinkCollector(
				new PageLinks(new PageUrls("/shop/page", "jsessionid"), (link) -> null, LinkDiscovery.NONE),
				new LinkRules(), new Observer());
		request.setAttribute(LinkCollector.ATTRIBUTE, collector);
		var exchange = JakartaServletWebApplication.buildApplication(servletContext)
			.buildExchange(request, new MockHttpServletResponse());
		this.body = engine(dialects).process(template, new WebContext(exchange, Locale.ENGLISH, model));
		collector.links().written().forEach((link) -> this.links.add(link.fieldValue()));
		collector.links()
			.omissions()
			.named()
			.forEach((omission) -> this.links.add("left out: " + omission.reason().value() + " " + omission.url()));
	}

	static DialectPage render(String template, Map<String, Object> model, IDialect... dialects) {
		return new DialectPage(template, model, dialects);
	}

	private static SpringTemplateEngine engine(IDialect... dialects) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("dev/preloadhints/thymeleaf/");
		resolver.setSuffix(".html");
		resolver.setCharacterEncoding("UTF-8");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(resolver);
		engine.addDialect(new LayoutDialect());
		for (IDialect dialect : dialects) {
			engine.addDialect(dialect);
		}
		return engine;
	}

	String body() {
		return this.body;
	}

	/** Links in their order, then what was left out. */
	List<String> links() {
		return this.links;
	}

	/** What the collector told: {@code head}, late links, {@code end}. */
	List<String> events() {
		return this.events;
	}

	List<String> failures() {
		return this.failures;
	}

	private final class Observer implements PageObserver {

		@Override
		public boolean renderingStarted(TemplateExecution execution) {
			DialectPage.this.events.add("start");
			return true;
		}

		@Override
		public void headComplete() {
			DialectPage.this.events.add("head");
		}

		@Override
		public void linkAdded(Link link) {
			DialectPage.this.events.add(link.target());
		}

		@Override
		public void renderingComplete() {
			DialectPage.this.events.add("end");
		}

		@Override
		public void failed(Throwable failure) {
			DialectPage.this.failures.add(failure.getMessage());
		}

	}

}
