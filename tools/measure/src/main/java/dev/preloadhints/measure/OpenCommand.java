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
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import dev.preloadhints.measure.chromium.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Opens a browser to look around in.
 */
@Command(name = "open", mixinStandardHelpOptions = true, versionProvider = Version.class, description = """
		Opens a browser with a new profile that trusts the server of URL, if one of the authorities given with --ca \
		signed its certificate. Ends when the browser is closed, and leaves nothing behind.""")
final class OpenCommand implements Callable<Integer> {

	@Spec
	private CommandSpec command;

	@Mixin
	private BrowserOptions browser;

	@Option(names = "--headless", description = "Without a window that anybody could see, for tests.")
	private boolean headless;

	@Parameters(paramLabel = "URL", converter = Converters.Page.class, description = "The page to begin with.")
	private URI url;

	private final Supplier<Optional<Path>> finder;

	OpenCommand(Supplier<Optional<Path>> finder) {
		this.finder = finder;
	}

	@Override
	public Integer call() throws NoBrowserException, IOException, GeneralSecurityException, InterruptedException {
		List<String> keys = List.of();
		if (this.browser.authoritiesGiven()) {
			keys = BrowserOptions.keys(this.browser.trust(), List.of(Origin.of(this.url)));
		}
		PrintWriter err = this.command.commandLine().getErr();
		try (Window window = Window.open(this.browser.settings(this.finder, keys), this.headless,
				this.url.toString())) {
			err.println("The browser is open. Close it to end, or press Ctrl+C here.");
			err.flush();
			Optional<String> failure = window.await();
			failure.ifPresent((reason) -> err.println("The browser failed: " + reason));
			return failure.isEmpty() ? MeasureCommand.SUCCESS : MeasureCommand.FAILURE;
		}
	}

}
