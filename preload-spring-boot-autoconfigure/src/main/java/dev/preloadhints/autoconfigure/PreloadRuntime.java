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

package dev.preloadhints.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.servlet.ServletContext;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.preloadhints.declare.Declarations;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.web.PreloadInterceptor;

/**
 * All that works on the pages of one application. What an application declares is checked
 * when it starts; the rest is made for the first request that needs it, so that a start
 * does not wait for it.
 */
final class PreloadRuntime implements SmartInitializingSingleton, AutoCloseable {

	private final PreloadSettings settings;

	private final Declarations declarations;

	private final ApplicationContext context;

	private final ServletContext servletContext;

	private final List<Consumer<AssetRuntime>> waiting = new ArrayList<>();

	private List<Object> handlers = List.of();

	private @Nullable ApplicationBeans beans;

	private @Nullable PreloadEvents events;

	private @Nullable AssetRuntime assets;

	private volatile @Nullable PageRuntime pages;

	PreloadRuntime(PreloadProperties properties, ApplicationContext context, ServletContext servletContext) {
		this.settings = PreloadSettings.of(properties, context.getEnvironment(), servletContext);
		this.declarations = new Declarations(this.settings.pageLinks(), () -> assets().urls());
		this.context = context;
		this.servletContext = servletContext;
	}

	/** All beans are there, so that one of them that fails stops the start. */
	@Override
	public synchronized void afterSingletonsInstantiated() {
		this.handlers = Stream.concat(
				all(RequestMappingHandlerMapping.class)
					.flatMap((mapping) -> mapping.getHandlerMethods().values().stream()),
				all(RouterFunctionMapping.class).map(RouterFunctionMapping::getRouterFunction).filter(Objects::nonNull))
			.toList();
		this.handlers.forEach(this::check);
		beans();
	}

	private void check(Object handler) {
		try {
			this.declarations.of(handler);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPreloadLinkException(ex);
		}
	}

	private <T> Stream<T> all(Class<T> type) {
		return this.context.getBeanProvider(type).stream();
	}

	synchronized ApplicationBeans beans() {
		if (this.beans == null) {
			this.beans = ApplicationBeans.of(this.context, this.settings.earlyHints().enabled());
		}
		return this.beans;
	}

	synchronized PreloadEvents events() {
		if (this.events == null) {
			this.events = new PreloadEvents(beans().listeners());
		}
		return this.events;
	}

	synchronized AssetRuntime assets() {
		if (this.assets == null) {
			this.assets = new AssetRuntime(this.settings.discovery(), beans().access(), events(), this.context,
					this.servletContext);
		}
		return this.assets;
	}

	/**
	 * The interceptor, or {@code null} if there can be none: no page is to suffer from
	 * that.
	 */
	@Nullable PreloadInterceptor interceptor() {
		try {
			return pages().interceptor();
		}
		catch (Throwable ex) {
			events().failed(PreloadStage.REQUEST, ex);
			return null;
		}
	}

	PageRuntime pages() {
		PageRuntime made = this.pages;
		return (made != null) ? made : makePages();
	}

	private synchronized PageRuntime makePages() {
		PageRuntime made = this.pages;
		if (made == null) {
			made = new PageRuntime(this.settings, this.declarations, beans(), assets(), events());
			this.handlers.forEach(made.interceptor()::add);
			this.handlers = List.of();
			this.pages = made;
			this.waiting.forEach(this::inBackground);
		}
		return made;
	}

	/**
	 * Have something told of the assets, once there is a page that they are looked at
	 * for.
	 */
	synchronized void afterFirstPage(Consumer<AssetRuntime> told) {
		if (this.pages != null) {
			inBackground(told);
		}
		else {
			this.waiting.add(told);
		}
	}

	private void inBackground(Consumer<AssetRuntime> told) {
		AssetRuntime known = assets();
		PreloadEvents failures = events();
		known.worker().submit(() -> failures.guard(PreloadStage.ASSET, () -> told.accept(known)));
	}

	@Override
	public synchronized void close() {
		if (this.assets != null) {
			this.assets.close();
		}
	}

}
