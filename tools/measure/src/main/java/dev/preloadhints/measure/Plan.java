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

package dev.preloadhints.measure;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.preloadhints.network.Conditions;

/**
 * What is to be measured.
 *
 * @param urls the pages
 * @param variants the variants of each
 * @param warmups visits of each page and variant before those that count
 * @param runs visits of each page and variant that count
 * @param conditions what the network is like
 * @param cookies the cookies of each visit, by name
 */
record Plan(List<URI> urls, List<Variant> variants, int warmups, int runs, Conditions conditions,
		Map<String, String> cookies) {

	Plan {
		urls = List.copyOf(urls);
		variants = List.copyOf(variants);
		cookies = Map.copyOf(cookies);
	}

	boolean comparing() {
		return this.variants.size() > 1;
	}

	Set<Origin> origins() {
		return this.urls.stream().map(Origin::of).collect(Collectors.toUnmodifiableSet());
	}

}
