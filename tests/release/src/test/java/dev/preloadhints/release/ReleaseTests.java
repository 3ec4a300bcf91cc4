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

package dev.preloadhints.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is uploaded when a release is made as RELEASING.md says, twice.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseTests {

	private static final String VERSION = "98.7.6";

	private static final String URL = "https://preload.test/project";

	private static final String GROUP = "dev/preloadhints/";

	private static final List<String> JARS = List.of("preload-spring-boot-autoconfigure", "preload-spring-boot-starter",
			"preload-spring-boot-test");

	private static final String BOM = "preload-spring-boot-bom";

	private SigningKey key;

	private Bundle bundle;

	private Bundle again;

	@BeforeAll
	void release() throws Exception {
		this.key = SigningKey.create();
		Checkout first = Checkout.ofProject("release");
		succeed(first, Map.of(), command("./mvnw versions:set"), "-DnewVersion=" + VERSION);
		Checkout second = first.copy("again/in-another-directory");
		Path settings = Files.writeString(first.directory().resolve("central-settings.xml"), """
				<settings><servers><server>
				<id>central</id><username>nobody</username><password>nothing</password>
				</server></servers></settings>
				""");
		try (Central central = Central.start()) {
			String[] arguments = { "-gs", settings.toString(), "-DcentralBaseUrl=" + central.url(),
					"-DwaitUntil=uploaded", "-Drelease.url=" + URL, "-Dgpg.keyname=" + this.key.fingerprint() };
			Map<String, String> environment = Map.of("GNUPGHOME", this.key.home().toString());
			succeed(first, environment, command("./mvnw deploy"), arguments);
			this.bundle = Bundle.of(central.upload());
			environment = Map.of("GNUPGHOME", this.key.home().toString(), "TZ", "Pacific/Auckland");
			succeed(second, environment, command("./mvnw deploy"), arguments);
			this.again = Bundle.of(central.upload());
		}
	}

	@AfterAll
	void forgetKey() throws IOException, InterruptedException {
		if (this.key != null) {
			this.key.close();
		}
	}

	@Test
	void holdsWhatIsPublishedAndNothingElse() {
		Set<String> expected = new TreeSet<>();
		for (String name : JARS) {
			for (String end : List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json")) {
				expected.add(path(name, end));
			}
		}
		expected.add(path(BOM, ".pom"));
		Set<String> withSignatures = expected.stream()
			.flatMap((path) -> Stream.of("", ".asc", ".md5", ".sha1", ".sha256", ".sha512").map(path::concat))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(this.bundle.files()).containsOnlyKeys(withSignatures);
	}

	@Test
	void isSignedAndHashed(@TempDir Path directory) throws Exception {
		Map<String, String> algorithms = Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512",
				"SHA-512");
		for (String path : this.bundle.hashes().keySet()) {
			byte[] content = this.bundle.file(path);
			for (Map.Entry<String, String> algorithm : algorithms.entrySet()) {
				assertThat(text(path + "." + algorithm.getKey())).as(path)
					.isEqualTo(Bundle.hash(algorithm.getValue(), content));
			}
			this.key.verify(Files.write(directory.resolve("file"), content),
					Files.write(directory.resolve("file.asc"), this.bundle.file(path + ".asc")));
		}
	}

	@Test
	void isTheSameWhereverAndWheneverItIsBuilt() throws Exception {
		assertThat(this.again.hashes()).hasSize(16).isEqualTo(this.bundle.hashes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "preload-spring-boot-autoconfigure", "preload-spring-boot-starter",
			"preload-spring-boot-test", BOM })
	void pomSaysAllThatMavenCentralAsksForAndNeedsNoOtherPom(String name) throws Exception {
		Pom pom = pom(name);
		Map<String, String> values = new TreeMap<>();
		for (String path : List.of("groupId", "artifactId", "version", "url", "licenses/license/name",
				"licenses/license/url", "developers/developer/name", "scm/url", "scm/connection",
				"scm/developerConnection", "issueManagement/url")) {
			values.put(path, pom.value(path));
		}
		assertThat(values).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(Map.entry("groupId", "dev.preloadhints"),
				Map.entry("artifactId", name), Map.entry("version", VERSION), Map.entry("url", URL),
				Map.entry("licenses/license/name", "Apache License, Version 2.0"),
				Map.entry("licenses/license/url", "https://www.apache.org/licenses/LICENSE-2.0"),
				Map.entry("developers/developer/name", "The authors of Preload for Spring Boot"),
				Map.entry("scm/url", URL), Map.entry("scm/connection", "scm:git:" + URL + ".git"),
				Map.entry("scm/developerConnection", "scm:git:" + URL + ".git"),
				Map.entry("issueManagement/url", URL + "/issues")));
		assertThat(pom.value("name")).startsWith("Preload ");
		assertThat(pom.value("description")).isNotEmpty();
		assertThat(pom.text()).doesNotContain("SNAPSHOT", "${", "<scope>test</scope>");
		assertThat(pom.elements()).doesNotContain("parent", "modules", "properties", "profiles", "build",
				"repositories", "pluginRepositories", "distributionManagement");
	}

	@Test
	void starterBringsWhatItIsMeantToBring() throws Exception {
		assertThat(brought("preload-spring-boot-starter"))
			.containsExactly("dev.preloadhints:preload-spring-boot-autoconfigure:" + VERSION);
		assertThat(brought("preload-spring-boot-test"))
			.containsExactly("dev.preloadhints:preload-spring-boot-autoconfigure:" + VERSION);
		assertThat(brought("preload-spring-boot-autoconfigure")).hasSize(2)
			.anySatisfy(
					(dependency) -> assertThat(dependency).matches("com.github.ben-manes.caffeine:caffeine:[\\d.]+"))
			.anySatisfy((dependency) -> assertThat(dependency).matches("org.htmlunit:htmlunit-cssparser:[\\d.]+"));
	}

	@Test
	void otherDependenciesAreOptionalOrProvided() throws Exception {
		assertThat(artifacts(pom("preload-spring-boot-autoconfigure").dependencies("", "optional='true'")))
			.containsExactlyInAnyOrder("spring-boot-autoconfigure", "spring-boot-actuator-autoconfigure",
					"spring-webmvc", "thymeleaf", "tomcat-embed-core", "micrometer-core", "jspecify");
		assertThat(artifacts(pom("preload-spring-boot-test").dependencies("", "optional='true'")))
			.containsExactlyInAnyOrder("spring-test", "spring-web", "assertj-core", "jspecify");
		for (String name : List.of("preload-spring-boot-autoconfigure", "preload-spring-boot-test")) {
			assertThat(artifacts(pom(name).dependencies("", "scope='provided'")))
				.containsExactly("jakarta.servlet-api");
		}
	}

	@Test
	void bomManagesWhatIsPublishedAndNothingElse() throws Exception {
		assertThat(pom(BOM).dependencies("dependencyManagement/", "true()")).containsExactlyElementsOf(
				JARS.stream().map((name) -> "dev.preloadhints:" + name + ":" + VERSION).toList());
		assertThat(pom(BOM).dependencies("", "true()")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "preload-spring-boot-autoconfigure", "preload-spring-boot-starter",
			"preload-spring-boot-test" })
	void jarsSayWhatTheyAreAndUnderWhichLicence(String name) throws Exception {
		for (String end : List.of(".jar", "-sources.jar", "-javadoc.jar")) {
			Bundle jar = Bundle.of(this.bundle.file(path(name, end)));
			for (String file : List.of("LICENSE", "NOTICE")) {
				assertThat(jar.file("META-INF/" + file)).as("%s of %s", file, name + end)
					.isEqualTo(Files.readAllBytes(Checkout.ROOT.resolve(file)));
			}
			String manifest = new String(jar.file("META-INF/MANIFEST.MF"), StandardCharsets.UTF_8);
			assertThat(manifest).as(name + end)
				.doesNotContain("Built-By", "Build-Jdk:", "Build-Time", System.getProperty("java.version"));
		}
		String module = "dev.preloadhints"
				+ name.replaceFirst("preload-spring-boot-(autoconfigure)?-?", ".").replaceFirst("[.]$", "");
		assertThat(this.bundle.manifest(path(name, ".jar"), "Automatic-Module-Name")).isEqualTo(module);
		assertThat(this.bundle.manifest(path(name, ".jar"), "Implementation-Version")).isEqualTo(VERSION);
	}

	@ParameterizedTest
	@ValueSource(strings = { "preload-spring-boot-autoconfigure", "preload-spring-boot-test" })
	void sourcesAndJavadocAreThoseOfTheJar(String name) throws Exception {
		Set<String> classes = names(".jar", name, "([^$]+)[.]class");
		Set<String> sources = new TreeSet<>();
		Path directory = Checkout.ROOT.resolve(name).resolve("src/main/java");
		try (Stream<Path> files = Files.walk(directory)) {
			files.filter((file) -> file.toString().endsWith(".java"))
				.forEach((file) -> sources.add(directory.relativize(file).toString().replaceFirst("[.]java$", "")));
		}
		assertThat(names("-sources.jar", name, "(.+)[.]java")).isEqualTo(sources).isEqualTo(classes);
		assertThat(names("-javadoc.jar", name, "(dev/.+)/package-summary[.]html"))
			.isEqualTo(names(".jar", name, "(.+)/package-info[.]class"));
	}

	@Test
	void metadataOfPropertiesIsPacked() throws Exception {
		Bundle jar = Bundle.of(this.bundle.file(path("preload-spring-boot-autoconfigure", ".jar")));
		assertThat(new String(jar.file("META-INF/spring-configuration-metadata.json"), StandardCharsets.UTF_8))
			.contains("preload.link-header.enabled");
	}

	@Test
	void billOfMaterialsNamesWhatTheStarterBrings() throws Exception {
		String bill = text(path("preload-spring-boot-starter", "-cyclonedx.json"));
		assertThat(bill).contains("\"bomFormat\" : \"CycloneDX\"")
			.contains("\"url\" : \"" + URL + "\"")
			.doesNotContain("serialNumber", "\"timestamp\"");
		List<String> components = Pattern.compile("\"purl\" : \"pkg:maven/([^@]+)@")
			.matcher(bill)
			.results()
			.map((match) -> match.group(1))
			.toList();
		assertThat(components).containsExactlyInAnyOrder("dev.preloadhints/preload-spring-boot-starter",
				"dev.preloadhints/preload-spring-boot-autoconfigure", "com.github.ben-manes.caffeine/caffeine",
				"org.htmlunit/htmlunit-cssparser", "org.jspecify/jspecify",
				"com.google.errorprone/error_prone_annotations");
	}

	private List<String> brought(String name) throws Exception {
		return pom(name).dependencies("",
				"not(optional='true') and (not(scope) or scope='compile' or scope='runtime')");
	}

	private Pom pom(String name) throws Exception {
		return Pom.of(this.bundle.file(path(name, ".pom")));
	}

	private String text(String path) {
		return new String(this.bundle.file(path), StandardCharsets.UTF_8);
	}

	private Set<String> names(String end, String name, String pattern) throws IOException {
		return Bundle.of(this.bundle.file(path(name, end)))
			.files()
			.keySet()
			.stream()
			.map(Pattern.compile(pattern)::matcher)
			.filter((matcher) -> matcher.matches())
			.map((matcher) -> matcher.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<String> artifacts(List<String> dependencies) {
		return dependencies.stream().map((dependency) -> dependency.split(":")[1]).toList();
	}

	private static String path(String name, String end) {
		return GROUP + name + "/" + VERSION + "/" + name + "-" + VERSION + end;
	}

	/**
	 * The arguments of a command of RELEASING.md, but for what its reader has to fill in.
	 */
	private static List<String> command(String begin) throws IOException {
		return Files.readString(Checkout.ROOT.resolve("RELEASING.md"))
			.lines()
			.map(String::strip)
			.filter((line) -> line.startsWith(begin))
			.map((line) -> Stream.of(line.replaceFirst("#.*", "").split(" +"))
				.skip(1)
				.filter((argument) -> !argument.matches("-D[^=]+=.*"))
				.toList())
			.findFirst()
			.orElseThrow();
	}

	private static void succeed(Checkout checkout, Map<String, String> environment, List<String> command,
			String... arguments) throws IOException, InterruptedException {
		List<String> all = new ArrayList<>(command);
		all.addAll(List.of(arguments));
		Checkout.Run run = checkout.maven(environment, all);
		assertThat(run.exitCode()).as(run.output()).isZero();
		assertThat(run.output()).doesNotContain("Javadoc Warnings");
	}

}
