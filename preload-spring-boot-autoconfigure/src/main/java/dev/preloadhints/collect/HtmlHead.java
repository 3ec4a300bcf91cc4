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

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The head of a document as it is written. It ends with the first element that cannot be
 * in a head, or the first text, whether there are tags for head and body or not.
 */
public final class HtmlHead {

	private static final String COMMENT_BEGIN = "--";

	private static final String COMMENT_END = "-->";

	private static final String SCRIPT_END = "</script";

	/** In the attributes of a script, in lower case. */
	private static final Pattern IMPORT_MAP = Pattern.compile("\\stype\\s*=\\s*[\"']?\\s*importmap\\b");

	/** The elements of a head, and what ends that which is skipped of each. */
	private static final List<Map.Entry<String, String>> ELEMENTS = HtmlContext.ofHead()
		.stream()
		.map((name) -> Map.entry(name, HtmlContext.isOpaque(name) ? "</" + name : ""))
		.toList();

	/** Characters of the attributes of a script that are looked at. */
	private static final int MAX_ATTRIBUTES = 1000;

	private final StringBuilder attributes = new StringBuilder();

	private boolean importMap;

	private State state = State.BETWEEN;

	private final StringBuilder name = new StringBuilder();

	private char quote;

	/** What ends that which is skipped, nothing if it is the tag alone. */
	private String end = "";

	private int matched;

	/**
	 * Read on.
	 * @param c the next character
	 */
	public void read(char c) {
		switch (this.state) {
			case BETWEEN -> between(c);
			case TAG_OPEN -> tagOpen(c);
			case NAME -> name(c);
			case DECLARATION -> declaration(c);
			case TAG -> tag(c);
			case CONTENT -> content(c);
			case ENDED -> {
				// What comes is the body.
			}
		}
	}

	/**
	 * Whether the head has ended.
	 * @return whether what was read last is behind the head
	 */
	public boolean hasEnded() {
		return this.state == State.ENDED;
	}

	/**
	 * Take the import map, which nobody shows that a template has from a text.
	 * @return an element that maps, or {@code null} if none was written since
	 */
	public @Nullable HtmlElement takeImportMap() {
		boolean written = this.importMap;
		this.importMap = false;
		return written ? new ImportMap() : null;
	}

	private void between(char c) {
		if (c == '<') {
			this.state = State.TAG_OPEN;
			this.name.setLength(0);
			this.end = "";
		}
		else if (c > ' ' && c != '\ufeff') {
			this.state = State.ENDED;
		}
	}

	private void tagOpen(char c) {
		switch (c) {
			case '!' -> this.state = State.DECLARATION;
			case '?', '/' -> this.state = State.TAG;
			default -> name(c);
		}
	}

	private void name(char c) {
		if (c > ' ' && c != '/' && c != '>') {
			this.state = State.NAME;
			this.name.append(lower(c));
			return;
		}
		this.state = State.ENDED;
		// Without a string for each tag.
		for (int i = 0; i < ELEMENTS.size(); i++) {
			if (ELEMENTS.get(i).getKey().contentEquals(this.name)) {
				this.end = ELEMENTS.get(i).getValue();
				this.attributes.setLength(0);
				this.state = State.TAG;
				tag(c);
				return;
			}
		}
	}

	private static char lower(char c) {
		return (c >= 'A' && c <= 'Z') ? (char) (c + ('a' - 'A')) : c;
	}

	private void declaration(char c) {
		this.name.append(c);
		if (c == '>') {
			this.state = State.BETWEEN;
		}
		else if (this.name.length() == 2) {
			boolean comment = COMMENT_BEGIN.contentEquals(this.name);
			this.end = comment ? COMMENT_END : "";
			this.matched = 0;
			this.state = comment ? State.CONTENT : State.TAG;
		}
	}

	private void tag(char c) {
		if (this.end.equals(SCRIPT_END) && this.attributes.length() < MAX_ATTRIBUTES) {
			this.attributes.append(lower(c));
		}
		if (this.quote != 0) {
			this.quote = (c == this.quote) ? 0 : this.quote;
		}
		else if (c == '"' || c == '\'') {
			this.quote = c;
		}
		else if (c == '>') {
			this.matched = 0;
			this.importMap |= this.end.equals(SCRIPT_END) && this.attributes.indexOf("importmap") >= 0
					&& IMPORT_MAP.matcher(this.attributes).find();
			this.state = this.end.isEmpty() ? State.BETWEEN : State.CONTENT;
		}
	}

	private void content(char c) {
		if (Character.toLowerCase(c) == this.end.charAt(this.matched)) {
			this.matched++;
		}
		else if (c != '-' || this.matched != 2) {
			this.matched = (c == this.end.charAt(0)) ? 1 : 0;
		}
		if (this.matched == this.end.length()) {
			this.state = this.end.equals(COMMENT_END) ? State.BETWEEN : State.TAG;
			this.end = "";
		}
	}

	/** What the rules have to know of it. */
	private record ImportMap() implements HtmlElement {

		@Override
		public String name() {
			return "script";
		}

		@Override
		public @Nullable String attribute(String name) {
			return name.equals("type") ? "importmap" : null;
		}

		@Override
		public @Nullable String refinement(String name) {
			return null;
		}

		@Override
		public void forEachAncestor(Consumer<HtmlElement> visitor) {
			// It stands in the head.
		}

	}

	private enum State {

		BETWEEN, TAG_OPEN, NAME, DECLARATION, TAG, CONTENT, ENDED

	}

}
