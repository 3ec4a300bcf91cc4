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

package dev.preloadhints.soak.shop;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Looks for errors in the log that nobody asked for, and for warnings of the starter.
 */
final class LogWatch extends AppenderBase<ILoggingEvent> {

	private static final int MAX_TROUBLES = 20;

	/** What it looks like when a client is gone. */
	private static final Set<String> GONE = Set.of("ClientAbortException", "CloseNowException",
			"AsyncRequestNotUsableException");

	/** Pages of the sample that show what it looks like when a page fails. */
	private static final Pattern BROKEN = Pattern.compile("on purpose|\"nothing\\.title\"");

	private final Queue<String> troubles = new ConcurrentLinkedQueue<>();

	void begin() {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		setContext(root.getLoggerContext());
		start();
		root.addAppender(this);
	}

	List<String> troubles() {
		return List.copyOf(this.troubles);
	}

	@Override
	protected void append(ILoggingEvent event) {
		Level watched = event.getLoggerName().equals("preload") ? Level.WARN : Level.ERROR;
		if (event.getLevel().isGreaterOrEqual(watched) && !isIntended(event) && this.troubles.size() < MAX_TROUBLES) {
			StringBuilder trouble = new StringBuilder(
					event.getLevel() + " " + event.getLoggerName() + ": " + event.getFormattedMessage());
			for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
				trouble.append("\n\t").append(cause.getClassName()).append(": ").append(cause.getMessage());
			}
			this.troubles.add(trouble.toString());
		}
	}

	/**
	 * Injected here, a page of the sample that fails on purpose, or a client's own doing.
	 */
	private static boolean isIntended(ILoggingEvent event) {
		if (BROKEN.matcher(event.getFormattedMessage()).find()) {
			return true;
		}
		for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
			String className = cause.getClassName();
			if (className.equals(InjectedFault.class.getName())
					|| GONE.contains(className.substring(className.lastIndexOf('.') + 1))
					|| BROKEN.matcher(String.valueOf(cause.getMessage())).find()) {
				return true;
			}
		}
		return false;
	}

}
