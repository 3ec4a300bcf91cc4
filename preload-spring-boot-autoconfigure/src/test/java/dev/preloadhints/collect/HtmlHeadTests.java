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

package dev.preloadhints.collect;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HtmlHead}: a bar stands where it is known that the head has ended.
 */
class HtmlHeadTests {

	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE html><html><head><title>x</title></head><body>|x",
			"<title>a <p> b</title><p>|x", "<link rel=stylesheet href=/a><link href='>'><h1 |class=x>",
			"\ufeff<?xml version=\"1.0\"?> <!-- <p> ---> <!doctype html \">\"> <DIV>|", "<meta charset=utf-8>\n t|ext",
			"<style>a > b { }</ style></style ><STYLE></Style><p>|", "<!----><!--x--><br/|>",
			"<script>if (a < b) '<p>'</script><script src='a>b'/></script>x|y", "<title>x</title></head></html>&|amp;",
			"<noscript><img></noscript><template><p>x</p></template><img |src=x>", "<base href=/ ><my-app>|", "< |b>" })
	void endsWithTheFirstElementOrTextThatCannotBeInIt(String marked) {
		String page = marked.replace("|", "");
		HtmlHead head = new HtmlHead();
		int read = 0;
		while (!head.hasEnded()) {
			head.read(page.charAt(read++));
		}
		assertThat(page.substring(0, read)).isEqualTo(marked.substring(0, marked.indexOf('|')));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "<script type=importmap>{}</script>", "<title>x</title><SCRIPT id=x Type = ' importmap'>" })
	void hasAnImportMap(String page) {
		HtmlHead head = new HtmlHead();
		page.chars().forEach((c) -> head.read((char) c));
		assertThat(head.takeImportMap()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<title><script type=importmap></title>", "<script type=importmaps>",
			"<link type=importmap>", "<!-- <script type=importmap> -->", "<script data-type=importmap>" })
	void hasNoImportMap(String page) {
		HtmlHead head = new HtmlHead();
		page.chars().forEach((c) -> head.read((char) c));
		assertThat(head.takeImportMap()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n", "<", "<!", "<!-- <p>x</p>", "<p", "<html><head><title>x<p>", "<link href='<p>",
			"<script>'</scrip' + 't>'<p></p>", "<template><p>x</p></template ", "</p>" })
	void hasNotEnded(String page) {
		HtmlHead head = new HtmlHead();
		page.chars().forEach((c) -> head.read((char) c));
		assertThat(head.hasEnded()).isFalse();
	}

}
