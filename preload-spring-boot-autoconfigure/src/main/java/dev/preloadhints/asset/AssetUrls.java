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

package dev.preloadhints.asset;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * The URLs under which the application serves its static resources: with its context path
 * and, where they are versioned, with the version. Spring looks at the files for that, so
 * its answers are kept for a while, and a page waits for none that does not come.
 */
public final class AssetUrls implements AutoCloseable {

	/** Far longer than it takes, and a page can stand it once. */
	private static final Duration LIMIT = Duration.ofSeconds(1);

	/** A developer who changes a file reloads the page soon. */
	private static final Duration CHANGEABLE = Duration.ofSeconds(2);

	private static final Duration RETRY = Duration.ofMinutes(1);

	/** Bytes of all answers, estimated. */
	private static final int MAX_BYTES = 1024 * 1024;

	private static final int ENTRY_BYTES = 200;

	/** In what was declared and in the answer, at two bytes each. */
	private static final int BYTES_PER_CHARACTER = 4;

	private final Cache<String, Answer> answers = Caffeine.newBuilder()
		.maximumWeight(MAX_BYTES)
		.weigher((String path, Answer answer) -> ENTRY_BYTES + BYTES_PER_CHARACTER * path.length())
		.build();

	/** One question at a time, as only so many may be without an answer. */
	private final ReentrantLock asking = new ReentrantLock();

	private final BoundedWait boundedWait;

	private final Supplier<@Nullable ResourceUrlProvider> resourceUrls;

	private final MvcPaths paths;

	private final Duration limit;

	private final Clock clock;

	/**
	 * Create the URLs of an application's resources.
	 * @param resourceUrls gives Spring's own knowledge of them, if there is any; asked
	 * only when a page needs it, because that knowledge is made of Spring MVC's
	 * configuration
	 * @param paths tells which paths are Spring MVC's
	 */
	public AssetUrls(Supplier<@Nullable ResourceUrlProvider> resourceUrls, MvcPaths paths) {
		this(resourceUrls, paths, LIMIT, Clock.systemUTC());
	}

	AssetUrls(Supplier<@Nullable ResourceUrlProvider> resourceUrls, MvcPaths paths, Duration limit, Clock clock) {
		this.resourceUrls = resourceUrls;
		this.paths = paths;
		this.limit = limit;
		this.boundedWait = new BoundedWait(limit);
		this.clock = clock;
	}

	/**
	 * The URL that a page would use.
	 * @param contextPath context path of the request, empty for the root
	 * @param href what somebody declared: a path within the application such as
	 * {@code /css/app.css}, the prefix of Spring MVC's servlet included, or any other
	 * URL, which is left as it is
	 * @return the URL, for instance {@code /shop/css/app-5f3a….css}
	 * @throws IOException if that is not known, because where the resource would be does
	 * not answer
	 */
	public String publicUrl(String contextPath, String href) throws IOException {
		if (!href.startsWith("/") || href.startsWith("//")) {
			return href;
		}
		Answer answer = this.answers.getIfPresent(href);
		if (answer == null || isDue(answer)) {
			answer = ask(href, answer);
		}
		if (answer.path() != null) {
			return contextPath + answer.path();
		}
		throw (answer.failure() != null) ? answer.failure()
				: new IOException(href + " is not looked at while another one does not answer");
	}

	private boolean isDue(Answer answer) {
		return answer.dueAt() <= this.clock.millis();
	}

	/** What is known is good enough where somebody else asks already. */
	private Answer ask(String href, @Nullable Answer known) {
		try {
			if (this.asking.tryLock((known != null) ? 0 : this.limit.toMillis(), TimeUnit.MILLISECONDS)) {
				try {
					return answer(href);
				}
				finally {
					this.asking.unlock();
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return (known != null) ? known : new Answer(null, null, 0);
	}

	private Answer answer(String href) {
		Answer last = this.answers.getIfPresent(href);
		if (last != null && !isDue(last)) {
			return last;
		}
		Answer answer;
		try {
			String path = this.boundedWait.get(href, () -> path(href));
			answer = new Answer(path, null, this.clock.millis() + CHANGEABLE.toMillis());
		}
		catch (IOException ex) {
			String path = (last != null) ? last.path() : null;
			answer = new Answer(path, ex, this.clock.millis() + RETRY.toMillis());
		}
		this.answers.put(href, answer);
		return answer;
	}

	private String path(String href) {
		ResourceUrlProvider provider = this.resourceUrls.get();
		String prefix = (provider != null) ? this.paths.prefix(href) : null;
		String versioned = (provider != null && prefix != null)
				? provider.getForLookupPath(href.substring(prefix.length())) : null;
		return (versioned != null) ? prefix + versioned : href;
	}

	/** Wait for no resource any more. */
	@Override
	public void close() {
		this.boundedWait.close();
	}

	/**
	 * What Spring said.
	 *
	 * @param path path within the application, or {@code null} if that is not known
	 * @param failure why the last question has no answer, if it has none
	 * @param dueAt when to ask again, in milliseconds since 1970
	 */
	private record Answer(@Nullable String path, @Nullable IOException failure, long dueAt) {
	}

}
