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
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

@Component("vite")
public class ViteManifest {

	private final Map<String, Object> chunks;

	public ViteManifest(@Value("classpath:static/.vite/manifest.json") Resource manifest) throws IOException {
		this.chunks = JsonParserFactory.getJsonParser().parseMap(manifest.getContentAsString(StandardCharsets.UTF_8));
	}

	/** The module of an entry point. */
	public String script(String entry) {
		return "/" + chunk(entry).get("file");
	}

	/** The style sheets of an entry point, then those of the chunks that it imports. */
	public Set<String> styles(String entry) {
		Set<String> styles = new LinkedHashSet<>();
		addStyles(entry, styles, new HashSet<>());
		return styles;
	}

	private void addStyles(String name, Set<String> styles, Set<String> seen) {
		if (seen.add(name)) {
			list(name, "css").forEach((file) -> styles.add("/" + file));
			list(name, "imports").forEach((imported) -> addStyles((String) imported, styles, seen));
		}
	}

	private List<?> list(String name, String key) {
		return (chunk(name).get(key) instanceof List<?> values) ? values : List.of();
	}

	private Map<?, ?> chunk(String name) {
		if (this.chunks.get(name) instanceof Map<?, ?> chunk) {
			return chunk;
		}
		throw new IllegalArgumentException("Vite's manifest has no '" + name + "'");
	}

}
