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

package dev.preloadhints.collect;

import org.jspecify.annotations.Nullable;

/**
 * One execution of a template, and what its engine knows of where the output goes.
 *
 * @param context the engine's own context, which only templates inside of this one share
 * @param response the response that the template was given, {@code null} if none
 * @param view whether it is executed as a view, by whoever renders views for the web
 * framework; the others may be written to anything, such as a mail
 */
public record TemplateExecution(Object context, @Nullable Object response, boolean view) {
}
