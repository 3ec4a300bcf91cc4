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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A server whose certificate an authority signed that nobody knows, both made by the
 * JDK's {@code keytool}.
 */
class TrustTests {

	@TempDir
	private static Path directory;

	private static Path authority;

	private static java.security.cert.Certificate certificate;

	private static SSLContext identity;

	@BeforeAll
	static void makeCertificates() throws Exception {
		keytool("-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=Test CA", "-ext", "bc:c");
		keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost");
		String request = keytool("-certreq", "-alias", "server");
		Path requestFile = Files.writeString(directory.resolve("request.pem"), request);
		String signed = keytool("-gencert", "-alias", "ca", "-rfc", "-infile", requestFile.toString(), "-ext",
				"san=dns:localhost");
		authority = Files.writeString(directory.resolve("ca.pem"), keytool("-exportcert", "-alias", "ca", "-rfc"));
		certificate = CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(signed.getBytes(StandardCharsets.US_ASCII)));
		char[] password = Certificate.PASSWORD.toCharArray();
		KeyStore store = KeyStore.getInstance(directory.resolve("store.p12").toFile(), password);
		store.setKeyEntry("server", store.getKey("server", password), password,
				new java.security.cert.Certificate[] { certificate });
		store.deleteEntry("ca");
		identity = new Certificate(directory, store).identity();
	}

	private static String keytool(String... arguments) throws IOException, InterruptedException {
		return Certificate.keytool(directory.resolve("store.p12"), arguments);
	}

	@Test
	void serverOfAGivenAuthorityShowsItsKey() throws Exception {
		try (SSLServerSocket server = server()) {
			assertThat(Trust.of(authority).publicKeyHash(address("localhost", server)))
				.isEqualTo(Certificate.publicKeyHash(certificate));
		}
	}

	@Test
	void serverOfAnUnknownAuthorityIsNotTrusted() throws Exception {
		try (SSLServerSocket server = server()) {
			Trust trust = Trust.of(null);
			assertThatExceptionOfType(SSLHandshakeException.class)
				.isThrownBy(() -> trust.publicKeyHash(address("localhost", server)));
		}
	}

	@Test
	void serverWithAnotherNameIsNotTrusted() throws Exception {
		try (SSLServerSocket server = server()) {
			Trust trust = Trust.of(authority);
			assertThatExceptionOfType(SSLHandshakeException.class)
				.isThrownBy(() -> trust.publicKeyHash(address("127.0.0.1", server)));
		}
	}

	@Test
	void fileWithoutACertificateIsRefused() throws IOException {
		Path file = Files.createFile(directory.resolve("empty.pem"));
		assertThatExceptionOfType(CertificateException.class).isThrownBy(() -> Trust.of(file));
	}

	private static SSLServerSocket server() throws IOException {
		SSLServerSocket server = (SSLServerSocket) identity.getServerSocketFactory()
			.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Connections.start(() -> {
			while (true) {
				SSLSocket socket = (SSLSocket) server.accept();
				Connections.start(() -> {
					try (socket) {
						socket.startHandshake();
					}
				});
			}
		});
		return server;
	}

	private static InetSocketAddress address(String host, SSLServerSocket server) {
		return InetSocketAddress.createUnresolved(host, server.getLocalPort());
	}

}
