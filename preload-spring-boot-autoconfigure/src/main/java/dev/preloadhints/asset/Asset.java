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

package dev.preloadhints.asset;

/**
 * A static resource of the application, served by one of its resource handlers.
 *
 * @param shipped whether it comes with the application, in the class path or the web
 * application's own files, and is found under its own name alone, so that path and
 * content are the same for everyone; not so a directory of uploads
 * @param size how many bytes are transferred for it, as far as that is known: compressed
 * where a response was compressed; {@code -1} if it is not known
 * @param freshness whether a browser may use it again without asking
 * @param vary which of its requests a browser may use it for again
 */
public record Asset(boolean shipped, long size, Freshness freshness, Vary vary) {
}
