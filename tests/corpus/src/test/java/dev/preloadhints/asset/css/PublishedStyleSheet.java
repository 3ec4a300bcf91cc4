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

package dev.preloadhints.asset.css;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A style sheet of a package, as it is published.
 *
 * @param path package, version and path within it
 * @param text its text
 */
record PublishedStyleSheet(String path, String text) {

	private static final String WEBJARS = "META-INF/resources/webjars/";

	/** Larger ones hold more of the same, and take a while. */
	private static final int MAX_LENGTH = 300_000;

	/**
	 * All style sheets of the WebJars on the class path that are not minified.
	 */
	static List<PublishedStyleSheet> all() throws IOException {
		List<PublishedStyleSheet> sheets = new ArrayList<>();
		for (Resource resource : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:" + WEBJARS + "**/*.css")) {
			String url = resource.getURL().toString();
			String path = url.substring(url.indexOf(WEBJARS) + WEBJARS.length());
			if (!path.contains(".min") && !path.startsWith("picocss__pico/2.1.1/css/pico.")
					&& resource.contentLength() <= MAX_LENGTH) {
				sheets.add(new PublishedStyleSheet(path, resource.getContentAsString(StandardCharsets.UTF_8)));
			}
		}
		sheets.sort(Comparator.comparing(PublishedStyleSheet::path));
		return sheets;
	}

	/**
	 * The text of one style sheet.
	 * @param path path within the WebJars, or the name of a file beside this class
	 */
	static String text(String path) throws IOException {
		String location = path.contains("/") ? WEBJARS + path : "dev/preloadhints/asset/css/" + path;
		return new ClassPathResource(location).getContentAsString(StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return this.path;
	}

}
