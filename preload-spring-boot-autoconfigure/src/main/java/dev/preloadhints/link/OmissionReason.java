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

package dev.preloadhints.link;

import java.util.Locale;

/**
 * Why a resource that a page references got no link.
 */
public enum OmissionReason {

	/** Style sheet for print, or for a medium that a screen is not. */
	MEDIA("its media does not apply to a screen"),

	/** Style sheet with the {@code disabled} attribute. */
	DISABLED("the style sheet is disabled"),

	/** Alternate style sheet. */
	ALTERNATE("the style sheet is an alternate one"),

	/** Script with the {@code nomodule} attribute. */
	NOMODULE("the script is for browsers without modules"),

	/** Script or style sheet of a type that a browser does not use: a data block. */
	TYPE("its type is not one that a browser runs or applies"),

	/** Element with {@code fetchpriority=low}. */
	LOW_PRIORITY("the element asks for a low fetch priority"),

	/** Image with {@code loading=lazy}. */
	LAZY("the image is loaded lazily"),

	/** Image inside {@code picture}, whose sources decide what is fetched. */
	PICTURE("the image is inside of a picture element"),

	/**
	 * Element inside of one whose content is text, or is not loaded: {@code textarea},
	 * {@code noscript}, {@code template}, {@code svg} and others.
	 */
	INERT("it is inside of an element whose content is text or is not loaded, such as textarea, template or svg"),

	/** Link to preload that does not say what for. */
	NO_DESTINATION("its destination (as) is missing, or cannot be preloaded"),

	/** Destination that is not configured to be hinted. */
	DESTINATION("its destination is not among preload.resources.destinations"),

	/** Module on a page that has an import map. */
	IMPORT_MAP("modules are not hinted on a page with an import map"),

	/** URL that is not HTTP, such as {@code data:}. */
	SCHEME("its URL is not an HTTP URL"),

	/** URL that is empty or malformed. */
	URL("its URL is empty or malformed"),

	/** URL that contains a session id. */
	SESSION_ID("its URL contains a session id"),

	/** URL whose query a browser writes in the page's encoding, which is not UTF-8. */
	ENCODING("its query has letters that a browser writes in the page's encoding, which is not UTF-8"),

	/** Attribute with characters that a header field cannot carry. */
	ATTRIBUTE("an attribute has characters that a header cannot carry"),

	/** Template says {@code preload:hint="false"}. */
	OPTED_OUT("preload:hint is false in the template"),

	/** Resource matches {@code preload.resources.exclude}. */
	EXCLUDED("it matches preload.resources.exclude"),

	/** Filter of the application refused it. */
	FILTERED("a LinkFilter refused it"),

	/** Font beyond those that a page gets. */
	MAX_FONTS("more fonts than preload.discovery.max-fonts"),

	/** Style sheet or module beyond those that are followed from a page on. */
	MAX_IMPORTS("style sheets and modules import more than is followed"),

	/** Font of which nobody knows whether the page has text that uses it. */
	UNREQUESTED("no rule for text that every page has uses the font, and no browser has asked for it yet"),

	/** More links than {@code preload.budget.max-links}. */
	MAX_LINKS("more than preload.budget.max-links"),

	/** More bytes than {@code preload.budget.max-size}. */
	MAX_SIZE("more than preload.budget.max-size"),

	/** Headers had been sent before the element was rendered. */
	COMMITTED("the headers had been sent already"),

	/**
	 * Link that depends on {@code media} or the viewport, which an Early Hint cannot say.
	 */
	CONDITIONAL("it depends on media or on the viewport, which an Early Hint cannot say"),

	/** Relation that browsers ignore in an Early Hint. */
	RELATION("browsers ignore its relation in an Early Hint"),

	/** Resource that may differ from user to user. */
	NOT_SHARED("it is neither a static resource of the application nor of a shared origin"),

	/**
	 * Resource that too few clients have been sent to be sure that it is the same for
	 * all.
	 */
	FEW_CLIENTS("its URL could be one user's own: it has to be seen by three clients first"),

	/**
	 * Resource that a browser would fetch twice, because it must not keep it: in a header
	 * only what is served {@code no-store}.
	 */
	NOT_CACHEABLE("it is served so that a browser must not reuse it"),

	/**
	 * Resource that a browser would fetch twice, because the request that an Early Hint
	 * makes differs from the page's own in what the resource varies on.
	 */
	VARY("its Vary header names a field in which the request of an Early Hint differs from the page's own"),

	/** Resource of which nobody knows yet how it is served. */
	UNKNOWN_CACHEABILITY("it is not known yet whether a browser may keep it"),

	/** Resource that answered with a redirect or an error. */
	MISSING("it answered with a redirect or an error"),

	/** More bytes of resources than {@code preload.early-hints.max-weight}. */
	MAX_WEIGHT("the hinted resources weigh more than preload.early-hints.max-weight"),

	/** Starter failed; the failure itself is counted and logged. */
	FAILED("the link could not be worked out");

	private final String value = name().toLowerCase(Locale.ROOT);

	private final String description;

	OmissionReason(String description) {
		this.description = description;
	}

	/**
	 * The reason as it is written in a meter's tag.
	 * @return lower case letters and underscores
	 */
	public String value() {
		return this.value;
	}

	/**
	 * The reason in words.
	 * @return a clause in English that continues "left out because …"
	 */
	public String description() {
		return this.description;
	}

}
