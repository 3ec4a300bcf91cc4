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

package dev.preloadhints.declare;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;

import dev.preloadhints.asset.AssetUrls;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.request.RequestPaths;

/**
 * What is declared for pages: by the annotations of their handlers, and by properties.
 * Safe for all threads.
 */
public final class Declarations {

	private final HandlerMethodValues<HandlerDeclarations> handlers = new HandlerMethodValues<>(
			HandlerDeclarations::of);

	private final DeclaredPageLinks pages;

	private final SingletonSupplier<AssetUrls> assetUrls;

	/**
	 * Create declarations.
	 * @param pages what properties declare
	 * @param assetUrls gives the URLs of the application's resources; asked with the
	 * first link
	 */
	public Declarations(DeclaredPageLinks pages, Supplier<AssetUrls> assetUrls) {
		this.pages = pages;
		this.assetUrls = SingletonSupplier.of(assetUrls);
	}

	/**
	 * What the annotations of a handler say, which is read once.
	 * @param handler a handler method, any other handler, or {@code null} for none
	 * @return the declarations, none for what is no method
	 * @throws IllegalArgumentException if one has a wrong value
	 */
	public HandlerDeclarations of(@Nullable Object handler) {
		return (handler instanceof HandlerMethod method) ? this.handlers.get(method) : HandlerDeclarations.none();
	}

	/**
	 * Whether a page is left alone.
	 * @param handler what its handler declares
	 * @param request the request
	 * @return whether it gets no hints
	 */
	public boolean isExcluded(HandlerDeclarations handler, HttpServletRequest request) {
		return handler.disabled() || (!this.pages.isEmpty() && this.pages.isExcluded(RequestPaths.within(request)));
	}

	/**
	 * Tell the links that are declared for a page.
	 * @param handler what its handler declares
	 * @param request the request
	 * @param links told each, as the page would write it
	 * @param failures told the URL of one of which that is not known, and why
	 */
	public void forEachLink(HandlerDeclarations handler, HttpServletRequest request, Consumer<LinkBuilder> links,
			BiConsumer<String, Throwable> failures) {
		tell(handler.links(), request, links, failures);
		if (!this.pages.isEmpty()) {
			tell(this.pages.links(RequestPaths.within(request)), request, links, failures);
		}
	}

	private void tell(List<DeclaredLink> declared, HttpServletRequest request, Consumer<LinkBuilder> links,
			BiConsumer<String, Throwable> failures) {
		for (DeclaredLink link : declared) {
			try {
				links.accept(link.link(this.assetUrls.obtain(), request.getContextPath()));
			}
			catch (Throwable ex) {
				failures.accept(link.href(), ex);
			}
		}
	}

}
