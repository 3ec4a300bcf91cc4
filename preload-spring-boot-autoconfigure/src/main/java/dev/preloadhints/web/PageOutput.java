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

import java.util.Objects;

import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.WebAsyncUtils;

import dev.preloadhints.collect.TemplateExecution;

/**
 * Which templates write the response of a page, in one dispatch of its request. While a
 * handler runs, whoever has the request can have templates executed for anything: a mail,
 * a part of a page that another thread prepares, a view that is rendered to a text. What
 * the response consists of is written in the handler's own thread, by a view that was
 * given the response itself, or by a handler that said before what the response will be.
 */
final class PageOutput {

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	private final Thread thread;

	/** What filters said of it. */
	private final @Nullable String contentType;

	/** Whether a handler rendered a template itself, which may have been for a mail. */
	private boolean direct;

	/** Whether the handler has returned, so that its view is next. */
	private boolean viewing;

	PageOutput(HttpServletRequest request, HttpServletResponse response) {
		this.request = request;
		this.response = response;
		this.thread = Thread.currentThread();
		this.contentType = response.getContentType();
	}

	HttpServletResponse response() {
		return this.response;
	}

	/** Hold back what is written until there is more than so many bytes of it. */
	void holdBack(int bytes) {
		if (bytes > this.response.getBufferSize()) {
			this.response.setBufferSize(bytes);
		}
	}

	/**
	 * The handler has returned, and not written the response itself.
	 * @return whether it had a template executed that was taken for it
	 */
	boolean viewFollows() {
		boolean taken = this.direct;
		this.direct = false;
		this.viewing = true;
		return taken;
	}

	/** Whether a template writes the response, which is an HTML document. */
	boolean isWrittenBy(TemplateExecution execution) {
		if (Thread.currentThread() != this.thread || !isHtml() || !isResponse(execution.response())) {
			return false;
		}
		boolean announced = !Objects.equals(this.contentType, this.response.getContentType());
		this.direct |= !execution.view() && announced && !this.viewing;
		return execution.view() || announced;
	}

	private boolean isHtml() {
		String type = this.response.getContentType();
		return type != null && (type.startsWith("text/html") || type.startsWith("application/xhtml+xml"));
	}

	/**
	 * A view may be rendered into a wrapper of the response, which changes what is
	 * written. A handler wraps the response to get at the text.
	 */
	private boolean isResponse(@Nullable Object written) {
		Object current = written;
		while (this.viewing && current != this.response && current instanceof ServletResponseWrapper wrapper) {
			current = wrapper.getResponse();
		}
		return current == this.response || (current != null && current == handlersResponse());
	}

	/** Handler methods are given a response that knows of the end of the request. */
	private @Nullable Object handlersResponse() {
		NativeWebRequest handlers = WebAsyncUtils.getAsyncManager(this.request).getAsyncWebRequest();
		return (handlers != null) ? handlers.getNativeResponse() : null;
	}

}
