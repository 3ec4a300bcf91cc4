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
package dev.preloadhints.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Predicate;

import com.sun.management.ThreadMXBean;

/**
 * Reads what threads have used so far.
 */
public interface ResourceMeter {

	/**
	 * Read the meter.
	 * @return use since the threads began
	 */
	Usage read();

	/**
	 * A meter of the thread that reads it.
	 * @return the meter
	 */
	static ResourceMeter ofCurrentThread() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		return () -> new Usage(threads.getCurrentThreadCpuTime(),
				threads.getThreadAllocatedBytes(Thread.currentThread().getId()));
	}

	/**
	 * A meter of all threads of some name that live now; none of them may end.
	 * @param name which names
	 * @return the meter
	 */
	static ResourceMeter ofThreads(Predicate<String> name) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long[] ids = Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> name.test(thread.getName()))
			.mapToLong(Thread::getId)
			.toArray();
		return () -> new Usage(Arrays.stream(threads.getThreadCpuTime(ids)).sum(),
				Arrays.stream(threads.getThreadAllocatedBytes(ids)).sum());
	}

}
