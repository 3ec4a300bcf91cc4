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
package dev.preloadhints.benchmarks.request;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.PageVariant;
import dev.preloadhints.earlyhints.sender.TomcatEarlyHintsSender;

/**
 * Takes the time at the stations of a request: when it arrives, when Spring MVC has found
 * its handler, when its Early Hints are sent and when that is done. Each value of the
 * header {@value #PAGE} is a page of its own. One request at a time.
 */
public class Stopwatch implements Filter, Ordered, WebMvcConfigurer, HandlerInterceptor, EarlyHintsSender, PageVariant {

	static final String PAGE = "X-Page";

	private final TomcatEarlyHintsSender sender = new TomcatEarlyHintsSender();

	private volatile long arrived;

	private volatile long found;

	private volatile long sending;

	private volatile long sent;

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		this.sent = 0;
		this.arrived = System.nanoTime();
		chain.doFilter(request, response);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		this.found = System.nanoTime();
		return true;
	}

	@Override
	public boolean supports(Class<? extends HttpServletResponse> containerResponse) {
		return this.sender.supports(containerResponse);
	}

	@Override
	public void send(HttpServletResponse containerResponse) throws IOException {
		this.sending = System.nanoTime();
		this.sender.send(containerResponse);
		this.sent = System.nanoTime();
	}

	@Override
	public String variant(HttpServletRequest request) {
		return request.getHeader(PAGE);
	}

	/** Times of the last request, or {@code null} if it had no Early Hints. */
	Times times() {
		return (this.sent != 0)
				? new Times(this.found - this.arrived, this.sending - this.found, this.sent - this.sending) : null;
	}

	/**
	 * Times of one request, in nanoseconds.
	 *
	 * @param spring from its arrival until its handler was found
	 * @param own from then until the Early Hints are handed to the container
	 * @param container until the container has sent them
	 */
	record Times(long spring, long own, long container) {
	}

}
