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

package dev.preloadhints.tests.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The cookies that servers set.
 */
final class Cookies {

	private final CookieManager manager = new CookieManager();

	/** Add those that are meant for a target. */
	List<String> addTo(List<String> headers, Target target) {
		List<String> all = new ArrayList<>(headers);
		try {
			this.manager.get(target.uri(), Map.of())
				.forEach((name, values) -> values.forEach((value) -> all.addAll(List.of(name, value))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return all;
	}

	/** Keep those that an answer sets. */
	void keep(Target target, Fields answer) {
		try {
			this.manager.put(target.uri(), Map.of("Set-Cookie", answer.all("Set-Cookie")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
