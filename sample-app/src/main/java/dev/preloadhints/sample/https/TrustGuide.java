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

package dev.preloadhints.sample.https;

import java.nio.file.Path;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * How to make browsers trust the authority of this machine.
 */
@Component
public class TrustGuide {

	private final LocalAuthority authority;

	private final HttpsAddress address;

	TrustGuide(LocalAuthority authority, HttpsAddress address) {
		this.authority = authority;
		this.address = address;
	}

	/**
	 * The certificate of the authority.
	 * @return a file in PEM format
	 */
	public Path certificate() {
		return this.authority.certificate();
	}

	/**
	 * All ways, the one that changes nothing on the machine first.
	 * @return the ways
	 */
	public List<Way> ways() {
		String file = "\"" + certificate() + "\"";
		return List.of(
				new Way("A Chromium of its own, nothing else changed",
						"java -jar tools/measure/target/preload-measure.jar open --ca " + file + " "
								+ this.address.url("/waterfall")),
				new Way("Chromium and Chrome on Linux (certutil is in libnss3-tools)",
						"certutil -d sql:$HOME/.pki/nssdb -A -n preload-bookshop -t C,, -i " + file),
				new Way("macOS, all but Firefox",
						"security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db " + file),
				new Way("Windows, all but Firefox", "certutil -user -addstore Root " + file),
				new Way("Firefox", "Settings, Privacy & Security, View Certificates, Authorities, Import: " + file));
	}

	/**
	 * A way to trust the authority.
	 *
	 * @param where browser and system
	 * @param command what to type, or to click
	 */
	public record Way(String where, String command) {
	}

}
