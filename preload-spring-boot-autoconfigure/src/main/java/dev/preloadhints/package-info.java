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

/**
 * What an application uses of the starter beside properties and attributes of templates:
 * annotations, the argument of controllers, and the interfaces to refine it by. That is
 * the API, together with what these use of {@link dev.preloadhints.link} and
 * {@link dev.preloadhints.event}, with {@link dev.preloadhints.page.PageStore} and the
 * dialect. Everything else may change.
 */
@NullMarked
package dev.preloadhints;

import org.jspecify.annotations.NullMarked;
