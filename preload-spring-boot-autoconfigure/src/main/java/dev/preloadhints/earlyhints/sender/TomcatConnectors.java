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

import java.util.Arrays;
import java.util.stream.Stream;

import jakarta.servlet.ServletContext;

import org.apache.catalina.Container;
import org.apache.catalina.Engine;
import org.apache.catalina.Globals;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;

/**
 * What the connectors of Tomcat speak, those included that an application adds to the one
 * that is configured by properties.
 */
final class TomcatConnectors {

	private TomcatConnectors() {
	}

	static boolean hasHttp2OverTls(ServletContext servletContext) {
		return of(servletContext).anyMatch((connector) -> isHttp2(connector) && isTls(connector));
	}

	private static Stream<Connector> of(ServletContext servletContext) {
		if (servletContext.getAttribute(Globals.RESOURCES_ATTR) instanceof WebResourceRoot resources) {
			for (Container container = resources.getContext(); container != null; container = container.getParent()) {
				if (container instanceof Engine engine && engine.getService() != null) {
					return Arrays.stream(engine.getService().findConnectors());
				}
			}
		}
		return Stream.of();
	}

	private static boolean isHttp2(Connector connector) {
		return Arrays.stream(connector.findUpgradeProtocols())
			.anyMatch((protocol) -> "h2".equals(protocol.getAlpnName()));
	}

	private static boolean isTls(Connector connector) {
		return connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol && protocol.isSSLEnabled();
	}

}
