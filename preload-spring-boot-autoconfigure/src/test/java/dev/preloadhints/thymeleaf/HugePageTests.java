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

package dev.preloadhints.thymeleaf;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thymeleaf.spring6.SpringTemplateEngine;

import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages of a size that nobody writes, but that user content may have. What the dialect
 * does to them is measured in bytes that are allocated, which do not depend on the
 * machine, over what the same page allocates without it.
 */
@Tag("slow")
class HugePageTests {

	private static final SpringTemplateEngine COLLECTING = StringPage.engine(new PreloadDialect(true));

	private static final SpringTemplateEngine WITHOUT = StringPage.engine();

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** Four times the page is no more than four times the work, and some room. */
	private static final int MAX_GROWTH = 6;

	@ParameterizedTest
	@EnumSource
	void costsInProportionToThePage(Huge page) {
		cost(page, page.size / 16);
		long quarter = cost(page, page.size / 4);
		long whole = cost(page, page.size);
		// A quarter that costs next to nothing is no measure.
		assertThat(whole).isLessThan(MAX_GROWTH * Math.max(quarter, 4_000_000));
	}

	/** What the dialect allocates on a page, which is the same as without it. */
	private static long cost(Huge page, int size) {
		String template = page.of(size);
		StringPage with = new StringPage();
		long before = allocated();
		String body = with.render(COLLECTING, template, Map.of());
		long between = allocated();
		assertThat(new StringPage().render(WITHOUT, template, Map.of())).hasSameSizeAs(body).isEqualTo(body);
		long after = allocated();
		assertThat(with.collector().links().written()).hasSizeLessThanOrEqualTo(256);
		assertThat(with.collector().links().omissions().named()).hasSizeLessThanOrEqualTo(64)
			.allMatch((omission) -> omission.url().length() <= 256);
		return Math.max(0, (between - before) - (after - between));
	}

	private static long allocated() {
		return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
	}

	@Test
	void leavesOutWhatIsTooMuch() {
		StringPage page = new StringPage();
		page.render(COLLECTING, Huge.STYLE_SHEETS.of(1000), Map.of());
		assertThat(page.collector().links().written()).hasSize(256);
		assertThat(page.collector().links().omissions().count(OmissionReason.MAX_LINKS)).isEqualTo(1000 - 256);
	}

	@Test
	void looksIntoElementsAsDeepAsABrowserDoes() {
		StringPage page = new StringPage();
		String body = page.render(COLLECTING,
				"<b>".repeat(500) + "<script src=\"/a.js\"></script>" + "<b>".repeat(20)
						+ "<script src=\"/b.js\"></script>" + "</b>".repeat(520) + "<script src=\"/c.js\"></script>",
				Map.of());
		assertThat(body).contains("/b.js");
		assertThat(page.collector().links().written()).extracting(Link::target).containsExactly("/a.js", "/c.js");
	}

	/**
	 * A page that is huge in one way.
	 */
	enum Huge {

		ELEMENTS(100_000, "<p>x</p>"),

		STYLE_SHEETS(100_000, "<link rel=\"stylesheet\" href=\"/%d.css\">"),

		SCRIPTS(100_000, "<script src=\"/%d.js\"></script>"),

		IMAGES(100_000, "<img src=\"/%d.png\" fetchpriority=\"high\">"),

		ORDINARY_IMAGES(100_000, "<img src=\"/%d.png\">"),

		OMISSIONS(100_000, "<link rel=\"stylesheet\" media=\"print\" href=\"/%d.css\">"),

		SAME_LINK(100_000, "<link rel=\"stylesheet\" href=\"/a.css\">"),

		HEADS(100_000, "<head></head><body></body>"),

		BASES(100_000, "<base href=\"/%d/\"><link rel=\"stylesheet\" href=\"%<d.css\">"),

		IMPORT_MAPS(100_000, "<script type=\"importmap\">%d</script>"),

		NESTED(4_000, "<div>") {

			@Override
			String of(int size) {
				return "<div>".repeat(size) + "x" + "</div>".repeat(size);
			}

		},

		LINKS_IN_ONE_ANOTHER(4_000, "") {

			@Override
			String of(int size) {
				return "<svg><link rel=\"stylesheet\" href=\"/a.css\">".repeat(size) + "</svg>".repeat(size);
			}

		},

		UNCLOSED(4_000, "<b><script src=\"/%d.js\"></script>"),

		ATTRIBUTE(4_000_000, "") {

			@Override
			String of(int size) {
				return "<link rel=\"stylesheet\" href=\"/" + "&eacute;".repeat(size / 8) + "\">";
			}

		},

		SOURCE_SET(4_000_000, "") {

			@Override
			String of(int size) {
				return "<img fetchpriority=\"high\" srcset=\"" + "/a.png 1x, ".repeat(size / 11) + "\">";
			}

		},

		BASE_AND_ELEMENTS(10_000, "") {

			@Override
			String of(int size) {
				return "<base href=\"/" + "a".repeat(size) + "/\">"
						+ "<link rel=\"stylesheet\" href=\"a.css\">".repeat(size);
			}

		},

		BASE_AND_SOURCE_SET(10_000, "") {

			@Override
			String of(int size) {
				return "<base href=\"/" + "a".repeat(size) + "/\"><img fetchpriority=\"high\" srcset=\""
						+ "a.png 1x, ".repeat(size) + "\">";
			}

		},

		SHORTER_BASE_AND_SOURCE_SET(200_000, "") {

			@Override
			String of(int size) {
				return "<base href=\"/" + "a".repeat(size / 100) + "/\"><img fetchpriority=\"high\" srcset=\""
						+ "a.png 1x, ".repeat(size) + "\">";
			}

		},

		BASES_OF_IMAGES(20_000, "") {

			@Override
			String of(int size) {
				return "<base href=\"" + "../".repeat(600) + "\">"
						+ "<img fetchpriority=\"high\" src=\"../../a.png\">".repeat(size);
			}

		},

		DOTS(4_000_000, "") {

			@Override
			String of(int size) {
				return "<link rel=\"stylesheet\" href=\"/" + "a/../".repeat(size / 5) + "\">";
			}

		},

		HOST(4_000_000, "") {

			@Override
			String of(int size) {
				return "<link rel=\"stylesheet\" href=\"https://" + "a".repeat(size) + "_!/\">";
			}

		},

		PATH_PARAMETERS(4_000_000, "") {

			@Override
			String of(int size) {
				return "<link rel=\"stylesheet\" href=\"/a" + ";jsession".repeat(size / 9) + "\">";
			}

		},

		RELATIONS(4_000_000, "") {

			@Override
			String of(int size) {
				return "<link rel=\"" + "alternate ".repeat(size / 10) + "stylesheet\" href=\"/a\">";
			}

		},

		SPACE(4_000_000, "") {

			@Override
			String of(int size) {
				return "<link rel=\"stylesheet\" href=\"/a\" media=\"a" + " \n".repeat(size / 2) + "a\">";
			}

		};

		private final int size;

		private final String element;

		Huge(int size, String element) {
			this.size = size;
			this.element = element;
		}

		String of(int size) {
			return "<html><head>" + Stream.iterate(0, (i) -> i + 1)
				.limit(size)
				.collect(StringBuilder::new, (page, i) -> page.append(this.element.formatted(i)), StringBuilder::append)
					+ "</head></html>";
		}

	}

}
