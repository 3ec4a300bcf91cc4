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
import java.util.Comparator;
import java.util.List;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * A script of an npm package, as it is published. Not all of them are modules.
 *
 * @param path package, version and path within it
 * @param text without byte order mark, as browsers decode it
 */
record PublishedModule(String path, String text) {

	private static final String WEBJARS = "META-INF/resources/webjars/";

	/** Larger ones hold more of the same, and take a while. */
	private static final int MAX_LENGTH = 200_000;

	/**
	 * All scripts of the WebJars on the class path.
	 */
	static List<PublishedModule> all() throws IOException {
		ResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
		List<PublishedModule> modules = new ArrayList<>();
		for (String extension : List.of("js", "mjs")) {
			for (Resource resource : resolver.getResources("classpath*:" + WEBJARS + "**/*." + extension)) {
				String url = resource.getURL().toString();
				String text = resource.getContentAsString(StandardCharsets.UTF_8);
				if (text.length() <= MAX_LENGTH) {
					modules.add(new PublishedModule(url.substring(url.indexOf(WEBJARS) + WEBJARS.length()),
							text.startsWith("\uFEFF") ? text.substring(1) : text));
				}
			}
		}
		modules.sort(Comparator.comparing(PublishedModule::path));
		return modules;
	}

	@Override
	public String toString() {
		return this.path;
	}

}
