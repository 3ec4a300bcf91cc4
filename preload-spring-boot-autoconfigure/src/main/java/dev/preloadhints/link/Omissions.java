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

package dev.preloadhints.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The links that a page did not get, and why. Counts all of them, but names only the
 * first {@value #MAX_NAMED}, so that a page of any size keeps it small. Not thread-safe.
 */
public final class Omissions {

	private static final int MAX_NAMED = 64;

	/** Enough to know it by; a {@code data:} URL can have megabytes. */
	private static final int MAX_LENGTH = 256;

	/** Most pages have none, so there is room with the first. */
	private Map<OmissionReason, Integer> counts = Map.of();

	private List<Omission> named = List.of();

	/**
	 * Note a link that was left out.
	 * @param url the URL as far as it is known
	 * @param reason why there is no link
	 */
	public void add(String url, OmissionReason reason) {
		count(reason, 1);
		if (this.named.size() < MAX_NAMED) {
			this.named.add(new Omission((url.length() > MAX_LENGTH) ? url.substring(0, MAX_LENGTH) : url, reason));
		}
	}

	/**
	 * Note what another page, or another stage of this one, left out.
	 * @param others the omissions to add
	 */
	public void addAll(Omissions others) {
		if (others.isEmpty()) {
			return;
		}
		others.counts.forEach(this::count);
		for (Omission omission : others.named) {
			if (this.named.size() < MAX_NAMED) {
				this.named.add(omission);
			}
		}
	}

	private void count(OmissionReason reason, int count) {
		if (isEmpty()) {
			this.counts = new EnumMap<>(OmissionReason.class);
			this.named = new ArrayList<>(4);
		}
		this.counts.merge(reason, count, Integer::sum);
	}

	/** Forget all. */
	public void clear() {
		this.counts = Map.of();
		this.named = List.of();
	}

	/**
	 * Whether nothing was left out.
	 * @return {@code true} if there is no link without a header
	 */
	public boolean isEmpty() {
		return this.counts.isEmpty();
	}

	/**
	 * How many links were left out for a reason.
	 * @param reason the reason
	 * @return number of links
	 */
	public int count(OmissionReason reason) {
		return this.counts.getOrDefault(reason, 0);
	}

	/**
	 * How many links were left out for each reason.
	 * @return a view, without the reasons that there were none for
	 */
	public Map<OmissionReason, Integer> counts() {
		return Collections.unmodifiableMap(this.counts);
	}

	/**
	 * The first of the links that were left out.
	 * @return a view, in document order
	 */
	public List<Omission> named() {
		return Collections.unmodifiableList(this.named);
	}

	/**
	 * A link that was left out.
	 *
	 * @param url the URL as far as it is known
	 * @param reason why there is no link
	 */
	public record Omission(String url, OmissionReason reason) {
	}

}
