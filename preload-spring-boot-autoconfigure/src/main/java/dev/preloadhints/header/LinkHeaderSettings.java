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

package dev.preloadhints.header;

import dev.preloadhints.link.LinkBudget;

/**
 * How the header of a page is written.
 *
 * @param enabled whether there is a {@code Link} header at all
 * @param budget room for the links
 * @param maxResponseHeader bytes that all headers of a response together may have, so
 * that the container and proxies accept them
 * @param bufferSize bytes of the response that are held back at least, so that the head
 * is known before the headers are sent; {@code 0} leaves the container's own buffer
 * @param serverTiming whether a {@code Server-Timing} entry explains the header
 */
public record LinkHeaderSettings(boolean enabled, LinkBudget budget, int maxResponseHeader, int bufferSize,
		boolean serverTiming) {
}
