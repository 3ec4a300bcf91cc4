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

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.Omissions;

/**
 * What a page's {@code Link} header came to.
 *
 * @param page the page, or {@code null} if no handler was found
 * @param contextPath what the paths of the application's own URLs begin with, empty for
 * the root
 * @param links the links of the header, in its order, without the application's own; none
 * relative to the page's path
 * @param declared the links that are declared for the page by annotation or property, and
 * so the same for everyone, in the header or not
 * @param omissions the links that the page references and the header lacks, with reasons
 * @param headerSize bytes of all values of the header, the application's own included
 */
public record PageReport(@Nullable PageKey page, String contextPath, List<Link> links, Set<Link> declared,
		Omissions omissions, int headerSize) {
}
