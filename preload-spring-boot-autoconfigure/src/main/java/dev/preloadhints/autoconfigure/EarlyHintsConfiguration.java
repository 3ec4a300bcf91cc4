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

import java.util.Comparator;

import jakarta.servlet.ServletContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.PageVariant;
import dev.preloadhints.asset.AssetCatalog;
import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.asset.LinkAssets;
import dev.preloadhints.declare.LinkRestrictions;
import dev.preloadhints.earlyhints.EarlyHints;
import dev.preloadhints.earlyhints.EarlyHintsSelection;
import dev.preloadhints.earlyhints.EarlyHintsSettings;
import dev.preloadhints.earlyhints.sender.InterimResponse;
import dev.preloadhints.earlyhints.sender.JettyEarlyHintsSender;
import dev.preloadhints.earlyhints.sender.ServletEarlyHintsSender;
import dev.preloadhints.earlyhints.sender.TomcatEarlyHintsSender;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.page.LearnableLinks;
import dev.preloadhints.page.PageLearner;
import dev.preloadhints.page.PageStore;
import dev.preloadhints.page.SharingPolicy;
import dev.preloadhints.web.PageKeys;
import dev.preloadhints.web.PageLearning;

/**
 * Configuration of what is learned and of the Early Hints.
 */
@Configuration(proxyBeanMethods = false)
class EarlyHintsConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PageStore preloadPageStore(PreloadProperties properties) {
		return new PropertyValues(properties).pageStore();
	}

	@Bean
	@ConditionalOnMissingBean
	SharingPolicy preloadLearningPolicy(PreloadProperties properties, AssetCatalog assets) {
		return new SharingPolicy(assets, new PropertyValues(properties).sharedOrigins());
	}

	@Bean
	@ConditionalOnMissingBean
	PageKeys preloadPageKeys(ObjectProvider<PageVariant> variants) {
		return new PageKeys(variants.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	InterimResponse preloadInterimResponse(ObjectProvider<EarlyHintsSender> senders) {
		return new InterimResponse(
				senders.orderedStream().sorted(Comparator.comparing(EarlyHintsConfiguration::isOurs)).toList());
	}

	/**
	 * Those of the application come first, also where they say nothing of their order.
	 */
	private static boolean isOurs(EarlyHintsSender sender) {
		return sender.getClass().getPackage() == InterimResponse.class.getPackage();
	}

	@Bean
	@ConditionalOnMissingBean
	EarlyHints preloadEarlyHints(PreloadProperties properties, LinkAssets assets, LinkRestrictions restrictions,
			AssetWorker worker, InterimResponse interimResponse, PreloadEvents events, Environment environment,
			ServletContext servletContext) {
		EarlyHintsSettings settings = new PropertyValues(properties).earlyHintsSettings(environment, servletContext);
		return new EarlyHints(settings, new EarlyHintsSelection(settings, assets, restrictions, worker, events),
				interimResponse, events);
	}

	@Bean
	PageLearning preloadPageLearning(PreloadProperties properties, PageStore store, PageKeys keys, SharingPolicy policy,
			LinkAssets assets, AssetWorker worker, PreloadEvents events) {
		int minRenders = properties.getEarlyHints().getMinRenders();
		return new PageLearning(keys,
				new PageLearner(store,
						new LearnableLinks(policy, assets, (failure) -> events.failed(PreloadStage.ASSET, failure)),
						worker, minRenders, events),
				events);
	}

	/** Tomcat, embedded or not. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "org.apache.catalina.connector.ResponseFacade")
	static class TomcatConfiguration {

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE - 20)
		TomcatEarlyHintsSender preloadTomcatEarlyHintsSender() {
			return new TomcatEarlyHintsSender();
		}

	}

	/** Jetty, and whatever has the method of Servlet 6.2. */
	@Configuration(proxyBeanMethods = false)
	static class StandardConfiguration {

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE - 10)
		JettyEarlyHintsSender preloadJettyEarlyHintsSender() {
			return new JettyEarlyHintsSender();
		}

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		ServletEarlyHintsSender preloadServletEarlyHintsSender() {
			return new ServletEarlyHintsSender();
		}

	}

}
