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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import dev.preloadhints.measure.chromium.Chromium;
import dev.preloadhints.measure.chromium.ChromiumFinder;
import dev.preloadhints.network.Certificate;
import dev.preloadhints.network.Conditions;
import dev.preloadhints.network.Trust;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * Measures how soon pages are painted, and what hints have to do with it.
 */
@Command(name = "preload-measure", mixinStandardHelpOptions = true, versionProvider = Version.class,
		sortOptions = false,
		description = { "Measures how soon a browser paints pages of any application, and what Early Hints and Link "
				+ "headers have to do with it: a table of first contentful paint (FCP), largest contentful paint "
				+ "(LCP), time to first byte (TTFB), when the 103 came, how many resources the 103 and the header "
				+ "made the browser load, and what was preloaded and not used.", "" },
		footer = { "",
				"--round-trip and --bandwidth are a network of their own between browser and servers: every byte is "
						+ "held back, and all connections to all servers share the bandwidth. What a browser's "
						+ "developer tools offer instead throttles requests inside of the browser, which leaves "
						+ "connections, TLS, HTTP/2 and Early Hints as fast as ever.",
				"",
				"--compare takes hints away on the way to the browser: an empty 103 comes before the real one, which "
						+ "browsers then ignore, and the Link header is taken out of the page's response. For that, "
						+ "TLS ends in this program, in all three variants. It verifies the server's certificate.",
				"", "Exit codes: 0 all is well, 1 a page failed or is over a limit, 2 wrong arguments, 3 no browser." })
public final class MeasureCommand implements Callable<Integer> {

	static final int SUCCESS = 0;

	static final int FAILURE = 1;

	static final int NO_BROWSER = 3;

	private static final long MAX_VISITS = 10_000;

	private final Supplier<Optional<Path>> finder;

	@Spec
	private CommandSpec command;

	/** Converted later, because one that is no URL would be said to be unmatched. */
	@Parameters(paramLabel = "URL", description = "Pages, such as https://localhost:8443/books.")
	private List<String> urls = new ArrayList<>();

	@Option(names = "--runs", paramLabel = "N", defaultValue = "7",
			description = "Visits of each page and variant. Default: ${DEFAULT-VALUE}.")
	private int runs;

	@Option(names = "--warmups", paramLabel = "N", defaultValue = "3", description = """
			Visits of each page and variant before those that count, for the application to warm up and to learn. \
			Default: ${DEFAULT-VALUE}.""")
	private int warmups;

	@Option(names = "--round-trip", paramLabel = "TIME", converter = Converters.Time.class,
			description = "What the network's round trip takes in addition, such as 100ms.")
	private @Nullable Duration roundTrip;

	@Option(names = "--bandwidth", paramLabel = "RATE", converter = Converters.Rate.class,
			description = "What the network carries at most in each direction, such as 10Mbit.")
	private @Nullable Long bandwidth;

	@Option(names = "--compare", description = """
			Measure each page in three variants in turn: without hints, with its Link header only, and as it is.""")
	private boolean compare;

	@Option(names = "--cookie", paramLabel = "NAME=VALUE",
			description = "A cookie of each visit, such as that of a session. Can be given several times.")
	private Map<String, String> cookies = new LinkedHashMap<>();

	@Option(names = "--format", paramLabel = "FORMAT",
			description = "text, markdown, or json, which has every visit. Default: text.")
	private Format format = Format.TEXT;

	@Option(names = "--fail-if-fcp-over", paramLabel = "TIME", converter = Converters.Time.class,
			description = "Exit with code 1 if the median FCP of a page as it is is later, such as 1500ms.")
	private @Nullable Duration paintLimit;

	@Option(names = "--fail-if-lcp-over", paramLabel = "TIME", converter = Converters.Time.class,
			description = "The same for the LCP.")
	private @Nullable Duration largestPaintLimit;

	@Mixin
	private BrowserOptions browser;

	private MeasureCommand(Supplier<Optional<Path>> finder) {
		this.finder = finder;
	}

	/**
	 * Run the command and exit with its exit code.
	 * @param arguments the command line
	 */
	public static void main(String... arguments) {
		System.exit(commandLine(new ChromiumFinder()::find).execute(arguments));
	}

	/**
	 * Run the command.
	 * @param out where the table goes
	 * @param err where progress and complaints go
	 * @param arguments the command line
	 * @return the exit code: 0 if all is well, 1 if a page failed or is over a limit, 2
	 * for wrong arguments, 3 if there is no browser
	 */
	public static int run(PrintWriter out, PrintWriter err, String... arguments) {
		return commandLine(new ChromiumFinder()::find).setOut(out).setErr(err).execute(arguments);
	}

	static CommandLine commandLine(Supplier<Optional<Path>> finder) {
		CommandLine result = new CommandLine(new MeasureCommand(finder));
		result.addSubcommand(new OpenCommand(finder));
		result.setCaseInsensitiveEnumValuesAllowed(true);
		result.setParameterExceptionHandler((ex, arguments) -> {
			PrintWriter err = ex.getCommandLine().getErr();
			err.println(ex.getMessage());
			err.println("Try --help.");
			return CommandLine.ExitCode.USAGE;
		});
		result.setExecutionExceptionHandler((ex, commandLine, parsed) -> {
			if (ex instanceof NoBrowserException || ex instanceof IOException) {
				commandLine.getErr().println(ex.getMessage());
				return (ex instanceof NoBrowserException) ? NO_BROWSER : FAILURE;
			}
			throw ex;
		});
		return result;
	}

	@Override
	public Integer call() throws NoBrowserException, IOException, GeneralSecurityException, InterruptedException {
		Plan plan = plan();
		PrintWriter err = this.command.commandLine().getErr();
		Trust trust = this.browser.trust();
		List<String> keys = new ArrayList<>();
		if (plan.comparing() || this.browser.authoritiesGiven()) {
			keys.addAll(BrowserOptions.keys(trust, plan.origins()));
		}
		Certificate certificate = plan.comparing() ? Certificate.create() : null;
		if (certificate != null) {
			keys.add(certificate.publicKeyHash());
		}
		List<Result> results;
		String version;
		try (Chromium chromium = Chromium.start(this.browser.settings(this.finder, keys));
				Network network = (certificate != null)
						? Network.comparing(plan.conditions(), plan.origins(), trust, certificate)
						: Network.of(plan.conditions())) {
			version = chromium.version();
			results = new Measurement(plan, chromium, network, (line) -> {
				err.println(line);
				err.flush();
			}).run();
		}
		PrintWriter out = this.command.commandLine().getOut();
		out.print(switch (this.format) {
			case TEXT -> new Report(plan, version, results).text();
			case MARKDOWN -> new Report(plan, version, results).markdown();
			case JSON -> new JsonReport(plan, version, results).toString();
		});
		out.flush();
		List<String> exceeded = new Limits(this.paintLimit, this.largestPaintLimit).exceeded(results);
		exceeded.forEach(err::println);
		return (exceeded.isEmpty() && results.stream().noneMatch(Result::failed)) ? SUCCESS : FAILURE;
	}

	private Plan plan() {
		if (this.urls.isEmpty()) {
			throw new ParameterException(this.command.commandLine(), "Missing URL");
		}
		atLeast(1, this.runs, "--runs");
		atLeast(0, this.warmups, "--warmups");
		Conditions conditions = new Conditions((this.roundTrip != null) ? this.roundTrip : Duration.ZERO,
				(this.bandwidth != null) ? this.bandwidth : Conditions.UNLIMITED);
		List<Variant> variants = this.compare ? List.of(Variant.values()) : List.of(Variant.AS_IS);
		return new Plan(pages(), variants, this.warmups, this.runs, conditions, this.cookies);
	}

	private List<URI> pages() {
		try {
			return this.urls.stream().distinct().map(new Converters.Page()::convert).toList();
		}
		catch (TypeConversionException ex) {
			throw new ParameterException(this.command.commandLine(), "Invalid value for URL: " + ex.getMessage());
		}
	}

	private void atLeast(int minimum, int value, String option) {
		if (value < minimum || value > MAX_VISITS) {
			throw new ParameterException(this.command.commandLine(),
					"Invalid value for option '%s': '%d' is not from %d to %d".formatted(option, value, minimum,
							MAX_VISITS));
		}
	}

	/** How the result is written. */
	enum Format {

		/** A table for a terminal. */
		TEXT,

		/** A table for a document. */
		MARKDOWN,

		/** Everything, for a program. */
		JSON

	}

}
