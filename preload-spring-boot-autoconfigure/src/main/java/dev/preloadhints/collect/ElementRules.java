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

import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.FetchPriority;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.LinkRank;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.OmissionReason;

/**
 * Which element becomes which link
 * (<a href="https://html.spec.whatwg.org/multipage/">HTML</a>): the request that a link
 * asks for equals the one that the element makes. Knows one element at a time and reads
 * only what is in its {@linkplain ElementSignature signature}; what depends on the page
 * is the {@link LinkCollector}'s.
 */
final class ElementRules {

	/**
	 * <a href="https://mimesniff.spec.whatwg.org/#javascript-mime-type">JavaScript MIME
	 * types</a>, the only ones with which a classic script runs.
	 */
	private static final Set<String> JAVASCRIPT_TYPES = Set.of("application/ecmascript", "application/javascript",
			"application/x-ecmascript", "application/x-javascript", "text/ecmascript", "text/javascript",
			"text/javascript1.0", "text/javascript1.1", "text/javascript1.2", "text/javascript1.3",
			"text/javascript1.4", "text/javascript1.5", "text/jscript", "text/livescript", "text/x-ecmascript",
			"text/x-javascript");

	/** Name of the element that exists for its hint alone. */
	static final String DECLARATION = "preload:link";

	private ElementRules() {
	}

	/**
	 * Apply the rules to an element.
	 * @param element an element of the page
	 * @param wanted whether the author asks for a link, so that an element gets one that
	 * does not by itself
	 * @return what becomes of it, or {@code null} if it references nothing worth a link
	 */
	static @Nullable Candidate candidate(HtmlElement element, boolean wanted) {
		Candidate candidate = switch (element.name()) {
			case "link" -> link(element);
			case "script" -> script(element);
			case "img" -> image(element, wanted);
			case DECLARATION -> declaration(element);
			default -> null;
		};
		if (candidate == null && wanted && element.refinement("as") != null) {
			String url = firstPresent(element, "href", "src");
			candidate = (url != null) ? Candidate.of(Link.of(LinkRelation.PRELOAD).target(url)) : null;
		}
		return candidate;
	}

	/** Whether the element maps module specifiers to URLs. */
	static boolean isImportMap(HtmlElement element) {
		return element.name().equals("script") && "importmap".equals(keyword(element, "type"));
	}

	private static @Nullable Candidate link(HtmlElement element) {
		String rel = element.attribute("rel");
		if (rel == null) {
			return null;
		}
		boolean stylesheet = false;
		boolean alternate = false;
		LinkRelation relation = null;
		StringTokenizer tokens = new StringTokenizer(rel.toLowerCase(Locale.ROOT));
		while (tokens.hasMoreTokens()) {
			String token = tokens.nextToken();
			stylesheet |= token.equals("stylesheet");
			alternate |= token.equals("alternate");
			relation = (relation != null) ? relation : LinkRelation.of(token);
		}
		String href = element.attribute("href");
		if (stylesheet) {
			return (href != null) ? stylesheet(element, href, alternate) : null;
		}
		return (relation != null) ? lifted(element, relation, href) : null;
	}

	private static Candidate stylesheet(HtmlElement element, String href, boolean alternate) {
		LinkBuilder link = Link.of(LinkRelation.PRELOAD).target(href).destination(Destination.STYLE);
		request(element, link);
		String media = keyword(element, "media");
		boolean always = media.isEmpty() || media.equals("all") || media.equals("screen");
		link.media(always ? null : element.attribute("media"));
		String type = keyword(element, "type");
		if (alternate) {
			return new Candidate(link, OmissionReason.ALTERNATE);
		}
		if (element.attribute("disabled") != null) {
			return new Candidate(link, OmissionReason.DISABLED);
		}
		if (!type.isEmpty() && !type.equals("text/css") && !type.startsWith("text/css;")) {
			return new Candidate(link, OmissionReason.TYPE);
		}
		if (media.equals("print")) {
			return new Candidate(link, OmissionReason.MEDIA);
		}
		return new Candidate(link, lowPriority(element));
	}

	private static Candidate declaration(HtmlElement element) {
		String rel = element.attribute("rel");
		LinkRelation relation = (rel != null) ? LinkRelation.of(rel.strip()) : LinkRelation.PRELOAD;
		if (relation == null) {
			throw new IllegalArgumentException(
					"The attribute rel of <preload:link> has the value '" + Refinements.printable(String.valueOf(rel))
							+ "'; allowed is preload, modulepreload, preconnect or dns-prefetch");
		}
		String as = element.attribute("as");
		if (relation == LinkRelation.PRELOAD && (as == null || Destination.of(as) == Destination.NONE)) {
			throw new IllegalArgumentException("The attribute as of <preload:link> has the value '"
					+ Refinements.printable(String.valueOf(as)) + "'; allowed is " + Destination.allowedValues());
		}
		Candidate candidate = lifted(element, relation, element.attribute("href"));
		if (candidate == null) {
			throw new IllegalArgumentException("<preload:link> needs the attribute href");
		}
		return candidate;
	}

	/** A hint that the author wrote as an element is said again, as it is. */
	private static @Nullable Candidate lifted(HtmlElement element, LinkRelation relation, @Nullable String href) {
		String srcset = (relation == LinkRelation.PRELOAD) ? element.attribute("imagesrcset") : null;
		if (href == null && srcset == null) {
			return null;
		}
		LinkBuilder link = Link.of(relation).target((href != null) ? href : "");
		if (relation.isConnection()) {
			return Candidate.of(link.crossorigin(crossorigin(element)));
		}
		request(element, link);
		link.type(element.attribute("type")).media(element.attribute("media"));
		Destination destination = Destination.of(keyword(element, "as"));
		if (relation == LinkRelation.PRELOAD) {
			link.destination(destination).imagesrcset(srcset).imagesizes(element.attribute("imagesizes"));
		}
		else if (!keyword(element, "as").isEmpty() && destination != Destination.SCRIPT) {
			// Workers and worklets have destinations that a header cannot name yet.
			return new Candidate(link, OmissionReason.NO_DESTINATION);
		}
		return new Candidate(link, keyword(element, "media").equals("print") ? OmissionReason.MEDIA : null);
	}

	private static @Nullable Candidate script(HtmlElement element) {
		String src = element.attribute("src");
		if (src == null) {
			return null;
		}
		String type = scriptType(element);
		boolean module = type.equals("module");
		LinkBuilder link = Link.of(module ? LinkRelation.MODULEPRELOAD : LinkRelation.PRELOAD).target(src);
		request(element, link);
		if (!module) {
			boolean blocking = element.attribute("async") == null && element.attribute("defer") == null;
			link.destination(Destination.SCRIPT).rank(blocking ? LinkRank.BLOCKING_SCRIPT : LinkRank.DEFERRED_SCRIPT);
		}
		if (!module && !JAVASCRIPT_TYPES.contains(type)) {
			return new Candidate(link, OmissionReason.TYPE);
		}
		if (!module && element.attribute("nomodule") != null) {
			return new Candidate(link, OmissionReason.NOMODULE);
		}
		return new Candidate(link, lowPriority(element));
	}

	/**
	 * The type that decides what a script is (<a href=
	 * "https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element">HTML,
	 * prepare the script element</a>): {@code type}, else {@code language}, else
	 * JavaScript.
	 */
	private static String scriptType(HtmlElement element) {
		String type = element.attribute("type");
		if (type != null) {
			return type.isEmpty() ? "text/javascript" : keyword(element, "type");
		}
		String language = keyword(element, "language");
		return language.isEmpty() ? "text/javascript" : "text/" + language;
	}

	private static @Nullable Candidate image(HtmlElement element, boolean wanted) {
		if (!wanted && !keyword(element, "fetchpriority").equals("high")) {
			return null;
		}
		String src = element.attribute("src");
		String srcset = element.attribute("srcset");
		if (src == null && srcset == null) {
			return null;
		}
		LinkBuilder link = Link.of(LinkRelation.PRELOAD)
			.target((src != null) ? src : "")
			.destination(Destination.IMAGE)
			.imagesrcset(srcset)
			.imagesizes((srcset != null) ? element.attribute("sizes") : null);
		request(element, link);
		return new Candidate(link, keyword(element, "loading").equals("lazy") ? OmissionReason.LAZY : null);
	}

	/** Attributes that shape the request of any element. */
	private static void request(HtmlElement element, LinkBuilder link) {
		String priority = element.attribute("fetchpriority");
		link.crossorigin(crossorigin(element))
			.fetchpriority((priority != null) ? FetchPriority.of(priority) : FetchPriority.AUTO)
			.integrity(element.attribute("integrity"))
			.referrerpolicy(element.attribute("referrerpolicy"));
	}

	private static CrossOrigin crossorigin(HtmlElement element) {
		String value = element.attribute("crossorigin");
		return (value != null) ? CrossOrigin.of(value) : CrossOrigin.NO_CORS;
	}

	private static @Nullable OmissionReason lowPriority(HtmlElement element) {
		return keyword(element, "fetchpriority").equals("low") ? OmissionReason.LOW_PRIORITY : null;
	}

	private static @Nullable String firstPresent(HtmlElement element, String name, String otherName) {
		String value = element.attribute(name);
		return (value != null) ? value : element.attribute(otherName);
	}

	private static String keyword(HtmlElement element, String name) {
		String value = element.attribute(name);
		return (value != null) ? value.strip().toLowerCase(Locale.ROOT) : "";
	}

	/**
	 * A link that an element would become.
	 *
	 * @param link the link, its URLs still as they are written
	 * @param reason why there is none after all, unless the author insists
	 */
	record Candidate(LinkBuilder link, @Nullable OmissionReason reason) {

		static Candidate of(LinkBuilder link) {
			return new Candidate(link, null);
		}

	}

}
