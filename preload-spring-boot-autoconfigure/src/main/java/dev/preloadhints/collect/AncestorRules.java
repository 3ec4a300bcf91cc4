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
 * What an element is inside of; used for one after the other.
 */
final class AncestorRules implements Consumer<HtmlElement> {

	private final HtmlContext context = new HtmlContext();

	private boolean picture;

	private boolean hinted = true;

	/** Look at the ancestors of an element, and forget those of the last. */
	void look(HtmlElement element) {
		this.context.reset();
		this.picture = false;
		this.hinted = true;
		element.forEachAncestor(this);
	}

	/** What the element is to a browser. */
	HtmlContext context() {
		return this.context;
	}

	/**
	 * Why there is no link: what the element is inside of, or its own reason, or a
	 * picture.
	 */
	@Nullable OmissionReason reason(String name, @Nullable OmissionReason own) {
		if (!this.context.isHtml(name)) {
			return OmissionReason.INERT;
		}
		if (!this.hinted) {
			return OmissionReason.OPTED_OUT;
		}
		return (own == null && this.picture && name.equals("img")) ? OmissionReason.PICTURE : own;
	}

	@Override
	public void accept(HtmlElement ancestor) {
		this.context.enter(ancestor);
		this.picture |= ancestor.name().equals("picture");
		Boolean hint = Refinements.hint(ancestor);
		this.hinted = (hint != null) ? hint : this.hinted;
	}

}
