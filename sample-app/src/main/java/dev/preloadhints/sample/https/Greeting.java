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

package dev.preloadhints.sample.https;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Says where the shop is, once it is open.
 */
@Component
class Greeting {

	private static final Log logger = LogFactory.getLog(Greeting.class);

	private final HttpsAddress address;

	private final TrustGuide guide;

	Greeting(HttpsAddress address, TrustGuide guide) {
		this.address = address;
		this.guide = guide;
	}

	@EventListener
	void greet(ApplicationReadyEvent event) {
		if (!this.address.isAdditional()) {
			return;
		}
		Environment environment = event.getApplicationContext().getEnvironment();
		StringBuilder text = new StringBuilder("The shop is open:\n\n");
		text.append("  http://localhost:").append(environment.getProperty("local.server.port")).append("/\n");
		text.append("  ").append(this.address.url("/")).append("\n");
		text.append("  ").append(this.address.url("/waterfall")).append("   see what hints do\n\n");
		text.append("A certificate authority for localhost alone was made for this machine: ")
			.append(this.guide.certificate())
			.append("\nBrowsers use Early Hints only where they trust it:\n");
		for (TrustGuide.Way way : this.guide.ways()) {
			text.append("\n  ").append(way.where()).append("\n    ").append(way.command()).append("\n");
		}
		logger.info(text);
	}

}
