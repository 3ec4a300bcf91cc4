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

import org.apache.catalina.connector.Connector;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Where the shop is reached over HTTPS.
 */
public final class HttpsAddress implements ApplicationListener<ServletWebServerInitializedEvent> {

	private volatile int port;

	private volatile boolean additional;

	/**
	 * The port of HTTPS.
	 * @return the port, or 0 if there is none
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Whether HTTPS is on a port of its own, with the certificate that the shop made.
	 * @return {@code false} without HTTPS and with one of somebody else's
	 */
	public boolean isAdditional() {
		return this.additional;
	}

	/**
	 * The URL of a page.
	 * @param path its path, with a slash in front
	 * @return the URL, which only works where {@link #port} is not 0
	 */
	public String url(String path) {
		return "https://localhost:" + this.port + path;
	}

	@Override
	public void onApplicationEvent(ServletWebServerInitializedEvent event) {
		if (event.getApplicationContext().getServerNamespace() == null
				&& event.getWebServer() instanceof TomcatWebServer server) {
			for (Connector connector : server.getTomcat().getService().findConnectors()) {
				if (connector.getSecure()) {
					this.port = connector.getLocalPort();
					this.additional = this.port != server.getPort();
				}
			}
		}
	}

}
