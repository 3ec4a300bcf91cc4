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

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

class LocalAuthorityTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	@TempDir
	private Path parent;

	@Test
	void certificateIsForTheNamesOfThisMachineAndIsTrustedWithItsAuthority() throws Exception {
		X509Certificate server = server(authority(NOW).keyStore());
		assertThat(server.getSubjectAlternativeNames()).extracting((name) -> (Object) name.get(1))
			.containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
		assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
		validate(server, NOW);
	}

	@Test
	void authorityCanVouchForNoOtherName() throws Exception {
		authority(NOW).keyStore();
		KeyStore entries = KeyStore.getInstance(directory().resolve("ca.p12").toFile(), "changeit".toCharArray());
		PrivateKey key = (PrivateKey) entries.getKey("localhost", "changeit".toCharArray());
		X509Certificate issuer = trusted();
		JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
				X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()), BigInteger.ONE, Date.from(NOW),
				Date.from(NOW.plusSeconds(60)), new X500Name("O=Example"), issuer.getPublicKey());
		builder.addExtension(Extension.subjectAlternativeName, false,
				new GeneralNames(new GeneralName(GeneralName.dNSName, "example.com")));
		X509Certificate forged = new JcaX509CertificateConverter()
			.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
		assertThatExceptionOfType(CertPathValidatorException.class).isThrownBy(() -> validate(forged, NOW))
			.withMessageContaining("name constraints");
		assertThat(issuer.getBasicConstraints()).isZero();
	}

	@Test
	void everythingIsKept() throws Exception {
		X509Certificate server = server(authority(NOW).keyStore());
		X509Certificate trusted = trusted();
		assertThat(server(authority(NOW.plus(Duration.ofDays(300))).keyStore())).isEqualTo(server);
		assertThat(trusted()).isEqualTo(trusted);
	}

	@Test
	void certificateIsRenewedBeforeItExpiresByTheSameAuthority() throws Exception {
		X509Certificate server = server(authority(NOW).keyStore());
		X509Certificate trusted = trusted();
		Instant later = NOW.plus(Duration.ofDays(390));
		X509Certificate renewed = server(authority(later).keyStore());
		assertThat(renewed).isNotEqualTo(server);
		assertThat(trusted()).isEqualTo(trusted);
		validate(renewed, later.plus(Duration.ofDays(30)));
	}

	@Test
	void authorityThatExpiresIsMadeAgain() throws Exception {
		authority(NOW).keyStore();
		X509Certificate trusted = trusted();
		Instant later = NOW.plus(Duration.ofDays(5 * 365));
		X509Certificate server = server(authority(later).keyStore());
		assertThat(trusted()).isNotEqualTo(trusted);
		validate(server, later);
	}

	@Test
	void certificateOfAnotherAuthorityIsMadeAgain() throws Exception {
		authority(NOW).keyStore();
		Files.delete(directory().resolve("ca.p12"));
		validate(server(authority(NOW).keyStore()), NOW);
	}

	@Test
	void nobodyElseMayReadTheKeys() throws Exception {
		assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
		authority(NOW).keyStore();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory()))).isEqualTo("rwx------");
		for (String file : List.of("ca.p12", "localhost.p12")) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory().resolve(file)))).as(file)
				.isEqualTo("rw-------");
		}
	}

	@Test
	void nothingIsLeftBesideTheFiles() throws Exception {
		authority(NOW).keyStore();
		try (var files = Files.list(directory())) {
			assertThat(files.map((file) -> file.getFileName().toString())).containsExactlyInAnyOrder("ca.pem", "ca.p12",
					"localhost.p12", "lock");
		}
	}

	@Test
	void brokenFileSaysWhatToDo() throws Exception {
		authority(NOW).keyStore();
		Files.writeString(directory().resolve("ca.p12"), "broken");
		assertThatIllegalStateException().isThrownBy(() -> authority(NOW).keyStore())
			.withMessageContainingAll(directory().toString(), "bookshop.https.directory", "Delete");
	}

	private LocalAuthority authority(Instant now) {
		return new LocalAuthority(directory(), Clock.fixed(now, ZoneOffset.UTC));
	}

	private Path directory() {
		return this.parent.resolve("new/keys");
	}

	private X509Certificate trusted() throws IOException, GeneralSecurityException {
		try (var input = Files.newInputStream(directory().resolve("ca.pem"))) {
			return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(input);
		}
	}

	private static X509Certificate server(KeyStore entries) throws GeneralSecurityException {
		return (X509Certificate) entries.getCertificate("localhost");
	}

	private void validate(X509Certificate certificate, Instant at) throws IOException, GeneralSecurityException {
		// The authority is in the path too, because Java heeds no constraints of an
		// anchor.
		X509Certificate authority = trusted();
		CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate, authority));
		PKIXParameters parameters = new PKIXParameters(
				Set.of(new TrustAnchor(authority.getSubjectX500Principal(), authority.getPublicKey(), null)));
		parameters.setRevocationEnabled(false);
		parameters.setDate(Date.from(at));
		CertPathValidator.getInstance("PKIX").validate(path, parameters);
	}

}
