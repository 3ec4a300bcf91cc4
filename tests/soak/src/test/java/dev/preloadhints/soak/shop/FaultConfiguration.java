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

package dev.preloadhints.soak.shop;

import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.LinkFilter;
import dev.preloadhints.PageKey;
import dev.preloadhints.PageVariant;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PredictionReport;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.page.PageHistory;
import dev.preloadhints.page.PageStore;

/**
 * The shop's collaborators, each of which fails where it is told to.
 */
@Configuration(proxyBeanMethods = false)
class FaultConfiguration {

	@Bean
	ShopControl shopControl(ApplicationContext context) throws Exception {
		return new ShopControl(context);
	}

	@Bean
	LinkFilter failingFilter(ShopControl control) {
		return (link, request) -> {
			control.check(Fault.LINK_FILTER);
			return true;
		};
	}

	@Bean
	PageVariant failingVariant(ShopControl control) {
		return (request) -> {
			control.check(Fault.PAGE_VARIANT);
			return null;
		};
	}

	@Bean
	PreloadListener failingListener(ShopControl control) {
		return new PreloadListener() {

			@Override
			public void pageRendered(PageReport report) {
				control.check(Fault.LISTENER);
			}

			@Override
			public void earlyHintsDecided(EarlyHintsReport report) {
				control.check(Fault.LISTENER);
			}

			@Override
			public void predictionChecked(PredictionReport report) {
				control.check(Fault.LISTENER);
			}

		};
	}

	@Bean
	Filter failingResponse(ShopControl control) {
		return (request, response, chain) -> chain.doFilter(request, control.isOn(Fault.RESPONSE_HEADER)
				? new FailingResponse((HttpServletResponse) response, control) : response);
	}

	/** The store and the sample's own sender, which are there already. */
	@Bean
	static BeanPostProcessor failingCollaborators(ObjectProvider<ShopControl> control) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String beanName) {
				if (bean instanceof PageStore store) {
					return new FailingStore(store, control.getObject());
				}
				if (bean instanceof EarlyHintsSender sender && beanName.equals("notForHeaderOnly")) {
					return new FailingSender(sender, control.getObject());
				}
				return bean;
			}

		};
	}

	private record FailingStore(PageStore store, ShopControl control) implements PageStore {

		@Override
		public PageHistory find(PageKey key) {
			this.control.check(Fault.PAGE_STORE);
			return this.store.find(key);
		}

		@Override
		public void update(PageKey key, UnaryOperator<PageHistory> change) {
			this.control.check(Fault.PAGE_STORE);
			this.store.update(key, change);
		}

		@Override
		public void forget(PageKey key) {
			this.store.forget(key);
		}

		@Override
		public void forgetAll() {
			this.store.forgetAll();
		}

		@Override
		public Map<PageKey, PageHistory> pages() {
			return this.store.pages();
		}

		@Override
		public long size() {
			return this.store.size();
		}

	}

	private record FailingSender(EarlyHintsSender sender, ShopControl control) implements EarlyHintsSender {

		@Override
		public boolean isAvailable() {
			return this.sender.isAvailable();
		}

		@Override
		public boolean supports(Class<? extends HttpServletResponse> containerResponse) {
			return this.sender.supports(containerResponse);
		}

		@Override
		public void send(HttpServletResponse containerResponse) throws IOException {
			this.control.check(Fault.EARLY_HINTS_SENDER);
			this.sender.send(containerResponse);
		}

	}

	private static final class FailingResponse extends HttpServletResponseWrapper {

		private final ShopControl control;

		private FailingResponse(HttpServletResponse response, ShopControl control) {
			super(response);
			this.control = control;
		}

		@Override
		public void setHeader(String name, String value) {
			check(name, value);
			super.setHeader(name, value);
		}

		@Override
		public void addHeader(String name, String value) {
			check(name, value);
			super.addHeader(name, value);
		}

		/** What it let pass, it lets go: else a page that fails leaves its links. */
		private void check(String name, String value) {
			if (name.equalsIgnoreCase("Link") && value != null) {
				this.control.check(Fault.RESPONSE_HEADER);
			}
		}

	}

}
