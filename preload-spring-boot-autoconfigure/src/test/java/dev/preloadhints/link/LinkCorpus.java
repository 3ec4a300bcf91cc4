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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Links as pages have them, and links that hurt: each has to survive being written and
 * read by somebody else.
 */
public final class LinkCorpus {

	/** What {@code crossorigin} without a value reads as. */
	private static final String ANONYMOUS = "";

	private LinkCorpus() {
	}

	/**
	 * All links of the corpus.
	 * @return links, no two alike
	 */
	public static List<Link> links() {
		return samples().stream().map(Sample::link).toList();
	}

	/**
	 * All links of the corpus, with what a reader should find in them.
	 * @return samples, no two alike
	 */
	static List<Sample> samples() {
		List<Sample> links = new ArrayList<>();
		common(links);
		responsive(links);
		targets(links);
		attributes(links);
		return links;
	}

	private static void common(List<Sample> links) {
		add(links, Link.preconnect("https://cdn.example.com"));
		add(links, Link.preconnect("https://fonts.example.com").crossorigin(CrossOrigin.ANONYMOUS));
		add(links, Link.of(LinkRelation.DNS_PREFETCH).target("//stats.example.com"));
		add(links, style("/css/app.css"));
		add(links, style("/shop/css/app-3f2a91c04b1b2d2fa1b0e0a6b3f7a0c1.css"));
		add(links, style("/css/wide.css").media("(min-width: 40em)"));
		add(links, Link.preload("/fonts/text.woff2", Destination.FONT).type("font/woff2"));
		add(links,
				Link.preload("/fonts/head.woff2", Destination.FONT)
					.crossorigin(CrossOrigin.USE_CREDENTIALS)
					.type("font/woff2"));
		add(links, Link.preload("/js/app.js", Destination.SCRIPT));
		add(links,
				Link.preload("/js/vendor.js", Destination.SCRIPT)
					.crossorigin(CrossOrigin.ANONYMOUS)
					.integrity("sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC")
					.referrerpolicy("no-referrer"));
		add(links, Link.modulePreload("/js/main.mjs"));
		add(links,
				Link.modulePreload("/js/other.mjs")
					.integrity("sha256-AAAA= sha512-BBBB+/==")
					.fetchpriority(FetchPriority.LOW));
		add(links, Link.preload("/api/books?page=1&size=20", Destination.FETCH).crossorigin(CrossOrigin.ANONYMOUS));
		add(links, Link.preload("/media/intro.vtt", Destination.TRACK));
	}

	private static void responsive(List<Sample> links) {
		add(links,
				Link.preload("/img/hero.jpg", Destination.IMAGE)
					.fetchpriority(FetchPriority.HIGH)
					.imagesrcset("/img/hero.jpg 1x, /img/hero@2x.jpg 2x"));
		add(links,
				Link.preload("/img/wide.jpg", Destination.IMAGE)
					.imagesrcset("/w_400,h_300/a.jpg 400w, /w_800,h_600/a.jpg?q=80&f=webp 800w")
					.imagesizes("(max-width: 600px) 100vw, calc(50vw - 2rem)"));
		add(links, style("/css/print.css").media("screen and (orientation: landscape), print and (min-width: 5in)"));
		add(links, style("/css/ratio.css").media("(400px <= width <= 700px) and (aspect-ratio: 16/9)"));
	}

	private static void targets(List<Sample> links) {
		for (String target : List.of("app.css", "../up.css", "./a:b.css", "?v=1", "/", "/a,b,c.css", "/a;b;c.css",
				"/a;v=1,2;w.css", "/a=b.css", "/x?a=1,2;b=3&c=[|]&d={e}", "/p|q[r]s.css", "/quo'te.css", "/star*.css",
				"/a\\b.css", "/caf%C3%A9.css", "/100%.css", "/%22quoted%22.css", "/a%3Eb.css", "/~user/(1)/!.css",
				"/;rel=next", "/,", "https://cdn.example.com:8443/a.css?x=%2C", "//cdn.example.com/a.css",
				"https://[2001:db8::1]/a.css", "/" + "long/".repeat(150) + "a.css")) {
			add(links, style(target));
		}
	}

	private static void attributes(List<Sample> links) {
		for (String text : List.of("\"", "\\", "\\\\", "\\\"", "a \"quoted\" word", "back\\slash", "ends with \\",
				"\"; rel=next; x=\"", "comma, comma", "semi; colon", "</other.css>; rel=stylesheet, </c>", "a=b", "'",
				"it's", "(", ")", "<", ">", "%", "%22", "*", "a\r\nSet-Cookie: a=b", "\t tabs \t and  spaces ",
				"x".repeat(900))) {
			add(links, style("/text.css").media(text));
			add(links,
					Link.preload("/text", Destination.IMAGE)
						.type(text)
						.imagesrcset(text)
						.imagesizes(text)
						.integrity(text)
						.referrerpolicy(text)
						.media(text));
		}
	}

	private static void add(List<Sample> samples, LinkBuilder link) {
		samples.add(Sample.of(link));
	}

	private static LinkBuilder style(String target) {
		return Link.preload(target, Destination.STYLE);
	}

	/**
	 * A link, and what it was made of.
	 *
	 * @param link the link
	 * @param target its target
	 * @param attributes its parameters by name, the relation included, as a reader should
	 * see them; empty for one without a value
	 */
	record Sample(Link link, String target, Map<String, String> attributes) {

		static Sample of(LinkBuilder builder) {
			Map<String, String> attributes = new LinkedHashMap<>();
			attributes.put("rel", builder.relation.value());
			if (builder.relation == LinkRelation.PRELOAD) {
				attributes.put("as", builder.destination.value());
			}
			put(attributes, "type", builder.type);
			CrossOrigin crossorigin = builder.crossorigin;
			if (crossorigin != CrossOrigin.NO_CORS || builder.destination == Destination.FONT) {
				attributes.put("crossorigin",
						(crossorigin == CrossOrigin.USE_CREDENTIALS) ? crossorigin.value() : ANONYMOUS);
			}
			if (builder.fetchpriority != FetchPriority.AUTO) {
				attributes.put("fetchpriority", builder.fetchpriority.value());
			}
			put(attributes, "media", builder.media);
			put(attributes, "imagesrcset", builder.imagesrcset);
			put(attributes, "imagesizes", builder.imagesizes);
			put(attributes, "integrity", builder.integrity);
			put(attributes, "referrerpolicy", builder.referrerpolicy);
			return new Sample(builder.build(), builder.target, attributes);
		}

		private static void put(Map<String, String> attributes, String name, @Nullable String value) {
			if (value != null && !value.isBlank()) {
				attributes.put(name, value.strip().replaceAll("\\s+", " "));
			}
		}

	}

}
