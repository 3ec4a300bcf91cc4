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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;
import dev.preloadhints.collect.LinkCollector;
import dev.preloadhints.collect.PageLinks;
import dev.preloadhints.collect.PageObserver;
import dev.preloadhints.collect.TemplateExecution;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.header.LinkHeaderWriter;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.OmissionReason;

/**
 * Follows a page while it is rendered, and has its header written as far as the links are
 * known.
 * <p>
 * The links of the head go out together, in their order. What comes later is appended as
 * long as nothing has been sent, and put into its place if nothing has been sent by the
 * end. Nothing is held back for it, but for the response buffer.
 */
final class PageRendering implements PageObserver {

	private final PageLease lease;

	private final LinkHeaderWriter header;

	private final PreloadEvents events;

	private final LinkCollector collector;

	private PageOutput output;

	/** Declared by annotation or property, the same for everyone. */
	private Set<Link> configured = Set.of();

	/** Known before the template, from a controller too. */
	private Set<Link> declared = Set.of();

	private boolean rendered;

	private boolean late;

	private boolean exceptionHandled;

	PageRendering(PageOutput output, PageLease lease, LinkHeaderWriter header, PreloadEvents events,
			Function<PageObserver, LinkCollector> collector) {
		this.output = output;
		this.lease = lease;
		this.header = header;
		this.events = events;
		this.collector = collector.apply(this);
	}

	/** Shown the elements of the page. */
	LinkCollector collector() {
		return this.collector;
	}

	/** The links of the page so far. */
	PageLinks links() {
		return this.collector.links();
	}

	/** The request goes on in another dispatch. */
	void resume(PageOutput next) {
		this.output = next;
	}

	/** Whether a template was rendered that is the page. */
	boolean isStarted() {
		return this.rendered;
	}

	/** Whether the view of the handler is the answer, and not that of its failure. */
	boolean isHandlersView() {
		return this.rendered && !this.exceptionHandled;
	}

	/** Take the header back, unless it has been sent. */
	void takeBack() {
		this.header.clear(this.output.response());
	}

	/** What became of the header, or {@code null} if pages have none. */
	@Nullable PageReport report(@Nullable PageKey page, String contextPath) {
		return this.header.isEnabled() ? new PageReport(page, contextPath, this.header.links(), configured(),
				this.header.omissions(), this.header.size()) : null;
	}

	/** Add a link that is declared for the page by annotation or property. */
	void declare(LinkBuilder link) {
		Link added = links().add(link);
		if (added != null) {
			if (this.configured.isEmpty()) {
				this.configured = new LinkedHashSet<>();
			}
			this.configured.add(added);
		}
	}

	/** Leave out a link of which it is not known how the page would write it. */
	void leaveOut(String url, Throwable failure) {
		links().omit(url, OmissionReason.FAILED);
		failed(failure);
	}

	/** The links that are declared for the page by annotation or property. */
	Set<Link> configured() {
		return Set.copyOf(this.configured);
	}

	/** The links that did not come from the markup. */
	Set<Link> declared() {
		return this.declared;
	}

	/**
	 * Forget what was declared for the page, which failed: that of the failure is
	 * rendered instead.
	 */
	void handlerFailed() {
		this.lease.endTurn();
		this.exceptionHandled = true;
		this.configured = Set.of();
		forget();
	}

	/**
	 * The handler returned, and its view is next. What it rendered itself was not the
	 * page, or not to the end.
	 */
	void viewFollows() {
		this.lease.endTurn();
		boolean direct = this.output.viewFollows();
		if (direct || this.collector.execution().isOpen()) {
			forget();
			this.declared.forEach(links()::add);
		}
	}

	private void forget() {
		this.collector.reset();
		if (this.rendered) {
			takeBack();
		}
		this.rendered = false;
		this.late = false;
	}

	@Override
	public boolean renderingStarted(TemplateExecution execution) {
		if (this.lease.isOver() || !this.output.isWrittenBy(execution)
				|| (this.output.response().isCommitted() && !this.rendered)) {
			return false;
		}
		if (!this.rendered) {
			this.lease.endTurn();
			holdBack();
			links().encoding(this.output.response().getCharacterEncoding());
			// What is there before the template was declared.
			List<Link> known = links().absolute();
			this.declared = known.isEmpty() ? Set.of() : new LinkedHashSet<>(known);
			this.rendered = true;
		}
		return true;
	}

	/** If somebody wrote before the view did, the container's buffer has to do. */
	private void holdBack() {
		this.events.guard(PreloadStage.LINK_HEADER, () -> this.output.holdBack(this.header.bufferSize()));
	}

	@Override
	public void headComplete() {
		this.lease.whileOpen(() -> this.header.write(this.output.response()));
	}

	@Override
	public void linkAdded(Link link) {
		this.late = true;
		this.lease.whileOpen(() -> this.header.append(this.output.response(), link));
	}

	@Override
	public void renderingComplete() {
		if (this.late) {
			headComplete();
		}
	}

	@Override
	public void failed(Throwable failure) {
		this.events.failed(PreloadStage.COLLECT, failure);
	}

}
