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

package dev.preloadhints.event;

import dev.preloadhints.PageKey;
import dev.preloadhints.link.Omissions;

/**
 * What had been learned of a page, against what it was then rendered with. Links, whether
 * they had been sent or not.
 *
 * @param page the page
 * @param hits links that were expected and used
 * @param wasted links that were expected and not used
 * @param missed links that were used and not expected, of those that can be learned
 * @param unlearnable links that were used and cannot be learned, with reasons
 */
public record PredictionReport(PageKey page, int hits, int wasted, int missed, Omissions unlearnable) {
}
