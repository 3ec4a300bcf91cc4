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
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;

/**
 * The certificate authorities that are trusted: those of the Java runtime, and some for
 * this run only.
 */
public final class Trust {

	private static final Pattern BLOCK = Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----",
			Pattern.DOTALL);

	private final SSLContext context;

	private Trust(SSLContext context) {
		this.context = context;
	}

	/**
	 * Trust what the Java runtime does, and the authorities in a file.
	 * @param authorities their certificates in PEM format, {@code null} for none
	 * @return what is trusted
	 * @throws IOException if the file cannot be read
	 * @throws CertificateException if there is no certificate in it
	 * @throws GeneralSecurityException if the runtime lacks an algorithm
	 */
	public static Trust of(@Nullable Path authorities) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		for (Certificate certificate : (authorities != null) ? read(authorities) : List.<Certificate>of()) {
			store.setCertificateEntry("given-" + store.size(), certificate);
		}
		for (TrustManager manager : managers(null)) {
			if (manager instanceof X509TrustManager runtime) {
				for (Certificate certificate : runtime.getAcceptedIssuers()) {
					store.setCertificateEntry("runtime-" + store.size(), certificate);
				}
			}
		}
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, managers(store), null);
		return new Trust(context);
	}

	private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		return factory.getTrustManagers();
	}

	/** Read the certificates, and leave out what else there may be, such as keys. */
	private static List<Certificate> read(Path file) throws IOException, CertificateException {
		CertificateFactory factory = CertificateFactory.getInstance("X.509");
		List<Certificate> result = new ArrayList<>();
		Matcher blocks = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
		while (blocks.find()) {
			byte[] block = blocks.group().getBytes(StandardCharsets.ISO_8859_1);
			result.add(factory.generateCertificate(new ByteArrayInputStream(block)));
		}
		if (result.isEmpty()) {
			throw new CertificateException("No certificate");
		}
		return result;
	}

	SSLContext context() {
		return this.context;
	}

	/**
	 * Connect to a server and return the key that it proves to have, if its certificate
	 * is for its name and signed by a trusted authority.
	 * @param server its unresolved address
	 * @return base64 of the SHA-256 of the public key, as Chromium wants it
	 * @throws IOException if there is no connection, or no trust
	 * @throws GeneralSecurityException if the runtime lacks an algorithm
	 */
	public String publicKeyHash(InetSocketAddress server) throws IOException, GeneralSecurityException {
		try (SSLSocket socket = TlsRelay.connect(this.context, server)) {
			return dev.preloadhints.network.Certificate.publicKeyHash(socket.getSession().getPeerCertificates()[0]);
		}
	}

}
