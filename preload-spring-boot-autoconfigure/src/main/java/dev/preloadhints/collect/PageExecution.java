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

package dev.preloadhints.collect;

import org.jspecify.annotations.Nullable;

/**
 * The execution of a template that writes the page, from its start to its end. Others may
 * run in between, in this thread or another: what they render is at most text to the
 * page. One that shares the engine's context, such as a conditional comment, ends before
 * the page goes on, or the page fails; of another nothing follows, it may have no end.
 */
public final class PageExecution {

	private @Nullable Object context;

	private int depth;

	PageExecution() {
	}

	/** A template starts in the page's context: the page, or one inside of it. */
	void start(Object started) {
		this.context = started;
		this.depth++;
	}

	/**
	 * A template ends in the page's context.
	 * @return whether it is the page
	 */
	boolean end() {
		this.depth--;
		if (this.depth > 0) {
			return false;
		}
		stop();
		return true;
	}

	/** Whatever comes is not the page's. */
	void stop() {
		this.context = null;
		this.depth = 0;
	}

	/**
	 * Whether it has not come to its end.
	 * @return {@code true} while it runs, and once it failed
	 */
	public boolean isOpen() {
		return this.context != null;
	}

	boolean isIn(Object other) {
		return this.context == other;
	}

	/**
	 * Whether what is processed in a context belongs to the page itself.
	 * @param other the engine's own context of an execution
	 * @return whether it is for the page's collector
	 */
	public boolean shows(Object other) {
		return this.depth == 1 && this.context == other;
	}

}
