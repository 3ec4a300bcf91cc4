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

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ClassUtils;

import dev.preloadhints.AssetAccess;
import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.LinkFilter;
import dev.preloadhints.PageVariant;
import dev.preloadhints.earlyhints.sender.JettyEarlyHintsSender;
import dev.preloadhints.earlyhints.sender.ServletEarlyHintsSender;
import dev.preloadhints.earlyhints.sender.TomcatEarlyHintsSender;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.page.PageStore;

/**
 * What an application's own beans say, each kind in its order.
 *
 * @param store what is known of pages
 * @param access who may have a resource, if the application knows
 * @param senders those of the application, then ours
 */
record ApplicationBeans(PageStore store, List<PreloadListener> listeners, List<LinkFilter> filters,
		List<PageVariant> variants, @Nullable AssetAccess access, List<EarlyHintsSender> senders) {

	private static final String TOMCAT = "org.apache.catalina.connector.ResponseFacade";

	/**
	 * Find the beans, which creates those that there are not yet.
	 * @param sending whether Early Hints are sent, so that senders are needed
	 */
	static ApplicationBeans of(BeanFactory beans, boolean sending) {
		return new ApplicationBeans(beans.getBean(PageStore.class), all(PreloadListener.class, beans),
				all(LinkFilter.class, beans), all(PageVariant.class, beans),
				beans.getBeanProvider(AssetAccess.class).getIfAvailable(), sending ? senders(beans) : List.of());
	}

	private static List<EarlyHintsSender> senders(BeanFactory beans) {
		List<EarlyHintsSender> senders = new ArrayList<>(all(EarlyHintsSender.class, beans));
		if (ClassUtils.isPresent(TOMCAT, null)) {
			senders.add(new TomcatEarlyHintsSender());
		}
		senders.add(new JettyEarlyHintsSender());
		senders.add(new ServletEarlyHintsSender());
		return List.copyOf(senders);
	}

	private static <T> List<T> all(Class<T> type, BeanFactory beans) {
		return beans.getBeanProvider(type).orderedStream().toList();
	}

}
