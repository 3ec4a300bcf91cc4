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

package dev.preloadhints.metrics;

import java.util.function.Function;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.preloadhints.event.PreloadEvents;

/**
 * Registers meters. A registry that refuses one, because of a filter of its own or of a
 * meter of that name, keeps no application from starting: what is not registered counts
 * nothing.
 */
final class MeterRegistrar {

	private static final Log logger = LogFactory.getLog(PreloadEvents.LOGGER);

	/** Has no registry in it, so that its meters do nothing. */
	private final MeterRegistry nowhere = new CompositeMeterRegistry();

	private final MeterRegistry registry;

	private boolean refused;

	MeterRegistrar(MeterRegistry registry) {
		this.registry = registry;
	}

	<M extends Meter> M register(Function<MeterRegistry, M> meter) {
		try {
			return meter.apply(this.registry);
		}
		catch (RuntimeException | LinkageError ex) {
			if (!this.refused) {
				this.refused = true;
				logger.warn("Some of the meters are missing, because they cannot be registered: " + ex, ex);
			}
			return meter.apply(this.nowhere);
		}
	}

}
