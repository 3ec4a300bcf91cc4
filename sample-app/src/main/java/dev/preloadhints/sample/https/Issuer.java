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
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Issues certificates (<a href="https://www.rfc-editor.org/rfc/rfc5280">RFC 5280</a>) for
 * this machine's own names: {@code localhost} and the loopback addresses. What its
 * authority signs for any other name, no browser accepts (section 4.2.1.10).
 */
final class Issuer {

	private static final Duration AUTHORITY_LIFETIME = Duration.ofDays(5 * 365);

	/**
	 * Some browsers accept no longer one, not even of an authority of their user's own.
	 */
	private static final Duration SERVER_LIFETIME = Duration.ofDays(397);

	/** For clocks that are late. */
	private static final Duration BACKDATED = Duration.ofHours(1);

	private static final SecureRandom random = new SecureRandom();

	private final Instant now;

	Issuer(Instant now) {
		this.now = now;
	}

	/** A new authority, signed by itself. */
	Identity authority() throws GeneralSecurityException, IOException {
		KeyPair keys = keys();
		// Each has another name, so that a browser never takes an old one for the new.
		X500Name name = new X500Name("CN=Wren & Lantern sample (localhost only) " + Long.toHexString(random.nextLong())
				+ ", O=Preload for Spring Boot");
		JcaX509v3CertificateBuilder builder = builder(name, name, keys.getPublic(), AUTHORITY_LIFETIME);
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
		builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
		builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
		GeneralSubtree[] permitted = { new GeneralSubtree(new GeneralName(GeneralName.dNSName, "localhost")),
				new GeneralSubtree(new GeneralName(GeneralName.iPAddress, "127.0.0.1/32")),
				new GeneralSubtree(new GeneralName(GeneralName.iPAddress, "::1/128")) };
		builder.addExtension(Extension.nameConstraints, true, new NameConstraints(permitted, null));
		builder.addExtension(Extension.subjectKeyIdentifier, false,
				new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
		return new Identity(keys.getPrivate(), sign(builder, keys.getPrivate()));
	}

	/** A new certificate for the server. */
	Identity server(Identity authority) throws GeneralSecurityException, IOException {
		KeyPair keys = keys();
		X500Name issuer = X500Name.getInstance(authority.certificate().getSubjectX500Principal().getEncoded());
		JcaX509v3CertificateBuilder builder = builder(issuer, new X500Name("CN=localhost"), keys.getPublic(),
				SERVER_LIFETIME);
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
		builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
		builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
		GeneralName[] names = { new GeneralName(GeneralName.dNSName, "localhost"),
				new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.iPAddress, "::1") };
		builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
		builder.addExtension(Extension.authorityKeyIdentifier, false,
				new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.certificate()));
		return new Identity(keys.getPrivate(), sign(builder, authority.key()));
	}

	private JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key, Duration lifetime) {
		return new JcaX509v3CertificateBuilder(issuer, new BigInteger(127, random),
				Date.from(this.now.minus(BACKDATED)), Date.from(this.now.plus(lifetime).minus(BACKDATED)), subject,
				key);
	}

	private static KeyPair keys() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"), random);
		return generator.generateKeyPair();
	}

	private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key)
			throws GeneralSecurityException {
		try {
			return new JcaX509CertificateConverter()
				.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
		}
		catch (OperatorCreationException ex) {
			throw new GeneralSecurityException(ex);
		}
	}

	/**
	 * A key and the certificate for it.
	 *
	 * @param key the private key
	 * @param certificate the certificate
	 */
	record Identity(PrivateKey key, X509Certificate certificate) {

		/** Whether the certificate is still good for a time. */
		boolean isValidUntil(Instant time) {
			return this.certificate.getNotAfter().toInstant().isAfter(time);
		}

		boolean isIssuedBy(Identity authority) {
			try {
				this.certificate.verify(authority.certificate().getPublicKey());
				return true;
			}
			catch (GeneralSecurityException ex) {
				return false;
			}
		}

	}

}
