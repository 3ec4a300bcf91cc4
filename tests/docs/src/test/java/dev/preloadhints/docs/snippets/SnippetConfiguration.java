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

package dev.preloadhints.docs.snippets;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.LinkFilter;
import dev.preloadhints.PageVariant;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PreloadListener;

@Configuration(proxyBeanMethods = false)
class SnippetConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(SnippetConfiguration.class);

	@Bean
	LinkFilter saveData() {
		return (link, request) -> !"on".equals(request.getHeader("Save-Data"));
	}

	@Bean
	PageVariant language() {
		Set<String> translated = Set.of("de", "fr");
		return (request) -> {
			String language = LocaleContextHolder.getLocale().getLanguage();
			return translated.contains(language) ? language : null;
		};
	}

	@Bean
	PreloadListener logOmissions() {
		return new PreloadListener() {

			@Override
			public void pageRendered(PageReport report) {
				report.omissions()
					.named()
					.forEach((omission) -> logger.info("No link for {}: {}", omission.url(),
							omission.reason().description()));
			}

		};
	}

	@Bean
	EarlyHintsSender acmeEarlyHintsSender() {
		return new EarlyHintsSender() {

			@Override
			public boolean supports(Class<? extends HttpServletResponse> containerResponse) {
				return AcmeResponse.class.isAssignableFrom(containerResponse);
			}

			@Override
			public void send(HttpServletResponse containerResponse) throws IOException {
				((AcmeResponse) containerResponse).sendInterim(103);
			}

		};
	}

	abstract static class AcmeResponse extends HttpServletResponseWrapper {

		AcmeResponse(HttpServletResponse response) {
			super(response);
		}

		abstract void sendInterim(int status) throws IOException;

	}

}
