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

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.tests.AbsentStarter;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.Fields;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever fails beside a page, the page is what it is without the starter; the failure
 * is counted each time, and told once.
 */
@ExtendWith(OutputCaptureExtension.class)
class FaultIntegrationTests {

	/** Those of the hints, of the moment and of the size of a frame. */
	private static final Set<String> INCOMPARABLE = Set.of("link", "date", "transfer-encoding");

	private static final Map<Thrown, EarlyHintsServer> servers = new EnumMap<>(Thrown.class);

	private static EarlyHintsServer without;

	@AfterEach
	void endTheFault() {
		Fault.end();
	}

	@AfterAll
	static void stop() {
		servers.values().forEach(EarlyHintsServer::close);
		servers.clear();
		if (without != null) {
			without.close();
			without = null;
		}
	}

	static List<Arguments> faults() {
		return List.of(Fault.values())
			.stream()
			.flatMap((fault) -> List.of(Thrown.values()).stream().map((thrown) -> Arguments.of(fault, thrown)))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("faults")
	void pageIsWhatItIsWithoutTheStarter(Fault fault, Thrown thrown, CapturedOutput output) {
		EarlyHintsServer server = servers.computeIfAbsent(thrown,
				(same) -> EarlyHintsServer.cacheable(FaultyBeans.class));
		server.forget();
		server.learn(page("learned"));
		server.count();
		fault.begin(thrown.type);
		String page = page(fault + "-" + thrown);
		Answer expected = without(page);
		for (int i = 0; i < 2; i++) {
			Answer answer = server.navigate(page);
			assertThat(answer.status()).isEqualTo(expected.status()).isEqualTo(200);
			assertThat(answer.body()).isEqualTo(expected.body()).contains("The end.");
			assertThat(comparable(answer)).isEqualTo(comparable(expected));
			assertThat(answer.links()).first().isEqualTo("</own.html>; rel=help");
			assertThat(warnings(fault, output)).as("told once").hasSize(fault.failures());
		}
		for (PreloadStage stage : PreloadStage.values()) {
			int errors = server.errors(stage.value());
			if (fault.stages().contains(stage.value())) {
				assertThat(errors).as(stage.value()).isPositive();
			}
			else {
				assertThat(errors).as(stage.value()).isZero();
			}
		}
		assertThat(output.getAll()).doesNotContain(" ERROR ");
		Fault.end();
		assertThat(server.navigate(page("learned")).links()).contains(SendingIntegrationTests.STYLE);
	}

	/** Assets under another path are not known yet. */
	private static String page(String path) {
		return EarlyHintsServer.path("/own/faulty", "style", "/css/app.css", "module",
				"/faulty/page-" + path + "/js/app.js", "image", "/img/hero.jpg");
	}

	private static Answer without(String page) {
		if (without == null) {
			without = EarlyHintsServer.cacheable(FaultyBeans.class, AbsentStarter.PROPERTY);
		}
		return without.start(page).answer();
	}

	private static Map<String, String> comparable(Answer answer) {
		Map<String, String> fields = new TreeMap<>();
		for (Fields.Field field : answer.fields().fields()) {
			if (!INCOMPARABLE.contains(field.name().toLowerCase(Locale.ROOT))) {
				fields.merge(field.name(), field.value(), (one, other) -> one + ", " + other);
			}
		}
		return fields;
	}

	private static List<String> warnings(Fault fault, CapturedOutput output) {
		return output.getAll()
			.lines()
			.filter((line) -> line.contains(" WARN ") && line.contains(fault.message()))
			.toList();
	}

	/** What beans throw, be it by mistake. */
	enum Thrown {

		EXCEPTION(UnsupportedOperationException::new),

		/** Kotlin and others know no difference. */
		CHECKED_EXCEPTION(IOException::new),

		/** Built against another version of a library. */
		LINKAGE_ERROR(NoClassDefFoundError::new),

		/** Without end. */
		STACK_OVERFLOW_ERROR(StackOverflowError::new);

		private final Function<String, Throwable> type;

		Thrown(Function<String, Throwable> type) {
			this.type = type;
		}

	}

}
