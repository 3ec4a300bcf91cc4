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

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.OmissionReason;

/**
 * What an element is inside of.
 */
final class Surroundings {

	private Surroundings() {
	}

	/** Whether what the element is inside of takes the link away, and why. */
	static @Nullable OmissionReason reason(HtmlElement element) {
		boolean inert = false;
		boolean picture = false;
		boolean hinted = true;
		for (HtmlElement ancestor : element.ancestors()) {
			switch (ancestor.name()) {
				case "noscript", "template", "svg" -> inert = true;
				case "picture" -> picture = element.name().equals("img");
			}
			hinted = Objects.requireNonNullElse(Refinements.hint(ancestor), hinted);
		}
		if (inert || !hinted) {
			return inert ? OmissionReason.INERT : OmissionReason.OPTED_OUT;
		}
		return picture ? OmissionReason.PICTURE : null;
	}

}
