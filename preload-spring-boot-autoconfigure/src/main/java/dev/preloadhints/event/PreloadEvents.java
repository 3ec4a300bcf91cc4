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

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells all listeners. A failure is told to all of them, logged once and thrown to
 * nobody.
 */
public final class PreloadEvents {

	/** Name of the one logger that users see. */
	public static final String LOGGER = "preload";

	/** Keeps a failure whose message differs each time from filling the memory. */
	private static final int MAX_LOGGED = 100;

	private static final int MAX_LENGTH = 512;

	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

	private static final Log logger = LogFactory.getLog(LOGGER);

	private final PreloadListener[] listeners;

	private final Set<String> logged = ConcurrentHashMap.newKeySet();

	/**
	 * Create events for listeners.
	 * @param listeners the listeners, in the order in which they are told
	 */
	public PreloadEvents(List<PreloadListener> listeners) {
		this.listeners = listeners.toArray(PreloadListener[]::new);
	}

	/**
	 * A page was rendered.
	 * @param report its links
	 */
	public void pageRendered(PageReport report) {
		tell((listener) -> listener.pageRendered(report));
	}

	/**
	 * It was decided about the Early Hints of a page.
	 * @param report the decision
	 */
	public void earlyHintsDecided(EarlyHintsReport report) {
		tell((listener) -> listener.earlyHintsDecided(report));
	}

	/**
	 * A page was rendered of which something had been learned.
	 * @param report how right that was
	 */
	public void predictionChecked(PredictionReport report) {
		PageLog.checked(report);
		tell((listener) -> listener.predictionChecked(report));
	}

	/**
	 * Something failed. A failure is logged as a warning when it comes for the first time
	 * and at debug level from then on.
	 * <p>
	 * An {@link Error} is a failure like any other: that of a filter which was built
	 * against another version of a library, or which calls itself without end, is over
	 * when it gets here, and costs the hints but not the page.
	 * @param stage where it failed
	 * @param failure what failed
	 * @throws VirtualMachineError if that is what failed, but for an overflow of the
	 * stack: the page would meet it next
	 */
	public void failed(PreloadStage stage, Throwable failure) {
		log(stage, failure);
		for (PreloadListener listener : this.listeners) {
			try {
				listener.failed(stage, failure);
			}
			catch (Throwable ex) {
				if (stage != PreloadStage.LISTENER) {
					failed(PreloadStage.LISTENER, ex);
				}
				else {
					// Otherwise two of that kind would never stop.
					log(stage, ex);
				}
			}
		}
	}

	/**
	 * Do what a page must not suffer from.
	 * @param stage where it fails, if it does
	 * @param action what to do
	 */
	public void guard(PreloadStage stage, Action action) {
		try {
			action.run();
		}
		catch (Throwable ex) {
			failed(stage, ex);
		}
	}

	private void tell(Consumer<PreloadListener> event) {
		for (PreloadListener listener : this.listeners) {
			try {
				event.accept(listener);
			}
			catch (Throwable ex) {
				failed(PreloadStage.LISTENER, ex);
			}
		}
	}

	private void log(PreloadStage stage, Throwable failure) {
		if (failure instanceof VirtualMachineError fatal && !(failure instanceof StackOverflowError)) {
			throw fatal;
		}
		String message = "Page goes out without (some of) its hints, stage '" + stage.value() + "': "
				+ printable(String.valueOf(failure));
		if (this.logged.size() < MAX_LOGGED && this.logged.add(message)) {
			logger.warn(message + " (logged once, counted as preload.errors)", failure);
		}
		else {
			logger.debug(message, failure);
		}
	}

	/** What a page shows may be in it, and must not look like lines of a log. */
	private static String printable(String text) {
		String start = (text.length() > MAX_LENGTH) ? text.substring(0, MAX_LENGTH) + "..." : text;
		return CONTROL.matcher(start).replaceAll("?");
	}

	/**
	 * Something that may fail.
	 */
	@FunctionalInterface
	public interface Action {

		/**
		 * Do it.
		 * @throws Exception if it fails
		 */
		void run() throws Exception;

	}

}
