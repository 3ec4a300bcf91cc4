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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.preloadhints.measure.chromium.ChromiumSettings;
import dev.preloadhints.network.Trust;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * The options that say which browser is used, and whom it trusts.
 */
final class BrowserOptions {

	@Spec(Target.MIXEE)
	private CommandSpec command;

	@Option(names = "--ca", paramLabel = "FILE", description = """
			Certificate authorities in PEM format to trust for this run, in addition to the known ones. \
			A browser does not use the Early Hints of a server that it does not trust.""")
	private @Nullable Path authorities;

	@Option(names = "--chromium", paramLabel = "PATH", description = """
			The browser: Chromium, Chrome or Edge. Default: the first that is found where they are usually \
			installed.""")
	private @Nullable Path program;

	@Option(names = "--no-sandbox", description = """
			Start the browser without its sandbox, which some containers make impossible. For root it never has \
			one.""")
	private boolean withoutSandbox;

	boolean authoritiesGiven() {
		return this.authorities != null;
	}

	Trust trust() throws GeneralSecurityException {
		try {
			return Trust.of(this.authorities);
		}
		catch (IOException | GeneralSecurityException ex) {
			if (this.authorities == null) {
				throw new GeneralSecurityException(ex);
			}
			throw new ParameterException(this.command.commandLine(), "Invalid value for option '--ca': '"
					+ this.authorities + "' holds no certificates in PEM format (" + ex + ")");
		}
	}

	/** The keys of servers over TLS, each of which has to be one that is trusted. */
	static List<String> keys(Trust trust, Collection<Origin> origins) throws IOException, GeneralSecurityException {
		List<String> keys = new ArrayList<>();
		for (Origin origin : origins) {
			if (origin.secure()) {
				try {
					keys.add(trust.publicKeyHash(origin.address()));
				}
				catch (IOException ex) {
					throw new IOException("No trusted connection to " + origin + ": " + ex.getMessage(), ex);
				}
			}
		}
		return keys;
	}

	ChromiumSettings settings(Supplier<Optional<Path>> finder, List<String> trustedKeys) throws NoBrowserException {
		boolean root = System.getProperty("user.name", "").equals("root");
		return new ChromiumSettings(program(finder), !root && !this.withoutSandbox, trustedKeys);
	}

	private Path program(Supplier<Optional<Path>> finder) throws NoBrowserException {
		Path given = this.program;
		if (given == null) {
			return finder.get().orElseThrow(NoBrowserException::new);
		}
		if (!Files.isRegularFile(given) || !Files.isExecutable(given)) {
			throw new ParameterException(this.command.commandLine(),
					"Invalid value for option '--chromium': '" + given + "' is not a program");
		}
		return given;
	}

}
