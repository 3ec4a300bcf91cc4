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

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.OmissionReason;

/**
 * What an element is inside of.
 */
final class Surroundings implements Consumer<HtmlElement> {

	private boolean inert;

	private boolean picture;

	private boolean hinted = true;

	private Surroundings() {
	}

	/** Whether what the element is inside of takes the link away, and why. */
	static @Nullable OmissionReason reason(HtmlElement element) {
		Surroundings surroundings = new Surroundings();
		element.forEachAncestor(surroundings);
		if (surroundings.inert) {
			return OmissionReason.INERT;
		}
		if (!surroundings.hinted) {
			return OmissionReason.OPTED_OUT;
		}
		return (surroundings.picture && element.name().equals("img")) ? OmissionReason.PICTURE : null;
	}

	@Override
	public void accept(HtmlElement ancestor) {
		switch (ancestor.name()) {
			case "noscript", "svg", "template" -> this.inert = true;
			case "picture" -> this.picture = true;
		}
		Boolean hint = Refinements.hint(ancestor);
		this.hinted = (hint != null) ? hint : this.hinted;
	}

}
