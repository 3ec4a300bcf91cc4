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

package dev.preloadhints.page;

import java.util.List;

import dev.preloadhints.PageKey;
import dev.preloadhints.link.Link;

/**
 * What was known of a page when a request for it came.
 *
 * @param key the page
 * @param page what was known
 * @param expected the links that it was expected to need, best first, with the request's
 * context path
 * @param newcomer whether the container may write session ids into the page
 */
public record PageForecast(PageKey key, PageHistory page, List<Link> expected, boolean newcomer) {
}
