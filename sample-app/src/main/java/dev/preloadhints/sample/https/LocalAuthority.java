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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import dev.preloadhints.sample.https.Issuer.Identity;

/**
 * The certificate authority of this machine, and the certificate that it gave to the
 * shop. Both are made at the first start, kept in a directory, and made again before they
 * expire. The authority is what a browser has to trust: {@code ca.pem}.
 */
final class LocalAuthority {

	/** The keys are protected by the permissions of their files. */
	static final String PASSWORD = "changeit";

	static final String ALIAS = "localhost";

	private static final Duration RENEWED_BEFORE = Duration.ofDays(14);

	/** A lock of a file is the process's, not the thread's. */
	private static final Lock withinProcess = new ReentrantLock();

	private final Path directory;

	private final Clock clock;

	LocalAuthority(Path directory, Clock clock) {
		this.directory = directory;
		this.clock = clock;
	}

	/** The certificate of the authority. */
	Path certificate() {
		return this.directory.resolve("ca.pem").toAbsolutePath();
	}

	/**
	 * What the server shows: its key, its certificate and that of the authority.
	 * @throws IllegalStateException if the files can be neither read nor written
	 */
	@SuppressWarnings("try") // the lock is held, and asked nothing
	KeyStore keyStore() {
		withinProcess.lock();
		try {
			OwnerOnly.createDirectory(this.directory);
			try (FileChannel file = FileChannel.open(this.directory.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE); var lock = file.lock()) {
				return load();
			}
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException("The keys in " + this.directory
					+ " cannot be used. Delete the directory and all in it to have new ones made, have them elsewhere "
					+ "with bookshop.https.directory, or do without HTTPS with bookshop.https.enabled=false", ex);
		}
		finally {
			withinProcess.unlock();
		}
	}

	private KeyStore load() throws IOException, GeneralSecurityException {
		Instant now = this.clock.instant();
		Instant soon = now.plus(RENEWED_BEFORE);
		Path authorityFile = this.directory.resolve("ca.p12");
		Path serverFile = this.directory.resolve("localhost.p12");
		Identity authority = read(authorityFile);
		if (authority == null || !authority.isValidUntil(soon)) {
			authority = new Issuer(now).authority();
			OwnerOnly.write(authorityFile, bytes(keyStore(authority, authority.certificate())));
		}
		byte[] pem = pem(authority.certificate());
		if (!Files.exists(certificate()) || !Arrays.equals(pem, Files.readAllBytes(certificate()))) {
			OwnerOnly.write(certificate(), pem);
		}
		Identity server = read(serverFile);
		if (server == null || !server.isValidUntil(soon) || !server.isIssuedBy(authority)) {
			server = new Issuer(now).server(authority);
			OwnerOnly.write(serverFile, bytes(keyStore(server, server.certificate(), authority.certificate())));
		}
		return keyStore(server, server.certificate(), authority.certificate());
	}

	private static Identity read(Path file) throws IOException, GeneralSecurityException {
		if (!Files.exists(file)) {
			return null;
		}
		KeyStore entries = KeyStore.getInstance("PKCS12");
		entries.load(new ByteArrayInputStream(Files.readAllBytes(file)), PASSWORD.toCharArray());
		if (!(entries.getKey(ALIAS, PASSWORD.toCharArray()) instanceof PrivateKey key)) {
			throw new GeneralSecurityException(file + " has no key");
		}
		return new Identity(key, (X509Certificate) entries.getCertificate(ALIAS));
	}

	private static KeyStore keyStore(Identity identity, Certificate... chain)
			throws IOException, GeneralSecurityException {
		KeyStore entries = KeyStore.getInstance("PKCS12");
		entries.load(null, null);
		entries.setKeyEntry(ALIAS, identity.key(), PASSWORD.toCharArray(), chain);
		return entries;
	}

	private static byte[] bytes(KeyStore entries) throws IOException, GeneralSecurityException {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		entries.store(output, PASSWORD.toCharArray());
		return output.toByteArray();
	}

	private static byte[] pem(X509Certificate certificate) throws GeneralSecurityException {
		String text = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(certificate.getEncoded());
		return ("-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

}
