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

import java.util.List;

import dev.preloadhints.network.Certificate;
import dev.preloadhints.sample.SampleApplication;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.process.ListeningProcess;
import org.apache.coyote.UpgradeProtocol;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.junit.jupiter.api.Test;

import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample behind an HAProxy, set up as the documentation says.
 */
class HaproxyIntegrationTests extends AbstractHttp2ProxyTests {

	@Override
	Server application(Certificate certificate, List<Class<?>> sources) {
		return Server.https(certificate, sources);
	}

	@Override
	ListeningProcess proxy(Certificate certificate, int application) throws Exception {
		return Haproxy.start(certificate, application);
	}

	@Test
	void tomcatRefusesCleartextHttp2ThatSaysHttps() throws Exception {
		assertThat(statusOverCleartextHttp2(SampleApplication.class)).isEqualTo(502);
		assertThat(statusOverCleartextHttp2(SampleApplication.class, SchemeConfiguration.class)).isEqualTo(200);
	}

	private static int statusOverCleartextHttp2(Class<?>... sources) throws Exception {
		Certificate certificate = Certificate.create();
		try (Server shop = Server.http(List.of(sources));
				ListeningProcess proxy = Haproxy.startWithCleartextHttp2(certificate, shop.port());
				HttpTestClient client = HttpTestClient.at("https://localhost:" + proxy.port())
					.version(HttpVersionPolicy.FORCE_HTTP_1)
					.trusting(certificate.trust())
					.build()) {
			return client.get("/about").status();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class SchemeConfiguration {

		@Bean
		TomcatConnectorCustomizer schemeOfTheProxy() {
			return (connector) -> {
				for (UpgradeProtocol protocol : connector.findUpgradeProtocols()) {
					if (protocol instanceof Http2Protocol http2) {
						http2.setAllowSchemeMismatch(true);
					}
				}
			};
		}

	}

}
