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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.preloadhints.link.ForeignParser.Parsed;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for links that are written as a header, whatever they were made from: the
 * header is plain text, others read in it what was meant, and it keeps to its budget.
 */
public final class ReadableLinks {

	private static final Set<String> EARLY = Set.of("rel", "as", "type", "crossorigin", "fetchpriority");

	private ReadableLinks() {
	}

	/**
	 * Check links in a final response and in an interim one.
	 * @param links any links
	 */
	public static void check(List<Link> links) {
		if (links.isEmpty()) {
			return;
		}
		String header = LinkHeader.write(links);
		assertThat(header).matches("[ -~]+");
		assertThat(LinkHeader.count(header)).isEqualTo(links.size());
		List<Parsed> complete = ForeignParser.HTTP_COMPONENTS.parse(header);
		assertThat(LinkHeader.read(header)).extracting((link) -> new Parsed(link.target(), link.parameters()))
			.isEqualTo(complete);
		assertThat(complete.stream().map(Parsed::target)).isEqualTo(links.stream().map(Link::target).toList());
		for (ForeignParser parser : ForeignParser.values()) {
			if (links.stream().allMatch(parser::reads)) {
				assertThat(parser.parse(header)).as("%s reads %s", parser, header)
					.isEqualTo(complete.stream().map((link) -> kept(parser, link)).toList());
			}
		}
		for (int i = 0; i < links.size(); i++) {
			checkEarly(links.get(i), complete.get(i));
		}
	}

	/** An interim response says nothing else, and nothing less that browsers know. */
	private static void checkEarly(Link link, Parsed complete) {
		String early = link.earlyFieldValue();
		boolean conditional = complete.attributes().containsKey("media")
				|| complete.attributes().containsKey("imagesrcset");
		assertThat(early == null).as(link.fieldValue()).isEqualTo(conditional);
		if (early != null) {
			assertThat(early).matches("[ -~]+");
			Map<String, String> attributes = new LinkedHashMap<>(complete.attributes());
			attributes.keySet().retainAll(EARLY);
			Parsed expected = new Parsed(link.target(), attributes);
			assertThat(ForeignParser.HTTP_COMPONENTS.parse(early)).containsExactly(expected);
			if (ForeignParser.SPRING_HATEOAS.reads(link)) {
				assertThat(ForeignParser.SPRING_HATEOAS.parse(early))
					.containsExactly(kept(ForeignParser.SPRING_HATEOAS, expected));
			}
		}
	}

	/**
	 * Check what is chosen of links.
	 * @param links any links
	 * @param budget the room that there is
	 * @param own a field value that the application wrote before
	 */
	public static void checkBudget(List<Link> links, LinkBudget budget, String own) {
		LinkBudget.Selection selection = budget.select(links, own.length(), LinkHeader.count(own));
		assertThat(selection.selected().size() + selection.omitted().size()).isEqualTo(links.size());
		if (selection.selected().isEmpty()) {
			assertThat(selection.bytes()).isEqualTo(own.length());
			return;
		}
		String header = (own.isEmpty() ? "" : own + ", ") + LinkHeader.write(selection.selected());
		assertThat(header).hasSize(selection.bytes()).hasSizeLessThanOrEqualTo(budget.maxBytes());
		assertThat(LinkHeader.count(own) + selection.selected().size()).isLessThanOrEqualTo(budget.maxLinks());
	}

	private static Parsed kept(ForeignParser parser, Parsed link) {
		Map<String, String> attributes = new LinkedHashMap<>(link.attributes());
		attributes.keySet().removeIf((name) -> !parser.keeps(name));
		return new Parsed(link.target(), attributes);
	}

}
