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

package dev.preloadhints.benchmarks;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.IWebExchange;
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
 * Renders one page, again and again, with an engine that has one of the hooks. The
 * template is parsed once; request and response are the same each time.
 */
final class PageRenderer implements PageObserver {

	private final TemplateHook hook;

	private final Page page;

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	private final IWebExchange exchange;

	private final LinkRules rules = new LinkRules();

	PageRenderer(TemplateHook hook, Page page) {
		this.hook = hook;
		this.page = page;
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(PageRenderer.class.getClassLoader());
		resolver.setPrefix("templates/");
		resolver.setSuffix(".html");
		resolver.setTemplateMode(TemplateMode.HTML);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		resolver.setCacheable(true);
		this.engine.setTemplateResolver(resolver);
		if (hook.collects()) {
			this.engine.addDialect(hook.dialect());
		}
		MockServletContext servletContext = new MockServletContext();
		this.exchange = JakartaServletWebApplication.buildApplication(servletContext)
			.buildExchange(new MockHttpServletRequest(servletContext, "GET", "/books"), new MockHttpServletResponse());
	}

	/** Render the page, and open and close what the starter would for it. */
	List<Link> render(Writer writer) {
		LinkCollector collector = null;
		if (this.hook.collects()) {
			collector = new LinkCollector(
					new PageLinks(new PageUrls("/books", "jsessionid"), (link) -> null, LinkDiscovery.NONE), this.rules,
					this);
			this.exchange.setAttributeValue(LinkCollector.ATTRIBUTE, collector);
		}
		this.engine.process(this.page.template(), new WebContext(this.exchange, Locale.ENGLISH, this.page.variables()),
				writer);
		return (collector != null) ? collector.links().written() : List.of();
	}

	@Override
	public boolean renderingStarted(TemplateExecution execution) {
		return true;
	}

	@Override
	public void headComplete() {
		// What is then done with the links does not depend on how they were found.
	}

	@Override
	public void linkAdded(Link link) {
		// As above.
	}

	@Override
	public void renderingComplete() {
		// As above.
	}

	@Override
	public void failed(Throwable failure) {
		throw new IllegalStateException(failure);
	}

}
