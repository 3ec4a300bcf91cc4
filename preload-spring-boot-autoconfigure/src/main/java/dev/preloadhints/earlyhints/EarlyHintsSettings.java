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

package dev.preloadhints.earlyhints;

import dev.preloadhints.link.LinkBudget;

/**
 * How Early Hints are sent.
 *
 * @param enabled whether there are any
 * @param http1 whether over HTTP/1.1 too, where the container sends them at once
 * @param proxied whether also where an intermediary is seen
 * @param maxWeight bytes of the hinted resources together, as far as their sizes are
 * known
 * @param minRenders renders that a link has to be on before it is hinted
 * @param budget room for the links
 * @param maxResponseHeader bytes that all headers of an interim response together may
 * have
 */
public record EarlyHintsSettings(boolean enabled, boolean http1, boolean proxied, long maxWeight, int minRenders,
		LinkBudget budget, int maxResponseHeader) {
}
