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

package dev.preloadhints.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;

import dev.preloadhints.measure.chromium.Chromium;
import dev.preloadhints.measure.chromium.ChromiumSettings;
import dev.preloadhints.network.Certificate;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs of the machine that the tests need. Where one is missing its tests are
 * skipped, which is said aloud; on a build server they fail instead.
 */
public final class Tools {

	/**
	 * A browser that is short of time ignores Early Hints, on a busy machine with more
	 * than every second visit. So visits are repeated until it has acted on them often
	 * enough; with so many, it never does.
	 */
	public static final int MAX_VISITS = 60;

	private static final Log logger = LogFactory.getLog(Tools.class);

	private Tools() {
	}

	/**
	 * Find a program: where the system property named after it points, else on the path.
	 */
	public static Path require(String property, List<String> names) {
		String configured = System.getProperty(property);
		Stream<Path> candidates = (configured != null) ? Stream.of(Path.of(configured))
				: names.stream().flatMap(Tools::onPath);
		return candidates.filter(Files::isExecutable).findFirst().orElseGet(() -> {
			missing(names.get(0) + " is not on the path; install it, or set -D" + property + "=...");
			throw new IllegalStateException();
		});
	}

	/**
	 * Start a browser that trusts a certificate, without which it uses no Early Hints.
	 */
	static Chromium chromium(Certificate certificate)
			throws IOException, GeneralSecurityException, InterruptedException {
		return Chromium.start(new ChromiumSettings(chromium(), false, List.of(certificate.publicKeyHash())));
	}

	/** Find a browser. */
	static Path chromium() {
		return require("chromium", List.of("chromium", "chromium-browser", "google-chrome"));
	}

	/** Whether the tests run as somebody whom servers want to be told about. */
	static boolean isRoot() {
		return System.getProperty("user.name").equals("root");
	}

	/** Skip the test, or fail it where everything has to be there. */
	static void missing(String what) {
		String ci = System.getenv("CI");
		if (ci != null && !ci.isEmpty() && !ci.equals("false")) {
			Assertions.fail(what);
		}
		logger.warn("*** TESTS ARE SKIPPED *** " + what);
		Assumptions.abort(what);
	}

	private static Stream<Path> onPath(String name) {
		String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
		return Stream.of(path.split(File.pathSeparator)).map((directory) -> Path.of(directory, name));
	}

}
