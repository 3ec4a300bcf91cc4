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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A link of a {@code Link} field that somebody wrote (RFC 8288, section 3).
 *
 * @param target the URL
 * @param parameters the parameters by their names in lower case, without quotes, in the
 * order of the field; one without a value has an empty one, and of several with the same
 * name the first one counts
 */
public record ReceivedLink(String target, Map<String, String> parameters) {

	/**
	 * Copy the parameters.
	 * @param target the URL
	 * @param parameters the parameters by their names in lower case, without quotes
	 */
	public ReceivedLink {
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
	}

}
