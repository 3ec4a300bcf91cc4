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

package dev.preloadhints.header;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Our values of a response header, beside those that the application put there, which
 * stay as they are.
 */
final class ResponseField {

	private final String name;

	private List<String> ours = List.of();

	ResponseField(String name) {
		this.name = name;
	}

	/** The values that are not ours. */
	List<String> others(HttpServletResponse response) {
		if (!response.containsHeader(this.name)) {
			return List.of();
		}
		Collection<String> all = response.getHeaders(this.name);
		if (all.size() == this.ours.size() && all.containsAll(this.ours)) {
			return List.of();
		}
		List<String> others = new ArrayList<>(all);
		for (String value : this.ours) {
			others.remove(value);
		}
		// Left behind where a container cannot take a header back; nobody's value.
		others.removeIf(String::isEmpty);
		return others;
	}

	/** To be used after {@link #replace} only. */
	void add(HttpServletResponse response, String value) {
		response.addHeader(this.name, value);
		List<String> more = new ArrayList<>(this.ours);
		more.add(value);
		this.ours = more;
	}

	/**
	 * Replace our values.
	 * @param others the values that are not ours
	 */
	void replace(HttpServletResponse response, List<String> others, String value) {
		if (others.isEmpty()) {
			response.setHeader(this.name, value);
		}
		else {
			set(response, others);
			response.addHeader(this.name, value);
		}
		this.ours = List.of(value);
	}

	void clear(HttpServletResponse response) {
		if (this.ours.isEmpty()) {
			return;
		}
		List<String> others = others(response);
		if (!others.isEmpty()) {
			set(response, others);
		}
		else {
			response.setHeader(this.name, null);
			if (response.containsHeader(this.name)) {
				// Tomcat 10.1 ignores null; an empty list is well-formed and says
				// nothing.
				response.setHeader(this.name, "");
			}
		}
		this.ours = List.of();
	}

	private void set(HttpServletResponse response, List<String> values) {
		response.setHeader(this.name, values.get(0));
		for (String value : values.subList(1, values.size())) {
			response.addHeader(this.name, value);
		}
	}

}
