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

package dev.preloadhints.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for {@code localhost}, made for one run.
 *
 * @param directory where its files are
 * @param entries the key and the certificate
 */
public record Certificate(Path directory, KeyStore entries) {

	/** The password of the key store. */
	public static final String PASSWORD = "changeit";

	private static final String ALIAS = "localhost";

	/**
	 * Make one. Its files are deleted when the virtual machine ends.
	 * @return the certificate
	 * @throws IllegalStateException if the Java runtime's {@code keytool} fails
	 */
	public static Certificate create() {
		try {
			Path directory = Files.createTempDirectory("preload-certificate");
			Path keyStore = directory.resolve("localhost.p12");
			directory.toFile().deleteOnExit();
			keyStore.toFile().deleteOnExit();
			keytool(keyStore, "-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1", "-dname",
					"CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "30");
			return new Certificate(directory, KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Let the Java runtime's {@code keytool} work on a key store.
	 * @return what it writes, in which it also says why it fails
	 */
	static String keytool(Path keyStore, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(List.of(arguments));
		command.addAll(List.of("-storetype", "PKCS12", "-keystore", keyStore.toString(), "-storepass", PASSWORD));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IllegalStateException("keytool: " + output);
		}
		return output;
	}

	/**
	 * Return the key store with key and certificate.
	 * @return a file in PKCS #12 format
	 */
	public Path keyStore() {
		return this.directory.resolve("localhost.p12");
	}

	/**
	 * Return what makes a Spring Boot application show this certificate.
	 * @return properties, each with its value after {@code =}
	 */
	public List<String> serverProperties() {
		return List.of("server.ssl.key-store=" + keyStore().toUri(), "server.ssl.key-store-type=PKCS12",
				"server.ssl.key-store-password=" + PASSWORD);
	}

	/**
	 * Return what Chromium identifies a trusted key by.
	 * @return base64 of the SHA-256 of the public key
	 * @throws GeneralSecurityException if the runtime lacks an algorithm
	 */
	public String publicKeyHash() throws GeneralSecurityException {
		return publicKeyHash(this.entries.getCertificate(ALIAS));
	}

	static String publicKeyHash(java.security.cert.Certificate certificate) throws GeneralSecurityException {
		byte[] key = certificate.getPublicKey().getEncoded();
		return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
	}

	/**
	 * Write certificate and key as Apache httpd wants them, in one file.
	 * @return the file
	 * @throws GeneralSecurityException if the key cannot be read
	 * @throws IOException if the file cannot be written
	 */
	public Path pem() throws GeneralSecurityException, IOException {
		Path file = this.directory.resolve("localhost.pem");
		file.toFile().deleteOnExit();
		return Files.writeString(file,
				pem("PRIVATE KEY", this.entries.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded())
						+ pem("CERTIFICATE", this.entries.getCertificate(ALIAS).getEncoded()));
	}

	/**
	 * Return what a server needs that has this certificate.
	 * @return the context
	 * @throws GeneralSecurityException if the key cannot be read
	 */
	public SSLContext identity() throws GeneralSecurityException {
		KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keyManagers.init(this.entries, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keyManagers.getKeyManagers(), null, null);
		return context;
	}

	/**
	 * Return what a client needs that trusts this certificate alone.
	 * @return the context
	 * @throws GeneralSecurityException if the runtime lacks an algorithm
	 * @throws IOException if the certificate cannot be kept
	 */
	public SSLContext trust() throws GeneralSecurityException, IOException {
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
