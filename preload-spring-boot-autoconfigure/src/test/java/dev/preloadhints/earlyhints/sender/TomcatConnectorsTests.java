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

package dev.preloadhints.earlyhints.sender;

import java.nio.file.Path;

import org.apache.catalina.Context;
import org.apache.catalina.Globals;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.coyote.http2.Http2Protocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockServletContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TomcatConnectors}.
 */
class TomcatConnectorsTests {

	private final Tomcat tomcat = new Tomcat();

	private final MockServletContext servletContext = new MockServletContext();

	@BeforeEach
	void deploy(@TempDir Path directory) {
		this.tomcat.setBaseDir(directory.toString());
		Context context = this.tomcat.addContext("", directory.toString());
		this.servletContext.setAttribute(Globals.RESOURCES_ATTR, new StandardRoot(context));
	}

	@Test
	void seesAConnectorThatTheApplicationAdded() {
		this.tomcat.getService().addConnector(connector(false, true));
		assertThat(TomcatConnectors.hasHttp2OverTls(this.servletContext)).isFalse();
		this.tomcat.getService().addConnector(connector(true, true));
		assertThat(TomcatConnectors.hasHttp2OverTls(this.servletContext)).isTrue();
	}

	@Test
	void takesNoConnectorForOneThatHasHttp2OverTls() {
		this.tomcat.getService().addConnector(connector(true, false));
		this.tomcat.getService().addConnector(connector(false, false));
		assertThat(TomcatConnectors.hasHttp2OverTls(this.servletContext)).isFalse();
	}

	@Test
	void knowsNothingOfAnotherContainer() {
		assertThat(TomcatConnectors.hasHttp2OverTls(new MockServletContext())).isFalse();
	}

	private static Connector connector(boolean tls, boolean http2) {
		Connector connector = new Connector();
		// As a proxy in front that ends TLS is told of.
		connector.setSecure(true);
		connector.setProperty("SSLEnabled", String.valueOf(tls));
		if (http2) {
			connector.addUpgradeProtocol(new Http2Protocol());
		}
		return connector;
	}

}
