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

package dev.preloadhints.integration.earlyhints;

import java.util.List;

/**
 * A client of a server that some other test started.
 */
public final class PlainClient implements AutoCloseable {

	private final EarlyHintsClient client;

	public PlainClient(int port) {
		this.client = EarlyHintsClient.http2(port);
	}

	/** Go to a page as a browser does. */
	public Visit navigate(String path) {
		EarlyHintsClient.Answer answer = EarlyHintsServer.navigate(this.client, path);
		return new Visit(answer.hints(), answer.links());
	}

	@Override
	public void close() {
		this.client.close();
	}

	/**
	 * What came of it.
	 *
	 * @param hints the links of the interim response, none if there was none
	 * @param links the links of the final response
	 */
	public record Visit(List<String> hints, List<String> links) {
	}

}
