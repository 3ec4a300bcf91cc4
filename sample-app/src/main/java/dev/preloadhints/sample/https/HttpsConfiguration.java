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

import java.time.Clock;
import java.util.Map;

import org.apache.catalina.connector.Connector;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http2.Http2Protocol;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.tomcat.CompressionConnectorCustomizer;
import org.springframework.boot.tomcat.SslConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * HTTPS with HTTP/2 on a second port, because browsers speak HTTP/2 over TLS alone and
 * act on Early Hints over HTTP/2 alone. Not where {@code server.ssl} makes the first port
 * one of HTTPS already.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpsProperties.class)
class HttpsConfiguration {

	private static final Log logger = LogFactory.getLog(HttpsConfiguration.class);

	@Bean
	HttpsAddress httpsAddress() {
		return new HttpsAddress();
	}

	@Bean
	LocalAuthority localAuthority(HttpsProperties properties) {
		return new LocalAuthority(properties.directory(), Clock.systemUTC());
	}

	@Bean
	@ConditionalOnProperty("bookshop.https.enabled")
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> httpsConnector(HttpsProperties properties,
			LocalAuthority authority) {
		return (factory) -> {
			if (!Ssl.isEnabled(factory.getSsl())) {
				factory.addAdditionalConnectors(connector(factory, properties.port(), authority));
			}
		};
	}

	private static Connector connector(TomcatServletWebServerFactory factory, int port, LocalAuthority authority) {
		Connector connector = new Connector();
		connector.setPort((factory.getPort() != 0) ? port : 0);
		connector.setScheme("https");
		connector.setSecure(true);
		if (factory.getAddress() != null && connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
			protocol.setAddress(factory.getAddress());
		}
		SslStoreBundle stores = SslStoreBundle.of(authority.keyStore(), LocalAuthority.PASSWORD, null);
		new SslConnectorCustomizer(logger, connector, Ssl.ClientAuth.NONE).customize(SslBundle.of(stores), Map.of());
		connector.addUpgradeProtocol(new Http2Protocol());
		if (factory.getCompression() != null && factory.getCompression().getEnabled()) {
			new CompressionConnectorCustomizer(factory.getCompression()).customize(connector);
		}
		return connector;
	}

}
