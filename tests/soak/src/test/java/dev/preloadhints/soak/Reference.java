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

package dev.preloadhints.soak;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.preloadhints.tests.AbsentStarter;
import dev.preloadhints.tests.http.Answer;

/**
 * All that the shop can be asked for, found by following its links, and its answers
 * without the starter. Its operators are asked for nothing: their answers differ each
 * time.
 */
final class Reference {

	/** What the shop links to nowhere, or fails at. */
	private static final List<String> ERRORS = List.of("/nowhere", "/books/unwritten", "/books?subject=cooking",
			"/?think=10001", "/about?think=-1", "/broken", "/broken/template", "/js/nowhere.js",
			"/reservations/thanks");

	private static final Pattern REFERENCE = Pattern.compile("(?:href|src|srcset|hx-get)=\"([^\"]+)\"");

	private static final Pattern CSS_REFERENCE = Pattern.compile("url\\(\"?([^\")]+)\"?\\)");

	private static final Pattern JS_REFERENCE = Pattern.compile("(?:from|import) ?\\(?'(\\.[^']+)'");

	private final Map<Visit, Answer> answers = new LinkedHashMap<>();

	private final Map<Kind, List<Visit>> visits = new EnumMap<>(Kind.class);

	private final Map<Kind, List<List<Visit>>> pages = new EnumMap<>(Kind.class);

	private final ShopClient client;

	private Reference(ShopClient client) {
		this.client = client;
		for (Kind kind : Kind.values()) {
			this.visits.put(kind, new ArrayList<>());
		}
	}

	static Reference of(Shop shop) {
		try (ShopClient client = new ShopClient(Protocol.HTTP_1_1_CLEARTEXT, shop.ports())) {
			Reference reference = new Reference(client);
			reference.crawl();
			reference.addSpecialCases();
			reference.visits.forEach((kind, visits) -> reference.pages.put(kind,
					List.copyOf(visits.stream().collect(Collectors.groupingBy(Visit::page)).values())));
			return reference;
		}
	}

	private void crawl() {
		Deque<String> found = new ArrayDeque<>(List.of("/", "/search?q=owls", "/waterfall"));
		Set<String> seen = new HashSet<>(found);
		while (!found.isEmpty()) {
			String path = found.remove();
			Visit visit = Visit.get(path);
			Answer answer = this.client.ask(visit);
			if (answer.status() != 200) {
				add(Kind.ERROR, visit);
			}
			else if (answer.header("Content-Type").orElse("").startsWith("text/html")) {
				addPage(path);
			}
			else {
				add(Kind.RESOURCE, visit);
				for (String modified : answer.headers("Last-Modified")) {
					add(Kind.CONDITIONAL, visit.with("If-Modified-Since", modified));
				}
			}
			for (String reference : references(path, answer.body())) {
				if (!reference.startsWith("/actuator/") && seen.add(reference)) {
					found.add(reference);
				}
			}
		}
	}

	private void addPage(String path) {
		Visit visit = Visit.navigation(path);
		add(visit.page().equals("/books/") ? Kind.BOOK : Kind.PAGE, visit);
		if (this.visits.get(Kind.BOOK).size() < 20) {
			add(Kind.COMPRESSED, visit.with("Accept-Encoding", "gzip"));
			add(Kind.CRAWLER, Visit.get(path));
			add(Kind.HEAD, visit.head());
		}
	}

	private static List<String> references(String base, String text) {
		List<String> references = new ArrayList<>();
		Pattern pattern = base.endsWith(".css") ? CSS_REFERENCE : base.endsWith(".js") ? JS_REFERENCE : REFERENCE;
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			for (String candidate : matcher.group(1).replace("&amp;", "&").split(", ")) {
				String reference = candidate.strip().split("[# ]")[0];
				if (reference.matches("(/[^/].*|/|\\.\\.?/.*)")) {
					references.add(URI.create(base).resolve(reference).toString());
				}
			}
		}
		return references;
	}

	private void addSpecialCases() {
		for (String path : ERRORS) {
			// Not as a browser, which would make the shop doubt what it learned.
			add(Kind.ERROR, Visit.get(path));
		}
		add(Kind.ERROR, Visit.navigation("/nowhere"));
		add(Kind.PAGE, Visit.navigation("/about?think=20"));
		add(Kind.FRAGMENT, Visit.get("/books?q=owls", "HX-Request", "true"));
		add(Kind.FRAGMENT, Visit.get("/books?subject=nature", "HX-Request", "true"));
		add(Kind.FRAGMENT,
				Visit.get("/reading-list/books?slug=after-the-orchard&slug=unwritten", "Sec-Fetch-Dest", "empty"));
		add(Kind.FORM, Visit.post("/reservations", "book=&name=Ada&email=nobody&copies=9"));
		add(Kind.FORM, Visit.post("/reservations", "book=unwritten&name=Ada&email=ada@example.org&copies=1"));
		this.visits.get(Kind.VANISHING).addAll(this.visits.get(Kind.PAGE));
	}

	private void add(Kind kind, Visit visit) {
		Answer answer = this.client.ask(visit);
		if (visit.page().equals("/about")) {
			answer = answer.with(answer.content().edit(AbsentStarter::withoutTemplateAttributes));
		}
		this.answers.put(visit, answer);
		this.visits.get(kind).add(visit);
	}

	List<Visit> visits(Kind kind) {
		return this.visits.get(kind);
	}

	/** One of a kind, each page as often as any other, however many URLs it has. */
	Visit any(Kind kind) {
		return any(any(this.pages.get(kind)));
	}

	private static <T> T any(List<T> all) {
		return all.get(ThreadLocalRandom.current().nextInt(all.size()));
	}

	/** All visits that have an answer. */
	Set<Visit> visits() {
		return this.answers.keySet();
	}

	/** What differs between an answer and that without the starter, or {@code null}. */
	String difference(Visit visit, Answer answer) {
		Answer expected = this.answers.get(visit);
		if (answer.status() != expected.status()) {
			return "status " + answer.status() + " instead of " + expected.status();
		}
		if (!answer.headers("Content-Type").equals(expected.headers("Content-Type"))) {
			return "type " + answer.headers("Content-Type") + " instead of " + expected.headers("Content-Type");
		}
		int differs = Arrays.mismatch(answer.content().bytes(), expected.content().bytes());
		return (differs >= 0) ? "a body of " + answer.content().length() + " bytes instead of "
				+ expected.content().length() + ", other from byte " + differs + " on" : null;
	}

}
