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

package dev.preloadhints.tests.http;

import java.util.List;
import java.util.Optional;

/**
 * A final response, and the interim ones before it.
 *
 * @param status its status
 * @param version the version of HTTP: {@code HTTP/1.1} or {@code HTTP/2.0}
 * @param fields its header fields
 * @param content its content
 * @param interim the interim responses, in the order in which they came
 * @param repetitions how often the request had to be repeated, because the server had
 * given up the connection
 */
public record Answer(int status, String version, Fields fields, Content content, List<Interim> interim,
		int repetitions) {

	/**
	 * The same with other content.
	 * @param other the content, decoded
	 * @return the answer
	 */
	public Answer with(Content other) {
		return new Answer(this.status, this.version, this.fields, other, this.interim, this.repetitions);
	}

	/**
	 * The content as text.
	 * @return what it is as UTF-8
	 */
	public String body() {
		return this.content.text();
	}

	/**
	 * Look a header field up.
	 * @param name its name, in any case
	 * @return the values of all of its lines
	 */
	public List<String> headers(String name) {
		return this.fields.all(name);
	}

	/**
	 * Look a header field up.
	 * @param name its name, in any case
	 * @return the value of its first line, if there is one
	 */
	public Optional<String> header(String name) {
		return this.fields.first(name);
	}

	/**
	 * The links that the final response tells of.
	 * @return the links, one by one
	 */
	public List<String> links() {
		return this.fields.links();
	}

	/**
	 * The whole {@code Link} field of the final response.
	 * @return its lines, joined by commas; empty if there is none
	 */
	public String link() {
		return String.join(", ", headers("Link"));
	}

	/**
	 * The links that the only interim response tells of.
	 * @return the links, one by one; none if there is no such response
	 */
	public List<String> hints() {
		if (this.interim.size() > 1) {
			throw new AssertionError("More than one interim response: " + this.interim);
		}
		return this.interim.isEmpty() ? List.of() : this.interim.get(0).links();
	}

	/**
	 * Whether there were interim responses.
	 * @return whether there were any
	 */
	public boolean isHinted() {
		return !this.interim.isEmpty();
	}

}
