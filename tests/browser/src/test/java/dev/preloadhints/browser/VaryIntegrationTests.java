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

package dev.preloadhints.browser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.preloadhints.asset.Vary;
import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.measure.chromium.Chromium;
import dev.preloadhints.measure.chromium.Visit;
import dev.preloadhints.network.Certificate;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ResponseFacade;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often Chromium fetches what a {@code 103} and the page both want, by what its
 * response says in {@code Vary}: the table of the documentation. The Early Hints here are
 * sent by hand.
 */
@TestInstance(Lifecycle.PER_CLASS)
class VaryIntegrationTests {

	private static final Set<Kind> IN_CORS_MODE = EnumSet.of(Kind.STYLE_CORS, Kind.SCRIPT_CORS, Kind.IMAGE_CORS,
			Kind.MODULE, Kind.MODULE_OF_MODULE, Kind.FONT, Kind.FONT_OF_STYLE);

	private static final Set<Kind> OF_ANOTHER_FILE = EnumSet.of(Kind.STYLE_OF_STYLE, Kind.MODULE_OF_MODULE,
			Kind.FONT_OF_STYLE);

	private Chromium chromium;

	private Server server;

	@BeforeAll
	void open() throws Exception {
		Certificate certificate = Certificate.create();
		this.chromium = Tools.chromium(certificate);
		this.server = Server.https(certificate, List.of(Probe.class), "spring.config.name=probe",
				"preload.enabled=false");
	}

	@AfterAll
	void close() throws Exception {
		if (this.chromium != null) {
			this.chromium.close();
		}
		if (this.server != null) {
			this.server.close();
		}
	}

	@ParameterizedTest
	@CsvSource({ "Origin, in CORS mode", "Referer, of another file", "'Cookie, set by the page', all", "Cookie, none",
			"Sec-CH-UA, all", "Sec-CH-UA-Mobile, all", "*, all", "Priority, none", "Accept, none",
			"Accept-Encoding, none", "Accept-Language, none", "User-Agent, none", "Host, none", "Sec-Fetch-Site, none",
			"Sec-Fetch-Mode, none", "Sec-Fetch-Dest, none", "Access-Control-Request-Method, none",
			"Access-Control-Request-Headers, none", "Range, none", "X-Forwarded-Proto, none" })
	void fetchedTwice(String vary, String which) throws Exception {
		boolean cookie = vary.contains(",");
		String name = cookie ? vary.substring(0, vary.indexOf(',')) : vary;
		Set<Kind> expected = switch (which) {
			case "all" -> EnumSet.allOf(Kind.class);
			case "in CORS mode" -> IN_CORS_MODE;
			case "of another file" -> OF_ANOTHER_FILE;
			default -> Set.of();
		};
		for (Kind kind : Kind.values()) {
			if (expected.contains(kind)) {
				assertThat(Vary.of(List.of(name)).allows(kind.link(name))).as("hinted: " + kind).isFalse();
			}
		}
		List<List<Kind>> seen = new ArrayList<>();
		int acted = 0;
		for (int i = 0; i < Tools.MAX_VISITS && acted < 2; i++) {
			this.server.forget();
			Visit visit = this.chromium.visit(this.server.url("/vary/" + name + "?cookie=" + cookie));
			List<String> requests = this.server.requests().paths();
			List<Kind> twice = Arrays.stream(Kind.values())
				.filter((kind) -> Collections.frequency(requests, kind.path(name)) > 1)
				.toList();
			assertThat(expected).as("Vary: " + vary).containsAll(twice);
			// All of them early, or the browser did not act on each hint.
			boolean all = visit.interim() > 0 && requests.indexOf("/vary/committed") > Kind.values().length;
			if (all) {
				seen.add(twice);
				acted += (twice.size() == expected.size()) ? 1 : 0;
			}
		}
		assertThat(acted).as("visits on which the browser acted on all hints, with what was fetched twice: " + seen)
			.isEqualTo(2);
	}

	/** The paths of all that the page of a header has. */
	static List<String> paths(String vary) {
		return Arrays.stream(Kind.values()).map((kind) -> kind.path(vary)).toList();
	}

	/** How a page comes to a resource. */
	enum Kind {

		STYLE("css", "<link rel='stylesheet' href='%s'>"),

		STYLE_CORS("css", "<link rel='stylesheet' crossorigin href='%s'>"),

		STYLE_OF_STYLE("css", "<link rel='stylesheet' href='/vary/refer.css?to=%s'>"),

		SCRIPT("js", "<script defer src='%s'></script>"),

		SCRIPT_CORS("js", "<script defer crossorigin='use-credentials' src='%s'></script>"),

		MODULE("js", "<script type='module' src='%s'></script>"),

		MODULE_OF_MODULE("js", "<script type='module' src='/vary/refer.js?to=%s'></script>"),

		FONT("woff2", "<style>@font-face { font-family: FONT; src: url(%s) } p { font-family: FONT }</style>"),

		FONT_OF_STYLE("woff2", "<link rel='stylesheet' href='/vary/font.css?to=%s'>"),

		IMAGE("svg", "<img alt='' src='%s'>"),

		IMAGE_CORS("svg", "<img alt='' crossorigin src='%s'>");

		private final String extension;

		private final String element;

		Kind(String extension, String element) {
			this.extension = extension;
			this.element = element;
		}

		String path(String vary) {
			return "/vary/" + vary + "/" + this + "." + this.extension;
		}

		Link link(String vary) {
			String path = path(vary);
			return switch (this) {
				case STYLE, STYLE_OF_STYLE -> Link.preload(path, Destination.STYLE).build();
				case STYLE_CORS -> Link.preload(path, Destination.STYLE).crossorigin(CrossOrigin.ANONYMOUS).build();
				case SCRIPT -> Link.preload(path, Destination.SCRIPT).build();
				case SCRIPT_CORS ->
					Link.preload(path, Destination.SCRIPT).crossorigin(CrossOrigin.USE_CREDENTIALS).build();
				case MODULE, MODULE_OF_MODULE -> Link.modulePreload(path).build();
				case FONT, FONT_OF_STYLE -> Link.preload(path, Destination.FONT).build();
				case IMAGE -> Link.preload(path, Destination.IMAGE).build();
				case IMAGE_CORS -> Link.preload(path, Destination.IMAGE).crossorigin(CrossOrigin.ANONYMOUS).build();
			};
		}

	}

	@Controller
	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Probe {

		private final Observers.RequestLog requests;

		Probe(Observers.RequestLog requests) {
			this.requests = requests;
		}

		@GetMapping("/vary/{vary}")
		void page(@PathVariable String vary, @RequestParam boolean cookie, HttpServletResponse response)
				throws Exception {
			response.setHeader("Link",
					Arrays.stream(Kind.values())
						.map((kind) -> kind.link(vary).earlyFieldValue())
						.collect(Collectors.joining(", ")));
			ServletResponse container = response;
			while (container instanceof ServletResponseWrapper wrapper) {
				container = wrapper.getResponse();
			}
			((ResponseFacade) container).sendEarlyHints();
			// Tomcat 10.1 takes no header back.
			response.setHeader("Link", "</>; rel=help");
			if (cookie) {
				response.addCookie(new Cookie("seen", "true"));
			}
			for (int i = 0; i < 100 && this.requests.paths().size() <= Kind.values().length; i++) {
				Thread.sleep(10);
			}
			this.requests.add("/vary/committed");
			response.setContentType("text/html;charset=UTF-8");
			response.getWriter()
				.write("""
						<!DOCTYPE html><html lang="en"><head><title>Probe</title><link rel="icon" href="data:,"></head>
						<body><p style="font-family: OTHER">Probe</p><p>Probe</p>%s</body></html>
						""".formatted(Arrays.stream(Kind.values())
					.map((kind) -> kind.element.formatted(kind.path(vary)))
					.collect(Collectors.joining())));
		}

		@GetMapping("/vary/refer.css")
		void style(@RequestParam String to, HttpServletResponse response) throws IOException {
			// Firefox uses a preloaded style sheet where the encoding is the same.
			response.setContentType("text/css;charset=UTF-8");
			response.getWriter().write("@import url(" + to + ");");
		}

		@GetMapping("/vary/font.css")
		void font(@RequestParam String to, HttpServletResponse response) throws IOException {
			response.setContentType("text/css");
			response.getWriter().write("@font-face { font-family: OTHER; src: url(" + to + ") }");
		}

		@GetMapping("/vary/refer.js")
		void module(@RequestParam String to, HttpServletResponse response) throws IOException {
			response.setContentType("text/javascript");
			response.getWriter().write("import '" + to + "';");
		}

		@GetMapping("/vary/{vary}/{kind}.{extension}")
		void asset(@PathVariable String vary, @PathVariable String extension, HttpServletResponse response)
				throws IOException {
			response.setHeader("Cache-Control", "max-age=3600");
			response.setHeader("Vary", vary);
			response.setContentType(switch (extension) {
				case "css" -> "text/css";
				case "js" -> "text/javascript";
				case "svg" -> "image/svg+xml";
				default -> "font/woff2";
			});
			switch (extension) {
				case "woff2" -> new ClassPathResource("static/fonts/fraunces-600.woff2").getInputStream()
					.transferTo(response.getOutputStream());
				case "svg" -> response.getOutputStream().print("<svg xmlns='http://www.w3.org/2000/svg'/>");
				default -> response.getOutputStream().print("");
			}
		}

	}

}
