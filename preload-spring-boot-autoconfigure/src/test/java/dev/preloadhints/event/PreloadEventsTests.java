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

package dev.preloadhints.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import dev.preloadhints.link.Omissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PreloadEventsTests {

	private static final PageReport REPORT = new PageReport(null, "", List.of(), Set.of(), new Omissions(), 0);

	private final List<String> told = new ArrayList<>();

	private final Logger logger = (Logger) LoggerFactory.getLogger(PreloadEvents.LOGGER);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void watchTheLog() {
		this.log.start();
		this.logger.setLevel(Level.DEBUG);
		this.logger.setAdditive(false);
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void leaveTheLogAsItWas() {
		this.logger.setLevel(null);
		this.logger.setAdditive(true);
		this.logger.detachAppender(this.log);
	}

	@Test
	void tellsAllListenersInOrder() {
		events(new Recorder("one"), new Recorder("two")).pageRendered(REPORT);
		assertThat(this.told).containsExactly("one rendered", "two rendered");
	}

	@Test
	void tellsTheOthersWhenAListenerThrows() {
		events(new Recorder("one"), new Broken(), new Recorder("two")).pageRendered(REPORT);
		assertThat(this.told).containsExactlyInAnyOrder("one rendered", "two rendered", "one LISTENER broken",
				"two LISTENER broken");
	}

	@Test
	void tellsTheOthersOfAFailureWhenAListenerThrowsThenAsWell() {
		events(new Recorder("one"), new Broken(), new Recorder("two")).failed(PreloadStage.COLLECT,
				new IllegalStateException("odd markup"));
		assertThat(this.told).containsExactlyInAnyOrder("one COLLECT odd markup", "two COLLECT odd markup",
				"one LISTENER broken", "two LISTENER broken");
	}

	@Test
	void passesOnWhatTheVirtualMachineCannotGoOnWith() {
		OutOfMemoryError fatal = new OutOfMemoryError();
		PreloadListener exhausted = new PreloadListener() {

			@Override
			public void pageRendered(PageReport report) {
				throw fatal;
			}

		};
		assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> events(exhausted).pageRendered(REPORT))
			.isSameAs(fatal);
		assertThat(warnings()).isEmpty();
	}

	@Test
	void swallowsAnyOtherError() {
		for (Error error : List.of(new StackOverflowError(), new NoClassDefFoundError(), new AssertionError())) {
			events(new Recorder("one")).failed(PreloadStage.FILTER, error);
		}
		assertThat(this.told).hasSize(3);
	}

	@Test
	void logsAFailureOnceAsAWarning() {
		PreloadEvents events = events();
		IllegalStateException failure = new IllegalStateException("odd markup");
		for (int i = 0; i < 5; i++) {
			events.failed(PreloadStage.COLLECT, failure);
		}
		ILoggingEvent warning = warnings().get(0);
		assertThat(warnings()).hasSize(1);
		assertThat(warning.getFormattedMessage()).contains("stage 'collect'")
			.contains("odd markup")
			.contains("logged once")
			.contains("preload.errors");
		assertThat(((ThrowableProxy) warning.getThrowableProxy()).getThrowable()).isSameAs(failure);
	}

	@Test
	void logsWhatAPageShowsAsPartOfOneLine() {
		events().failed(PreloadStage.COLLECT, new IllegalStateException("odd\r\n2026 ERROR " + "x".repeat(100_000)));
		assertThat(warnings()).singleElement()
			.extracting(ILoggingEvent::getFormattedMessage)
			.asString()
			.contains("odd??2026 ERROR")
			.hasSizeLessThan(800);
	}

	@Test
	void logsItAgainForWhoeverDebugs() {
		PreloadEvents events = events();
		for (int i = 0; i < 5; i++) {
			events.failed(PreloadStage.COLLECT, new IllegalStateException("odd markup"));
		}
		assertThat(this.log.list).extracting(ILoggingEvent::getLevel)
			.containsExactly(Level.WARN, Level.DEBUG, Level.DEBUG, Level.DEBUG, Level.DEBUG);
	}

	@Test
	void logsWhatAListenerThrowsOnce() {
		PreloadEvents events = events(new Broken());
		for (int i = 0; i < 5; i++) {
			events.pageRendered(REPORT);
		}
		assertThat(warnings()).singleElement()
			.extracting(ILoggingEvent::getFormattedMessage)
			.asString()
			.contains("stage 'listener'");
	}

	@Test
	void logsFailuresThatDifferEach() {
		PreloadEvents events = events();
		events.failed(PreloadStage.COLLECT, new IllegalStateException("odd markup"));
		events.failed(PreloadStage.FILTER, new IllegalStateException("odd markup"));
		events.failed(PreloadStage.COLLECT, new IllegalStateException("odder markup"));
		assertThat(warnings()).hasSize(3);
	}

	@Test
	void logsNoMoreThanAHundredFailuresThatDifferEach() {
		PreloadEvents events = events();
		for (int i = 0; i < 300; i++) {
			events.failed(PreloadStage.COLLECT, new IllegalStateException("number " + i));
		}
		assertThat(warnings()).hasSize(100);
	}

	@Test
	void copesWithoutListeners() {
		events().pageRendered(REPORT);
		assertThat(this.told).isEmpty();
	}

	@Test
	void asksNothingOfAListener() {
		PreloadListener listener = new PreloadListener() {
		};
		listener.pageRendered(REPORT);
		listener.failed(PreloadStage.REQUEST, new IllegalStateException());
		assertThat(this.told).isEmpty();
	}

	@Test
	void namesStagesForAMeter() {
		for (PreloadStage stage : PreloadStage.values()) {
			assertThat(stage.value()).matches("[a-z]+(_[a-z]+)*");
		}
	}

	private List<ILoggingEvent> warnings() {
		return this.log.list.stream().filter((event) -> event.getLevel() == Level.WARN).toList();
	}

	private static PreloadEvents events(PreloadListener... listeners) {
		return new PreloadEvents(List.of(listeners));
	}

	private final class Recorder implements PreloadListener {

		private final String name;

		private Recorder(String name) {
			this.name = name;
		}

		@Override
		public void pageRendered(PageReport report) {
			PreloadEventsTests.this.told.add(this.name + " rendered");
		}

		@Override
		public void failed(PreloadStage stage, Throwable failure) {
			PreloadEventsTests.this.told.add(this.name + " " + stage + " " + failure.getMessage());
		}

	}

	private static final class Broken implements PreloadListener {

		@Override
		public void pageRendered(PageReport report) {
			throw new IllegalStateException("broken");
		}

		@Override
		public void failed(PreloadStage stage, Throwable failure) {
			throw new IllegalStateException("broken");
		}

	}

}
