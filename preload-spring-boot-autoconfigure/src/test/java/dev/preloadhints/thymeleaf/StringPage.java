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

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;
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
 * A template that is given as its text, rendered by Thymeleaf itself.
 */
final class StringPage implements PageObserver {

	private final List<Throwable> failures = new ArrayList<>();

	private final List<String> events = new ArrayList<>();

	private final LinkCollector collector = new LinkCollector(
			new PageLinks(new PageUrls("/shop/page", "jsessionid"), (link) -> null, LinkDiscovery.NONE),
			new LinkRules(), this);

	/** An engine with Thymeleaf's own dialects and these. */
	static SpringTemplateEngine engine(IDialect... dialects) {
		StringTemplateResolver resolver = new StringTemplateResolver();
		resolver.setCacheable(false);
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(resolver);
		List.of(dialects).forEach(engine::addDialect);
		return engine;
	}

	/** What the engine makes of the template. */
	String render(SpringTemplateEngine engine, String template, Map<String, Object> model) {
		MockServletContext servletContext = new MockServletContext();
		MockHttpServletRequest request = new MockHttpServletRequest(servletContext, "GET", "/shop/page");
		request.setContextPath("/shop");
		request.setAttribute(LinkCollector.ATTRIBUTE, this.collector);
		var exchange = JakartaServletWebApplication.buildApplication(servletContext)
			.buildExchange(request, new MockHttpServletResponse());
		return engine.process(template, new WebContext(exchange, Locale.ENGLISH, model));
	}

	LinkCollector collector() {
		return this.collector;
	}

	List<Throwable> failures() {
		return this.failures;
	}

	@Override
	public boolean renderingStarted(TemplateExecution execution) {
		return true;
	}

	/** The end of the head, and the links that came later. */
	List<String> events() {
		return this.events;
	}

	@Override
	public void headComplete() {
		this.events.add("head");
	}

	@Override
	public void linkAdded(Link link) {
		this.events.add(link.target());
	}

	@Override
	public void renderingComplete() {
		// the links are looked at afterwards
	}

	@Override
	public void failed(Throwable failure) {
		this.failures.add(failure);
	}

}
