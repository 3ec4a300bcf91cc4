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
package dev.preloadhints.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.asset.LinkAssets;
import dev.preloadhints.collect.LinkListCache;
import dev.preloadhints.link.ContextPath;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

/**
 * Knows what may be learned from the links of a page: concluded once for the same links,
 * and again when more is known of the application's assets. Safe for all threads.
 */
public final class LearnableLinks {

	private final LinkListCache<Key, Lesson> known = new LinkListCache<>(Key::links);

	private final SharingPolicy policy;

	private final LinkAssets assets;

	private final Consumer<Throwable> failures;

	/**
	 * Create lessons.
	 * @param policy what may be shared
	 * @param assets what is known of the resources that links name
	 * @param failures told why a link could not be judged
	 */
	public LearnableLinks(SharingPolicy policy, LinkAssets assets, Consumer<Throwable> failures) {
		this.policy = policy;
		this.assets = assets;
		this.failures = failures;
	}

	/**
	 * What is known without looking for a resource.
	 * @param links the links of the page, none relative to its path
	 * @param declared those of them that nobody needs to learn
	 * @return the lesson, or {@code null} if somebody has to look
	 */
	@Nullable Lesson known(List<Link> links, Set<Link> declared, String contextPath) {
		Lesson lesson = this.known.get(new Key(links, declared, contextPath));
		return (lesson != null && lesson.edition() == this.assets.edition()) ? lesson : null;
	}

	/** Whether all links can be judged without looking for a resource. */
	boolean areDecided(List<Link> links, String contextPath) {
		return !this.policy.isForwarded(contextPath)
				&& links.stream().allMatch((link) -> this.assets.isDecided(link, contextPath));
	}

	/**
	 * Judge the links, which may take looking for resources.
	 */
	Lesson judge(List<Link> links, Set<Link> declared, String contextPath) {
		long edition = this.assets.edition();
		boolean forwarded = this.policy.isForwarded(contextPath);
		boolean clear = ContextPath.isPath(contextPath);
		List<Link> learnable = new ArrayList<>(links.size());
		List<Link> within = new ArrayList<>(links.size());
		Set<Link> doubtful = new HashSet<>();
		Omissions unlearnable = new Omissions();
		for (Link link : links) {
			if (declared.contains(link)) {
				continue;
			}
			SharingPolicy.Verdict verdict = verdict(link, contextPath);
			clear = clear && (!forwarded || isClear(link, contextPath));
			Link known = ContextPath.within(link, contextPath);
			if (verdict.refusal() != null || known == null) {
				unlearnable.add(link.target(),
						Objects.requireNonNullElse(verdict.refusal(), OmissionReason.NOT_SHARED));
				continue;
			}
			learnable.add(link);
			within.add(known);
			if (verdict.doubtful()) {
				doubtful.add(known);
			}
		}
		Lesson lesson = new Lesson(List.copyOf(learnable), List.copyOf(within), Set.copyOf(doubtful), unlearnable,
				clear, edition);
		this.known.put(new Key(new ArrayList<>(links), declared, contextPath), lesson);
		return lesson;
	}

	/** One that fails is no reason to learn nothing of the others. */
	private SharingPolicy.Verdict verdict(Link link, String contextPath) {
		try {
			return this.policy.judge(link, contextPath);
		}
		catch (Throwable ex) {
			this.failures.accept(ex);
			return SharingPolicy.Verdict.refuse(OmissionReason.FAILED);
		}
	}

	private boolean isClear(Link link, String contextPath) {
		try {
			return this.policy.isClear(link, contextPath);
		}
		catch (Throwable ex) {
			this.failures.accept(ex);
			return false;
		}
	}

	/**
	 * What may be learned.
	 *
	 * @param learnable the links that may be, as the page has them, best first
	 * @param within the same links by their paths within the application
	 * @param doubtful those of the latter whose URL could be one user's own
	 * @param unlearnable those that may not, and why
	 * @param clear whether it is beyond doubt which resources they mean
	 * @param edition what was known of the assets then
	 */
	record Lesson(List<Link> learnable, List<Link> within, Set<Link> doubtful, Omissions unlearnable, boolean clear,
			long edition) {
	}

	private record Key(List<Link> links, Set<Link> declared, String contextPath) {
	}

}
