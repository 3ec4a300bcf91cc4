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
import java.io.PrintWriter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.collect.HtmlElement;
import dev.preloadhints.collect.HtmlHead;
import dev.preloadhints.collect.LinkCollector;

/**
 * The response of a page, whose headers wait for its head. Whoever flushes while the head
 * is rendered wants to have it sent, or wants nothing at all, as the serializer of a
 * value; but the response would be committed before its links are known. So that is done
 * once the head has ended. What is written is handed on as it comes, and not kept.
 */
final class PageResponse extends HttpServletResponseWrapper {

	private final HttpServletRequest request;

	private final HtmlHead head = new HtmlHead();

	private @Nullable PageWriter writer;

	private boolean headBegan;

	private boolean headEnded;

	private boolean flushAwaited;

	PageResponse(HttpServletRequest request, HttpServletResponse response) {
		super(response);
		this.request = request;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		PrintWriter current = super.getWriter();
		PageWriter following = this.writer;
		if (following == null || following.delegate != current) {
			following = new PageWriter(this, current);
			this.writer = following;
		}
		return following;
	}

	@Override
	public void flushBuffer() throws IOException {
		if (!waitsForHead()) {
			super.flushBuffer();
		}
	}

	private boolean waitsForHead() {
		boolean waits = !this.headEnded && collectorInHead() != null;
		this.flushAwaited |= waits;
		return waits;
	}

	private @Nullable LinkCollector collectorInHead() {
		return (this.request.getAttribute(LinkCollector.ATTRIBUTE) instanceof LinkCollector collector
				&& collector.isInHead()) ? collector : null;
	}

	/**
	 * For whom to look at what is about to be written, which is nobody but in the head.
	 */
	private @Nullable LinkCollector follower(PrintWriter delegate) {
		if (this.headEnded) {
			return null;
		}
		LinkCollector collector = collectorInHead();
		if (collector != null) {
			this.headBegan = true;
		}
		else if (this.headBegan) {
			headEnded(delegate);
		}
		return collector;
	}

	/** What is about to be written has been looked at. */
	private void followed(LinkCollector collector, PrintWriter delegate) {
		HtmlElement importMap = this.head.takeImportMap();
		if (importMap != null) {
			collector.element(importMap);
		}
		if (this.head.hasEnded()) {
			collector.headEnded();
			headEnded(delegate);
		}
	}

	private void headEnded(PrintWriter delegate) {
		this.headEnded = true;
		if (this.flushAwaited) {
			delegate.flush();
		}
	}

	/** Is as good as the writer that it hands everything on to. */
	private static final class PageWriter extends PrintWriter {

		private final PageResponse response;

		private final PrintWriter delegate;

		PageWriter(PageResponse response, PrintWriter delegate) {
			super(delegate);
			this.response = response;
			this.delegate = delegate;
		}

		@Override
		public void write(int c) {
			LinkCollector follower = this.response.follower(this.delegate);
			if (follower != null) {
				this.response.head.read((char) c);
				this.response.followed(follower, this.delegate);
			}
			this.delegate.write(c);
		}

		@Override
		public void write(char[] text, int start, int length) {
			LinkCollector follower = this.response.follower(this.delegate);
			if (follower != null) {
				for (int i = start; i < start + length && !this.response.head.hasEnded(); i++) {
					this.response.head.read(text[i]);
				}
				this.response.followed(follower, this.delegate);
			}
			this.delegate.write(text, start, length);
		}

		@Override
		public void write(String text, int start, int length) {
			LinkCollector follower = this.response.follower(this.delegate);
			if (follower != null) {
				for (int i = start; i < start + length && !this.response.head.hasEnded(); i++) {
					this.response.head.read(text.charAt(i));
				}
				this.response.followed(follower, this.delegate);
			}
			this.delegate.write(text, start, length);
		}

		/** Containers differ in what ends a line. */
		@Override
		public void println() {
			this.delegate.println();
		}

		@Override
		public void flush() {
			if (!this.response.waitsForHead()) {
				this.delegate.flush();
			}
		}

		@Override
		public boolean checkError() {
			return !this.response.waitsForHead() && this.delegate.checkError();
		}

		@Override
		public void close() {
			this.delegate.close();
		}

	}

}
