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

package dev.preloadhints.measure.chromium;

import java.nio.file.Path;
import java.util.List;

/**
 * How a Chromium is started.
 *
 * @param program the executable
 * @param sandbox whether it isolates its processes, which it cannot for {@code root} and
 * in some containers
 * @param trustedKeys public keys of servers to be trusted whoever signed them, as base64
 * of the SHA-256 of their DER encoding. Without trust it uses no Early Hints
 */
public record ChromiumSettings(Path program, boolean sandbox, List<String> trustedKeys) {

	/**
	 * Create the settings.
	 * @param program the executable
	 * @param sandbox whether it isolates its processes
	 * @param trustedKeys the hashes of the public keys to be trusted
	 */
	public ChromiumSettings {
		trustedKeys = List.copyOf(trustedKeys);
	}

}
