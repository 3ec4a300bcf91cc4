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

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ModuleImportsTests {

	/** Anything that takes the square of its length would not end with this. */
	private static final int LONG = 2_000_000;

	@ParameterizedTest
	@ValueSource(strings = { "import './x.js'", "import \"./x.js\"", "import a from './x.js'",
			"import * as a from './x.js'", "import {} from './x.js'", "import { a } from './x.js'",
			"import { a, b as c, default as d, 'e f' as g, } from './x.js'", "import a, { b as c } from './x.js'",
			"import a, * as b from './x.js'", "import from from './x.js'", "import as, { as as as } from './x.js'",
			"import \\u0061b from './x.js'", "import $ from './x.js'", "import _, { é } from './x.js'",
			"import source from './x.js'", "import defer from './x.js'", "import defer, * as a from './x.js'",
			"import source, { a } from './x.js'", "import {type} from './x.js'" })
	void readsEveryFormOfImport(String declaration) {
		assertThat(read(declaration)).containsExactly("./x.js");
		assertThat(read(declaration + ";")).containsExactly("./x.js");
		assertThat(read("a = 1\n" + declaration + "\nb = 2")).containsExactly("./x.js");
	}

	@ParameterizedTest
	@ValueSource(strings = { "export * from './x.js'", "export * as a from './x.js'", "export * as 'a b' from './x.js'",
			"export * as default from './x.js'", "export {} from './x.js'", "export { a } from './x.js'",
			"export { default, a as b, 'c d' as 'e', f as default, } from './x.js'", "export { from } from './x.js'" })
	void readsEveryFormOfExportFrom(String declaration) {
		assertThat(read(declaration)).containsExactly("./x.js");
		assertThat(read("a = 1\n" + declaration + "\nb = 2")).containsExactly("./x.js");
	}

	@ParameterizedTest
	@ValueSource(strings = { "export { a }", "export { a as b, c };", "export default './x.js'",
			"export default function () {}", "export default { from: './x.js' }", "export const a = './x.js'",
			"export let a", "export var a", "export function from() {}", "export class A {}",
			"export async function a() {}", "export function* a() {}", "export default class extends A {}",
			"export default async () => {}", "export default /'/" })
	void readsNothingInOtherExportsAndGoesOn(String declaration) {
		assertThat(read(declaration)).isEmpty();
		assertThat(read(declaration + "\nimport 'y'")).containsExactly("y");
	}

	@Test
	void readsMinifiedModules() {
		assertThat(read("import{a as b}from\"./x.js\";export*from'./y.js';import*as c from\"./z.js\";"
				+ "import d,{e}from\"./v.js\";import\"./w.js\";export{f as default}from\"./u.js\";var g=b/c/d;"))
			.containsExactly("./x.js", "./y.js", "./z.js", "./v.js", "./w.js", "./u.js");
	}

	@Test
	void readsImportsAfterOtherStatements() {
		assertThat(read("const a = { b: [1, (2)] };\nif (a) { b() }\nimport 'x'\nfunction c() {}import 'y'"))
			.containsExactly("x", "y");
	}

	@Test
	void readsCommentsBetweenAllTokens() {
		assertThat(read("/**/import/* ' */a/**/,//\n{/* } */b/**/as//\nc/**/}/**/from/*\n*/'x'/**/;//'"))
			.containsExactly("x");
		assertThat(read("export/**/*/**/as/**/a/**/from//\n'x'//")).containsExactly("x");
	}

	@Test
	void readsEveryWhiteSpaceAndLineTerminator() {
		assertThat(read("\uFEFFimport\u00A0a\u000B,\f{\tb\u2003}\u2028from\u2029'x'\rimport\u3000'y'"))
			.containsExactly("x", "y");
	}

	@Test
	void saysEachSpecifierOnceInSourceOrder() {
		assertThat(read("import 'b'; import 'a'; export * from 'b'; import '\\x61'; import 'c'")).containsExactly("b",
				"a", "c");
	}

	@Test
	void saysTheFirst256() {
		String source = IntStream.range(0, 300).mapToObj((i) -> "import '" + i + "'").collect(Collectors.joining("\n"));
		assertThat(read(source)).containsExactlyElementsOf(IntStream.range(0, 256).mapToObj(String::valueOf).toList());
		assertThat(read(source + "\n(")).isEmpty();
	}

	@Test
	void cannotBeChanged() {
		assertThat(read("import 'x'")).isUnmodifiable();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			a\\x2Fb              | a/b
			a\\u002fb            | a/b
			a\\u{2F}b            | a/b
			\\u{1F600}           | 😀
			\\ud83d\\ude00       | 😀
			\\'\\"\\\\\\/        | '"\\/
			a\\c\\é              | acé
			\\u{00000000000061}  | a
			""")
	void decodesEscapeSequences(String written, String meant) {
		assertThat(read("import '" + written + "'")).containsExactly(meant);
		assertThat(read("export * from \"" + written + "\"")).containsExactly(meant);
	}

	@Test
	void decodesControlCharactersAndContinuedLines() {
		assertThat(read("import '\\b\\f\\n\\r\\t\\v\\0'")).containsExactly("\b\f\n\r\t\u000B\0");
		assertThat(read("import 'a\\\nb\\\rc\\\r\nd\\\u2028e\\\u2029f\u2028'")).containsExactly("abcdef\u2028");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\x", "\\x1", "\\x1g", "\\u", "\\u123", "\\u{}", "\\u{110000}", "\\u{61", "\\u{g}", "\\1",
			"\\8", "\\01", "\\09", "\\u００61", "\\u{FFFFFFFFFFFFFFFF}" })
	void isUnsureOfMalformedEscapeSequences(String escape) {
		assertThat(read("import '" + escape + "'; import 'x'")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "import('x')", "import ('x').then(a)", "await import('x')", "const a = await import('x')",
			"import.meta", "import.meta.url", "a = import.meta.resolve('x')", "import/**/.meta", "import\n('x')",
			"a.import('x')", "a?.import", "a.#import", "a.export", "a = { import: 'x', export: 'y' }",
			"a = { import() {}, export() {} }", "class A { import = 'x'; static import() {} }",
			"class A { export() {} 'import'() {} }", "a = { get import() { return 'x' } }", "// import 'x'",
			"/* import 'x' */", "'import \"x\"'", "`import 'x'`", "`\nimport 'x'\n${'\\nimport \"x\"'}\nimport 'x'`",
			"/import 'x'/", "a = /\\/import 'x'/", "$import", "imports", "a_import", "{ import('x') }",
			"export { a as import }", "export { import }", "a = \\u0061.import" })
	void readsNothingInWhatIsNoStaticImport(String source) {
		assertThat(read(source)).isEmpty();
		assertThat(read("import 'before';\n" + source + ";\nimport 'after'")).containsExactly("before", "after");
	}

	@ParameterizedTest
	@ValueSource(strings = { "import a from 'x' with { type: 'json' }", "import a from 'x' with { 'type': \"css\", }",
			"import 'x' with { type: 'json' }", "import a from 'x'\nwith\n{type:'json'}",
			"import a from 'x' assert { type: 'json' }", "export * from 'x' with { type: 'json' }",
			"export { default } from 'x'with{type:'json'}", "import source a from 'x'", "import source from from 'x'",
			"import defer * as a from 'x'" })
	void leavesOutWhatIsNotFetchedAsAScriptThatRuns(String declaration) {
		assertThat(read(declaration + "; import 'y'")).containsExactly("y");
	}

	@Test
	void readsAnImportWithoutAnyAttribute() {
		assertThat(read("import 'x' with {}")).containsExactly("x");
	}

	@Test
	void readsACallOnTheNextLineAsNoAttributes() {
		assertThat(read("import 'x'\nassert({ type: 'json' })")).containsExactly("x");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			// Division, of what ends with a bracket as well.
			"a / 'b' / c", "(a) / '/' / b", "a[0] / '/' / b", "a++ / '/'", "a-- / '/'", "({}) / '/'", "1 / '/'",
			"1. / '/'", ".5 / '/'", "`` / '/'", "this / '/'", "a.return / '/'", "a?.if / '/'", "x = {} / '/'",
			"x = function () {} / '/'", "x = class {} / '/'", "x = async function () {} / '/'", "a ? {} / '/' : b",
			"a = b\n/ '/'", "f(function () {} / '/')", "x = { a() {} } / '/'", "/a/ / '/'", "/a/g / '/'",
			"import.meta / '/'", "x = a => b / '/'", "of / '/'", "async / '/'", "get / '/'", "a /= '/'",
			"typeof {} / '/'", "x = [function () {} / '/', {} / '/']", "x = { y: {} / '/' }", "`${{} / '/'}`",
			"export default { a: {} / '/' }", "a?.5 / '/' : b", "while (a) b / '/'", "x = class extends A {} / '/'",
			// Regular expressions, after what ends with a bracket as well.
			"/'/", "/[/']/", "/\\/'/", "a = /'/", "a(/'/)", "[/'/]", "!/'/.test(a)", "a || /'/", "a ? /'/ : /\"/",
			"{} /'/", "if (a) /'/.test(a)", "if (a) {} /'/.test(a)", "while (a) /'/.test(a)", "for (;;) /'/.test(a)",
			"for (const a of /'/) {}", "for (a of b) /'/.test(a)", "else_: /'/", "if (a) b; else /'/.test(a)",
			"do /'/.test(a); while (b)", "do {} while (a) /'/.test(b)", "function a() {} /'/", "class A {} /'/",
			"class A extends B {} /'/", "async function a() {} /'/", "function* a() { yield /'/ }",
			"async () => { await /'/ }", "() => { return /'/ }", "typeof /'/", "void /'/", "a in /'/",
			"a instanceof /'/", "switch (a) { case /'/: /'/ }", "switch (a) { default: /'/ }", "label: /'/",
			"try { /'/ } catch { /'/ } finally { /'/ }", "try {} catch (e) {} /'/", "x = a => /'/", "x = () => {}\n/'/",
			"a\n++/'/.lastIndex", "for (;;) { break\n/'/ }", "a: for (;;) { continue a\n/'/ }", "() => { return\n/'/ }",
			"debugger\n/'/", "`${/'/}`", "`${a}${/`/}`", "export default function () {}\n/'/",
			"export default class {}\n/'/", "{ a: /'/ }", "({ a: /'/, b: /'/ })",
			"class A { a = /'/; static { /'/ } [/'/]() {} }",
			"class A { async *if() {} static *class() {} a\n*for() {} static async *do() {} b = 1\n async *in() {} }",
			"x = { async *if() {}, *class() {}, async for() {}, a: async (b) => /'/ }",
			"class A { get if() {} delete() {} *class() {} a = class {} / '/' }",
			"class A { a = 1\n if() {}\n function() {}\n b = () => {}\n for() {} }",
			"x = { function() {}, class() {}, async function() {}, get if() {}, a: async function () {} / '/' }",
			"x = { if: 1, for() {}, get, set, async, static: /'/, a: b in /'/ }",
			"x = class A extends (class {}) { a() { if (b) /'/ } } / '/'", "a = b\n{ c: /'/ }\n/'/",
			"class A extends B({ a: 1 }) { }\n/'/", "async function a() { for await (const b of c) /'/ }",
			"a ? function () {} / '/' : () => {}", "switch (a) { case b ? { c: 1 } : d: /'/ }", "a = b ?? /'/",
			"a?.[/'/]", "a ? .5 : /'/", "f(...[/'/], ...{})", "/[\\]/']/v",
			"x = { 'a'() {}, 1() {}, [a]() {} } / '/'" })
	void knowsDivisionFromRegularExpressions(String source) {
		assertThat(read("import 'before'\n" + source + "\nimport 'after'")).containsExactly("before", "after");
	}

	@ParameterizedTest
	@ValueSource(strings = { "`${a}`", "`${`${`${a}`}`}`", "`${{ a: { b: 1 } }}`", "`${(() => { return '}' })()}`",
			"`\\`${'`'}\\${`", "`$`", "`$${a}$`", "`}`", "`//`", "`/*`", "`${/* } */ a}`", "`${// }\n a}`", "a`${b}`" })
	void readsTemplates(String source) {
		assertThat(read("import 'before'\n" + source + "\nimport 'after'")).containsExactly("before", "after");
	}

	@Test
	void readsPastAHashbang() {
		assertThat(read("#!/usr/bin/env node '\nimport 'x'")).containsExactly("x");
		assertThat(read("\uFEFF#!/usr/bin/env node '\nimport 'x'")).containsExactly("x");
		assertThat(read("#!node")).isEmpty();
		assertThat(read("import 'x'\n#!node")).isEmpty();
	}

	@Test
	void takesAnHtmlCommentForNoComment() {
		assertThat(read("<!-- '\nimport 'x'")).isEmpty();
		assertThat(read("a <!--b; import 'x'")).containsExactly("x");
		assertThat(read("a\n--> b; import 'x'")).containsExactly("x");
	}

	@Test
	void readsScriptsThatAreNoModules() {
		assertThat(read("(function () { 'use strict'; require('x') })()")).isEmpty();
		assertThat(read("")).isEmpty();
		assertThat(read(" \n")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "'", "\"", "'\n'", "'\\", "'\\'", "`", "`${", "`${a", "`${a}", "`\\`", "/*", "/* *", "/",
			"/a", "/[/]", "/a\n/", "/\\", "/\\\n/", "(", "[", "{", "(]", "[}", "{)", ")", "]", "}", "([)]", "(()",
			"function", "function a", "function a()", "class", "class A", "class A extends B", "a ?", "a ? b",
			"a ? b )", "a =", "a.", "a +", "a =>", "if", "(;)", "[;]", "({ ; })", "(a : b)", "a {", "f(a {})", "@a",
			"\\a", "\\u{zz}", "export default", "export", "export a", "export = a", "for (a {", "\0", "#", "{{}",
			"class A { { } }", "({ { } })", "x = { a: 1; }", "break {" })
	void isUnsureOfAnInvalidScript(String source) {
		assertThat(read("import 'x'\n" + source)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "import", "import a", "import a from", "import from", "import from 'y' 'z'", "import {",
			"import { a", "import { a from 'y'", "import { a b } from 'y'", "import { a as } from 'y'",
			"import { , } from 'y'", "import {} 'y'", "import *", "import * from 'y'", "import * as from 'y'",
			"import a, from 'y'", "import a, b from 'y'", "import a * as b from 'y'", "import `y`", "import 1",
			"import a from y", "import 'y", "import 'y' with", "import 'y' with {", "import 'y' with { a }",
			"import 'y' with { a: 1 }", "import 'y' with { a: 'b' c: 'd' }", "import 'y' assert", "import 'y' as",
			"import 'y' import 'z'", "import 'y' / a", "import source a 'y'", "import source a b from 'y'",
			"import defer a from 'y'", "import {type a} from 'y'", "export *", "export * 'y'", "export * from",
			"export * as from 'y'", "export * as a 'y'", "export * a from 'y'", "export {", "export { a",
			"export { a } from", "export { a } from y", "export { a } 'y'", "a import 'y'", "a = import 'y'",
			"a export { b }", "a + export * from 'y'", "return import 'y'", "\\u0069mport 'y' 'z'; import {" })
	void isUnsureOfAnInvalidDeclaration(String source) {
		assertThat(read("import 'x'\n" + source)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "(", "[", "`${", "`", "/", "'", "\"", "'\\", "import ", "import{", "import'x'",
			"export ", "export*from", "a?", "a:", "function ", "function(){", "class ", "class{", "class extends ",
			"=>{", "=>", "${", "}", "/*", "//", "/[", "\\u{", "\\", "async ", "#", "?.", "...", "++", "a", "1", ".",
			"1.", "\n", "\r\n", "for(", "return\n", "case ", "import(", "import.", "import a from ", "import'x'with{",
			"<!--", "x={", "({a:", "/**/", "/", "if(a)", "/a/", "\uFEFF", "\ud83d" })
	void staysLinearAndFlatOnRepetition(String piece) {
		String text = piece.repeat(LONG / piece.length());
		assertThat(read(text)).isEmpty();
		assertThat(read("import 'x'\n" + text)).isIn(List.of("x"), List.of());
	}

	@ParameterizedTest
	@CsvSource(delimiterString = "|", quoteCharacter = '~', textBlock = """
			{                  | }
			x = (              | )
			x = [              | ]
			x = `${            | }`
			x = a ?            | : b
			x = { a:           | }
			x = { a() { return | } }
			x = () => {        | }
			x = function () {  | }
			x = class { a = [  | ] }
			x = class extends  | {}
			if (a) {           | }
			function a() {     | }
			class A { a() {    | } }
			""")
	void readsPastAnyDepth(String begin, String end) {
		int depth = LONG / 20;
		String nested = (begin + " ").repeat(depth) + "/'/" + (" " + end).repeat(depth);
		assertThat(read("import 'x'\n" + nested + "\nimport 'y'")).containsExactly("x", "y");
	}

	@Test
	void readsLongTextsToTheirEnd() {
		String comments = "/* import 'no' */\n// import 'no'\n".repeat(LONG / 40);
		String strings = "a('import', `${'b'}`, /'/, {});\n".repeat(LONG / 40);
		String imports = "import { a as b } from '\\u{2e}/x.js'\n".repeat(LONG / 40);
		assertThat(read(comments + strings + imports + "import '" + "y".repeat(LONG) + "'")).hasSize(2)
			.startsWith("./x.js");
	}

	private static List<String> read(String source) {
		return ModuleImports.read(source);
	}

}
