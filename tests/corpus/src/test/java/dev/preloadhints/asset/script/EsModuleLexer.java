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

package dev.preloadhints.asset.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * A reader of imports that was written by others: es-module-lexer, which many bundlers
 * use, in its build without WebAssembly, run by GraalJS.
 */
final class EsModuleLexer implements AutoCloseable {

	private static final String LOCATION = "classpath*:META-INF/resources/webjars/es-module-lexer/*/dist/lexer.asm.js";

	/** An import that is static ({@code d}) and has no assertions ({@code a}). */
	private static final String STATIC_IMPORTS = """
			(parse) => (module) => parse(module)[0].filter((i) => i.d === -1 && i.a === -1).map((i) => i.n)""";

	private final Context context;

	private final Value staticImports;

	EsModuleLexer() throws IOException {
		this.context = Context.newBuilder("js")
			.allowExperimentalOptions(true)
			.option("engine.WarnInterpreterOnly", "false")
			.option("js.esm-eval-returns-exports", "true")
			.option("js.global-property", "true")
			.build();
		ResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
		String lexer = resolver.getResources(LOCATION)[0].getContentAsString(StandardCharsets.UTF_8);
		Value exports = this.context
			.eval(Source.newBuilder("js", lexer, "lexer.mjs").mimeType("application/javascript+module").build());
		this.staticImports = this.context.eval("js", STATIC_IMPORTS).execute(exports.getMember("parse"));
	}

	/**
	 * Read a module.
	 * @param module its text, without a byte order mark, which browsers remove
	 * @return the specifiers of its static imports, as often as they are there; or
	 * {@code null} if it is malformed
	 */
	@Nullable List<String> read(String module) {
		try {
			Value imports = this.staticImports.execute(module);
			List<String> specifiers = new ArrayList<>();
			for (long i = 0; i < imports.getArraySize(); i++) {
				specifiers.add(imports.getArrayElement(i).asString());
			}
			return specifiers;
		}
		catch (PolyglotException ex) {
			if (ex.isGuestException() && ex.getMessage().contains("Parse error")) {
				return null;
			}
			throw ex;
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

}
