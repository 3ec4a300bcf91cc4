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

package dev.preloadhints.integration.earlyhints;

import jakarta.servlet.Filter;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.tests.AbsentStarter;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.Exchange;
import dev.preloadhints.tests.http.RawConnection;
import dev.preloadhints.tests.http.Request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * Clients that leave, hurry, dawdle or ask for less than the page: the server serves the
 * next one as ever, and has learned nothing from them.
 */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class ClientIntegrationTests {

	/** More than those after which a page that wastes its hints gets none. */
	private static final int TIMES = 6;

	/** More than any buffer on the way. */
	private static final int LARGE = 16 * 1024 * 1024;

	/** More than a container writes before it learns that nobody reads it. */
	private static final int SOME = 1024 * 1024;

	private static final String PAGE = EarlyHintsServer.path("/client", "style", "/css/app.css");

	private static EarlyHintsServer server;

	private static EarlyHintsServer without;

	@BeforeAll
	static void start() {
		server = EarlyHintsServer.cacheable(Pages.class, "preload.early-hints.http1=true");
		without = EarlyHintsServer.cacheable(Pages.class, "preload.early-hints.http1=true", AbsentStarter.PROPERTY);
	}

	@AfterAll
	static void stop() {
		server.close();
		without.close();
	}

	@BeforeEach
	void learn() {
		server.forget();
		server.learn(PAGE);
	}

	@AfterEach
	void servesTheNextPageAsEver(CapturedOutput output) {
		server.awaitIdle();
		Answer answer = server.navigate(PAGE);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.hints()).containsExactly(SendingIntegrationTests.STYLE);
		assertThat(answer.links()).containsExactly(SendingIntegrationTests.STYLE);
		for (PreloadStage stage : PreloadStage.values()) {
			assertThat(server.errors(stage.value())).as(stage.value()).isZero();
		}
		assertThat(output.getAll().lines().filter((line) -> line.matches(".* (WARN|ERROR) .* preload .*"))).isEmpty();
		assertThat(output.getAll()).doesNotContain("at dev.preloadhints.web");
	}

	@ParameterizedTest
	@ValueSource(strings = { "controller", "head", "body" })
	void leavesDuringThe(String moment) throws Exception {
		for (int i = 0; i < TIMES; i++) {
			try (Waiting waiting = Waiting.in(moment);
					RawConnection connection = send(server, "GET", PAGE + "&wait=" + moment)) {
				waiting.awaitArrival();
				connection.reset();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "controller", "head", "body" })
	void resetsItsStreamDuringThe(String moment) throws Exception {
		for (int i = 0; i < TIMES; i++) {
			try (Waiting waiting = Waiting.in(moment)) {
				Exchange exchange = server.start(PAGE + "&wait=" + moment);
				exchange.interim();
				waiting.awaitArrival();
				exchange.cancel();
			}
		}
	}

	@Test
	void leavesInTheMiddleOfALargePage() throws Exception {
		for (int i = 0; i < TIMES; i++) {
			try (RawConnection connection = send(server, "GET", PAGE + "&size=" + LARGE)) {
				assertThat(connection.read(10_000)).hasSize(10_000);
				connection.reset();
			}
		}
	}

	@Test
	void leavesAtOnce() throws Exception {
		for (int i = 0; i < TIMES; i++) {
			try (RawConnection connection = send(server, "GET", PAGE)) {
				connection.reset();
			}
		}
	}

	@Test
	void readsSlowly() throws Exception {
		String page = PAGE + "&size=300000";
		assertThat(body(readSlowly(server, page))).isEqualTo(body(readSlowly(without, page)));
	}

	@Test
	void asksForSeveralPagesAtOnce() throws Exception {
		StringBuilder requests = new StringBuilder();
		for (String name : List.of("first", "second", "third")) {
			requests.append(request("GET", PAGE + "&text=" + name, name.equals("third") ? "close" : "keep-alive"));
		}
		try (RawConnection connection = RawConnection.to(server.port())) {
			String responses = connection.send(requests.toString()).read();
			String hinted = EarlyHintsServer.isTomcat() ? "" : "HTTP/1.1 103 ";
			assertThat(Pattern.compile("HTTP/1\\.1 \\d+|<p>(first|second|third)</p>")
				.matcher(responses)
				.results()
				.map(MatchResult::group)
				.collect(Collectors.joining(" ")))
				.isEqualTo(Stream.of("first", "second", "third")
					.map((name) -> hinted + "HTTP/1.1 200 <p>" + name + "</p>")
					.collect(Collectors.joining(" ")));
		}
	}

	@Test
	void waitsToBeToldToContinue() throws Exception {
		assertSame((running) -> {
			String request = request("POST", PAGE, "close", "Expect", "100-continue", "Content-Length", "9",
					"Content-Type", "application/x-www-form-urlencoded");
			return answer(running, request, "text=form");
		});
	}

	@Test
	void asksForTheHeadAlone() throws Exception {
		assumeFalse(forgetsToClose(), "Jetty 12.0 forgets after a 103 that it was asked to close the connection");
		assertSame((running) -> answer(running, request("HEAD", PAGE, "close"), ""));
	}

	@Test
	void asksForARange() throws Exception {
		assumeFalse(forgetsToClose(), "Jetty 12.0 forgets after a 103 that it was asked to close the connection");
		assertSame((running) -> answer(running, request("GET", PAGE, "close", "Range", "bytes=0-99"), ""));
	}

	@Test
	void hasThePageAlready() throws Exception {
		String page = PAGE.replace("/client", "/client/etag");
		String full = answer(without, request("GET", page, "close"), "");
		String etag = full.replaceAll("(?s).*ETag: (\\S+).*", "$1");
		assertSame((running) -> {
			String answer = answer(running, request("GET", page, "close", "If-None-Match", etag), "");
			assertThat(answer).contains("HTTP/1.1 304");
			return answer;
		});
	}

	private static boolean forgetsToClose() {
		try {
			Object version = Class.forName("org.eclipse.jetty.util.Jetty").getField("VERSION").get(null);
			return String.valueOf(version).startsWith("12.0.");
		}
		catch (ReflectiveOperationException ex) {
			return false;
		}
	}

	/** But for what hints are, and the time. */
	private static void assertSame(Client client) {
		assertThat(comparable(client.ask(server))).isEqualTo(comparable(client.ask(without)));
	}

	private static String comparable(String answer) {
		return answer.replaceAll("HTTP/1\\.1 103[^\r]*\r\n([^\r]+\r\n)*\r\n", "")
			.replaceAll("(Link|Date): [^\r]*\r\n", "");
	}

	private static String answer(EarlyHintsServer running, String request, String body) {
		try (RawConnection connection = RawConnection.to(running.port())) {
			connection.send(request);
			String interim = "";
			if (!body.isEmpty()) {
				interim = connection.read("HTTP/1.1 100".length());
				connection.send(body);
			}
			return interim + connection.read();
		}
	}

	private static String readSlowly(EarlyHintsServer running, String page) throws Exception {
		try (RawConnection connection = RawConnection.withReceiveBuffer(running.port(), 4096)) {
			// Without chunks, whose sizes are those of the buffer.
			connection.send(request("GET", page, "close").replace("HTTP/1.1", "HTTP/1.0"));
			ByteArrayOutputStream read = new ByteArrayOutputStream();
			InputStream in = connection.input();
			byte[] some = new byte[8192];
			for (int length = in.read(some); length >= 0; length = in.read(some)) {
				read.write(some, 0, length);
				Thread.sleep(10);
			}
			return read.toString(StandardCharsets.ISO_8859_1);
		}
	}

	private static String body(String answer) {
		return answer.substring(answer.indexOf("<!DOCTYPE"));
	}

	private static RawConnection send(EarlyHintsServer running, String method, String page) {
		return RawConnection.to(running.port()).send(request(method, page, "keep-alive"));
	}

	private static String request(String method, String page, String connection, String... headers) {
		List<String> all = new ArrayList<>(Request.NAVIGATION);
		all.addAll(List.of(headers));
		return RawConnection.request(method, page, connection, all);
	}

	@FunctionalInterface
	private interface Client {

		String ask(EarlyHintsServer running);

	}

	/** A page that waits, until its client is gone. */
	private static final class Waiting implements AutoCloseable {

		private static volatile Waiting current;

		private final CountDownLatch arrived = new CountDownLatch(1);

		private final CountDownLatch released = new CountDownLatch(1);

		private final String moment;

		private Waiting(String moment) {
			this.moment = moment;
		}

		static Waiting in(String moment) {
			current = new Waiting(moment);
			return current;
		}

		static void pass(String moment, String wait) {
			Waiting waiting = current;
			if (moment.equals(wait) && waiting != null && moment.equals(waiting.moment)) {
				waiting.arrived.countDown();
				await(waiting.released);
			}
		}

		void awaitArrival() {
			await(this.arrived);
		}

		private static void await(CountDownLatch latch) {
			try {
				assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public void close() {
			this.released.countDown();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Pages {

		@Bean
		FilterRegistrationBean<Filter> etags() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
			registration.addUrlPatterns("/client/etag");
			return registration;
		}

		@Controller
		static class ClientController {

			@RequestMapping({ "/client", "/client/etag" })
			String page(@RequestParam String style, @RequestParam(defaultValue = "") String wait,
					@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "0") int size,
					Model model) {
				Waiting.pass("controller", wait);
				model.addAttribute("style", new Text(() -> {
					Waiting.pass("head", wait);
					return style;
				}));
				model.addAttribute("text", new Text(() -> {
					Waiting.pass("body", wait);
					return wait.isEmpty() ? text + "x".repeat(size) : "x".repeat(SOME);
				}));
				return "page";
			}

		}

		private record Text(Supplier<String> value) {

			@Override
			public String toString() {
				return this.value.get();
			}

		}

	}

}
