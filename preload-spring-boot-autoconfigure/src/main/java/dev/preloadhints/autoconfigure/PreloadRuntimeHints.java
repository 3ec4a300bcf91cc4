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

package dev.preloadhints.autoconfigure;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

import dev.preloadhints.web.SecuredAssets;

/**
 * What a native image has to keep because it is looked up by name: how containers send an
 * interim response, and the classes that Caffeine generated for the caches that there
 * are. Properties and the endpoint's answers are known to Spring Boot.
 */
final class PreloadRuntimeHints implements RuntimeHintsRegistrar {

	/** Where {@code sendEarlyHints()} may be. */
	private static final List<String> SENDING = List.of("org.apache.catalina.connector.ResponseFacade",
			"jakarta.servlet.http.HttpServletResponse");

	/** Whose presence is asked for. */
	private static final List<String> PRESENT = List.of("org.eclipse.jetty.ee10.servlet.ServletApiResponse",
			"org.eclipse.jetty.ee11.servlet.ServletApiResponse", "org.thymeleaf.TemplateEngine");

	/** Asked who may have a resource. */
	private static final List<String> SECURITY = List.of(SecuredAssets.EVALUATOR,
			"org.springframework.security.core.Authentication",
			"org.springframework.security.core.context.SecurityContext",
			"org.springframework.security.core.context.SecurityContextHolder");

	private static final String CAFFEINE = "com.github.benmanes.caffeine.cache.";

	/** Bounded by size, by size and time, by weight, by weight and time. */
	private static final List<String> CACHES = List.of("SSMS", "SSMSA", "SSMW", "SSMWA");

	/** The entries of these. */
	private static final List<String> NODES = List.of("PSMS", "PSAMS", "PSMW", "PSAMW");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (String name : SENDING) {
			hints.reflection()
				.registerTypeIfPresent(classLoader, name,
						(type) -> type.withMethod("sendEarlyHints", List.of(), ExecutableMode.INVOKE));
		}
		for (String name : PRESENT) {
			hints.reflection().registerTypeIfPresent(classLoader, name);
		}
		for (String name : SECURITY) {
			hints.reflection().registerTypeIfPresent(classLoader, name, MemberCategory.INVOKE_PUBLIC_METHODS);
		}
		// The request for a static resource that its transformers are shown.
		hints.proxies().registerJdkProxy(HttpServletRequest.class);
		for (String name : CACHES) {
			hints.reflection()
				.registerTypeIfPresent(classLoader, CAFFEINE + name,
						(type) -> type.withField("FACTORY").withMembers(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
		}
		for (String name : NODES) {
			hints.reflection()
				.registerTypeIfPresent(classLoader, CAFFEINE + name, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
		}
	}

}
