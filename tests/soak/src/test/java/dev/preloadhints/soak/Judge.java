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

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.Interim;

/**
 * Holds the answers against what they should be.
 */
final class Judge {

	/** Link values as RFC 8288 and RFC 9110 have them, of the kinds that there are. */
	private static final Pattern LINKS = list("<[^<>\"\\s]+>(?:; [a-z]+(?:=(?:[A-Za-z0-9-]+|\"[^\"\\\\]+\"))?)+");

	private static final Pattern TARGET = Pattern.compile("<([^>]+)>; rel=");

	private static final int MAX_COMPLAINTS = 50;

	private final Map<Visit, List<String>> links = new HashMap<>();

	private final Map<String, Set<String>> targets = new HashMap<>();

	private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

	private final LongAdder compared = new LongAdder();

	private final LongAdder hinted = new LongAdder();

	private final Reference reference;

	Judge(Reference reference) {
		this.reference = reference;
	}

	private static Pattern list(String element) {
		return Pattern.compile(element + "(?:, " + element + ")*");
	}

	/** Remember the links of an answer, because nothing fails now. */
	void expect(Visit visit, Answer answer) {
		this.links.put(visit, answer.headers("Link"));
		this.targets.computeIfAbsent(visit.page(), (page) -> new HashSet<>()).addAll(targets(answer.headers("Link")));
	}

	/**
	 * Judge an answer.
	 * @param quiet whether nothing was made to fail meanwhile, so that all links are
	 * there
	 */
	void judge(Visit visit, Protocol protocol, Answer answer, boolean quiet) {
		String difference = this.reference.difference(visit, answer);
		if (difference != null) {
			complain(visit, protocol, difference);
		}
		this.compared.increment();
		List<String> expected = this.links.get(visit);
		if (expected != null && (quiet ? !answer.headers("Link").equals(expected)
				: !targets(expected).containsAll(targets(answer.headers("Link"))))) {
			complain(visit, protocol, "links " + answer.headers("Link") + " instead of " + expected);
		}
		judgeForm(visit, protocol, answer);
	}

	/** Judge what can be said of every answer. */
	void judgeForm(Visit visit, Protocol protocol, Answer answer) {
		if (!answer.version().equals(protocol.version())) {
			complain(visit, protocol, "version " + answer.version());
		}
		answer.headers("Link").stream().filter((field) -> !LINKS.matcher(field).matches()).forEach((field) -> {
			complain(visit, protocol, "malformed: " + field);
		});
		if (answer.interim().isEmpty()) {
			return;
		}
		this.hinted.increment();
		Interim first = answer.interim().get(0);
		if (answer.interim().size() > 1 || first.status() != 103 || !protocol.isHinted()
				|| first.fields().all("Link").size() != 1
				|| !LINKS.matcher(first.fields().all("Link").get(0)).matches()) {
			complain(visit, protocol, "malformed: " + answer.interim());
		}
		if (!this.targets.getOrDefault(visit.page(), Set.of()).containsAll(targets(first.links()))) {
			complain(visit, protocol, "hints of another page: " + first.links());
		}
	}

	void complain(Visit visit, Protocol protocol, String complaint) {
		if (this.complaints.size() < MAX_COMPLAINTS) {
			this.complaints.add(visit + " over " + protocol + ": " + complaint);
		}
	}

	private static Set<String> targets(List<String> fields) {
		Set<String> targets = new HashSet<>();
		for (String field : fields) {
			Matcher matcher = TARGET.matcher(field);
			while (matcher.find()) {
				targets.add(matcher.group(1));
			}
		}
		return targets;
	}

	/** The links of the only interim response, none if there is none. */
	static List<String> hints(Answer answer) {
		return answer.interim().stream().flatMap((interim) -> interim.links().stream()).toList();
	}

	/** Each answer that was not as it should be, the first of them. */
	List<String> complaints() {
		return List.copyOf(this.complaints);
	}

	/** Number of answers that were compared with the reference. */
	long compared() {
		return this.compared.sum();
	}

	/** Number of answers that came after Early Hints. */
	long hinted() {
		return this.hinted.sum();
	}

}
