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

package dev.preloadhints.sample.waterfall;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.LinkFilter;
import dev.preloadhints.PageVariant;
import dev.preloadhints.earlyhints.sender.TomcatEarlyHintsSender;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PreloadListener;

/**
 * How the variants differ, in the words of the starter's API. Requests that belong to no
 * run are left alone.
 */
@Configuration(proxyBeanMethods = false)
class VariantConfiguration {

	/** Without hints: no link is accepted. */
	@Bean
	LinkFilter withoutHints(Runs runs) {
		return (link, request) -> runs.of(request).filter((run) -> run.variant() == Variant.NONE).isEmpty();
	}

	/** A page that is rendered without links must not unlearn those of the others. */
	@Bean
	PageVariant withoutHintsIsAnotherPage(Runs runs) {
		return (request) -> runs.of(request)
			.filter((run) -> run.variant() == Variant.NONE)
			.map((run) -> "waterfall without hints")
			.orElse(null);
	}

	/**
	 * Header only: everything is done as with Early Hints, but for the interim response
	 * itself. The meters count it as sent.
	 */
	@Bean
	EarlyHintsSender notForHeaderOnly(Runs runs) {
		TomcatEarlyHintsSender tomcat = new TomcatEarlyHintsSender();
		return new EarlyHintsSender() {

			@Override
			public boolean isAvailable() {
				return tomcat.isAvailable();
			}

			@Override
			public boolean supports(Class<? extends HttpServletResponse> containerResponse) {
				return tomcat.supports(containerResponse);
			}

			@Override
			public void send(HttpServletResponse containerResponse) throws IOException {
				if (runs.current().filter((run) -> run.variant() == Variant.HEADER).isEmpty()) {
					tomcat.send(containerResponse);
				}
			}

		};
	}

	/** Remembers what was asked for. */
	@Bean
	RunObserver runObserver(Runs runs) {
		return new RunObserver(runs);
	}

	/** Remembers what was sent, to be shown beside what the browser made of it. */
	@Bean
	PreloadListener runRecorder(Runs runs) {
		return new PreloadListener() {

			@Override
			public void earlyHintsDecided(EarlyHintsReport report) {
				runs.current()
					.filter((run) -> run.variant() == Variant.EARLY_HINTS)
					.ifPresent((run) -> run.earlyHints(report.links()));
			}

			@Override
			public void pageRendered(PageReport report) {
				runs.current().ifPresent((run) -> run.header(report.links()));
			}

		};
	}

}
