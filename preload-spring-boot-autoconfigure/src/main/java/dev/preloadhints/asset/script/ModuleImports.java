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

import java.text.ParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a JavaScript module imports before it runs (ECMA-262,
 * <a href="https://tc39.es/ecma262/#sec-imports">section 16.2.2, imports</a>, and
 * <a href="https://tc39.es/ecma262/#sec-exports">section 16.2.3, exports</a>): a browser
 * fetches it as soon as it has read the module. One pass, in a time proportional to the
 * length of the text.
 */
public final class ModuleImports {

	/** More than a header has room for: what imports more is the index of a library. */
	private static final int MAX_SPECIFIERS = 256;

	private final ScriptText text;

	private final ScriptLexer lexer;

	private final Set<String> specifiers = new LinkedHashSet<>();

	private ModuleImports(String source) throws ParseException {
		this.text = new ScriptText(source);
		this.lexer = new ScriptLexer(this.text);
	}

	/**
	 * Read a module. Left out is what is not fetched as JavaScript before the module
	 * runs: {@code import()}, {@code import source}, {@code import defer}, and imports
	 * with attributes, such as JSON.
	 * @param source the text of the module
	 * @return the specifiers of the modules that it imports or exports from: escape
	 * sequences decoded, each once, in their order, the first 64; none at all if any of
	 * the text is not understood, because it ends too early, its brackets do not match,
	 * or an import is none
	 */
	public static List<String> read(String source) {
		try {
			return new ModuleImports(source).read();
		}
		catch (ParseException ex) {
			// A browser would not run it either, or we are wrong: either way, say
			// nothing.
			return List.of();
		}
	}

	private List<String> read() throws ParseException {
		for (String keyword = this.lexer.next(); keyword != null; keyword = this.lexer.next()) {
			if (keyword.equals("import")) {
				importDeclaration();
			}
			else {
				exportDeclaration();
			}
			if (!this.text.take(";") && !this.text.isAfterLineBreak() && !this.text.isAtEnd()) {
				throw this.text.unexpected();
			}
		}
		return List.copyOf(this.specifiers);
	}

	private void importDeclaration() throws ParseException {
		moduleSpecifier(this.text.isAtString() || importClause());
	}

	/**
	 * {@code ImportClause from}. The phases {@code source} and {@code defer} are those of
	 * two proposals of TC39.
	 * @return {@code false} if there is a phase, so that the module is not to be run
	 */
	private boolean importClause() throws ParseException {
		boolean run = true;
		String binding = this.text.word();
		if (!binding.isEmpty() && !this.text.take(",")) {
			run = !(binding.equals("defer") && this.text.peek() == '*');
			if (run) {
				return defaultBinding(binding);
			}
		}
		if (this.text.take("*")) {
			word("as");
			name();
		}
		else {
			namedBindings();
		}
		word("from");
		return run;
	}

	/**
	 * {@code from}, or after {@code import source} a binding, which may itself be called
	 * {@code from}, and then {@code from}.
	 */
	private boolean defaultBinding(String binding) throws ParseException {
		boolean from = this.text.word().equals("from");
		if (from && this.text.isAtString()) {
			return true;
		}
		if (!binding.equals("source")) {
			throw this.text.unexpected();
		}
		word("from");
		return false;
	}

	/**
	 * {@code export * from}, {@code export * as name from}, and {@code export {…}}, which
	 * may or may not be from a module.
	 */
	private void exportDeclaration() throws ParseException {
		if (this.text.take("*")) {
			String word = this.text.word();
			if (word.equals("as")) {
				name();
				word = this.text.word();
			}
			if (!word.equals("from")) {
				throw this.text.unexpected();
			}
			moduleSpecifier(true);
			return;
		}
		namedBindings();
		if (this.text.isAtWord("from")) {
			word("from");
			moduleSpecifier(true);
		}
	}

	/**
	 * {@code NamedImports} or {@code NamedExports}, which are alike as far as they matter
	 * here.
	 */
	private void namedBindings() throws ParseException {
		punctuator("{");
		while (!this.text.take("}")) {
			name();
			if (this.text.isAtWord("as")) {
				word("as");
				name();
			}
			if (this.text.peek() != '}') {
				punctuator(",");
			}
		}
	}

	private void moduleSpecifier(boolean run) throws ParseException {
		String specifier = this.text.string();
		if (!attributes() && run && this.specifiers.size() < MAX_SPECIFIERS) {
			this.specifiers.add(specifier);
		}
	}

	/**
	 * {@code WithClause}, also as it was once proposed, with {@code assert}.
	 * @return whether there are any attributes
	 */
	private boolean attributes() throws ParseException {
		if (this.text.isAtWord("with")) {
			word("with");
		}
		else if (this.text.isAtWord("assert") && !this.text.isAfterLineBreak()) {
			word("assert");
		}
		else {
			return false;
		}
		punctuator("{");
		boolean any = this.text.peek() != '}';
		while (!this.text.take("}")) {
			name();
			punctuator(":");
			this.text.string();
			if (this.text.peek() != '}') {
				punctuator(",");
			}
		}
		return any;
	}

	private void name() throws ParseException {
		if (this.text.isAtString()) {
			this.text.skipString();
		}
		else if (this.text.word().isEmpty()) {
			throw this.text.unexpected();
		}
	}

	private void word(String expected) throws ParseException {
		if (!this.text.word().equals(expected)) {
			throw this.text.unexpected();
		}
	}

	private void punctuator(String expected) throws ParseException {
		if (!this.text.take(expected)) {
			throw this.text.unexpected();
		}
	}

}
