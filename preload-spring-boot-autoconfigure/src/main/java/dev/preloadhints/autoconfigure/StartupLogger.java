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

import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

import dev.preloadhints.event.PreloadEvents;

/**
 * Logs what is active once the application has started, when it is known whether it has a
 * server of its own. How static resources are served is looked at for pages, so that it
 * is told with the first of them.
 */
final class StartupLogger implements ApplicationListener<ApplicationStartedEvent> {

	private static final Log logger = LogFactory.getLog(PreloadEvents.LOGGER);

	private final ApplicationContext context;

	private final Supplier<StartupMessage> message;

	private final Supplier<PreloadRuntime> runtime;

	/**
	 * Create a logger.
	 * @param context the application
	 * @param message what is active
	 * @param runtime knows how static resources are served
	 */
	StartupLogger(ApplicationContext context, Supplier<StartupMessage> message, Supplier<PreloadRuntime> runtime) {
		this.context = context;
		this.message = message;
		this.runtime = runtime;
	}

	@Override
	public void onApplicationEvent(ApplicationStartedEvent event) {
		// Those of child contexts come here as well.
		if (event.getApplicationContext() == this.context && logger.isInfoEnabled()) {
			StartupMessage active = this.message.get();
			logger.info(active);
			if (active.sendsEarlyHints()) {
				this.runtime.get().afterFirstPage(StartupLogger::sayWhetherAssetsVary);
			}
		}
	}

	private static void sayWhetherAssetsVary(AssetRuntime assets) {
		if (assets.catalog().varies()) {
			logger.info("Fonts, modules and whatever else has 'crossorigin' are left out of Early Hints, because "
					+ "static resources are served with 'Vary: Origin' here, and browsers would fetch them twice. "
					+ "Spring Framework 6 (Spring Boot 3) does so always, 7 where CORS is configured for them. "
					+ "The documentation has a recipe against it: Early Hints, Vary.");
		}
	}

}
