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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for {@code localhost}, made for one run.
 *
 * @param directory where its files are
 * @param entries the key and the certificate
 */
record Certificate(Path directory, KeyStore entries) {

	static final String PASSWORD = "changeit";

	private static final String ALIAS = "localhost";

	static Certificate create() {
		try {
			Path directory = Files.createTempDirectory("preload-certificate");
			Path keyStore = directory.resolve("localhost.p12");
			directory.toFile().deleteOnExit();
			keyStore.toFile().deleteOnExit();
			Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
					"-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1", "-dname",
					"CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "30", "-storetype", "PKCS12",
					"-keystore", keyStore.toString(), "-storepass", PASSWORD)
				.redirectErrorStream(true)
				.start();
			String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (keytool.waitFor() != 0) {
				throw new IllegalStateException("keytool: " + output);
			}
			return new Certificate(directory, KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Path keyStore() {
		return this.directory.resolve("localhost.p12");
	}

	/** What Chromium identifies a trusted key by. */
	String publicKeyHash() throws GeneralSecurityException {
		byte[] key = this.entries.getCertificate(ALIAS).getPublicKey().getEncoded();
		return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
	}

	/** Write certificate and key as Apache httpd wants them, in one file. */
	Path pem() throws GeneralSecurityException, IOException {
		Path file = this.directory.resolve("localhost.pem");
		file.toFile().deleteOnExit();
		return Files.writeString(file,
				pem("PRIVATE KEY", this.entries.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded())
						+ pem("CERTIFICATE", this.entries.getCertificate(ALIAS).getEncoded()));
	}

	/** For clients that trust this certificate alone. */
	SSLContext trust() throws GeneralSecurityException, IOException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry(ALIAS, this.entries.getCertificate(ALIAS));
		TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trustManagers.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trustManagers.getTrustManagers(), null);
		return context;
	}

	private static String pem(String type, byte[] content) {
		String text = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content);
		return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
	}

}
