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

package dev.preloadhints.asset;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What the texts of assets say, each read once for each of its versions. Reads files, so
 * no request asks it.
 *
 * @param <T> what is made of a text
 */
final class AssetContents<T> {

	/** What is larger is no style sheet or module that is worth a hint. */
	private static final int MAX_BYTES = 2 * 1024 * 1024;

	/** Bytes of texts; what is kept of them is much less. */
	private static final int MAX_WEIGHT = 32 * 1024 * 1024;

	private static final int ENTRY_WEIGHT = 1024;

	private final Cache<String, Content<T>> contents = Caffeine.newBuilder()
		.maximumWeight(MAX_WEIGHT)
		.weigher(
				(String path, Content<T> content) -> ENTRY_WEIGHT + (int) Math.min(MAX_BYTES, content.version().size()))
		.build();

	private final AssetCatalog assets;

	private final Reader<T> reader;

	private final Supplier<T> nothing;

	private final Consumer<Throwable> failures;

	/**
	 * Create contents.
	 * @param assets the assets
	 * @param reader makes something of a text
	 * @param nothing gives what is made of a text that cannot be read
	 * @param failures told why that was, once for each version
	 */
	AssetContents(AssetCatalog assets, Reader<T> reader, Supplier<T> nothing, Consumer<Throwable> failures) {
		this.assets = assets;
		this.reader = reader;
		this.nothing = nothing;
		this.failures = failures;
	}

	/**
	 * What the text of an asset says.
	 * @param path path within the application, percent-encoded, without a query
	 * @param resource what is served there
	 */
	T get(String path, ServedResource resource) {
		ServedResource.Version version = null;
		try {
			version = resource.version();
			Content<T> known = this.contents.getIfPresent(path);
			if (known != null && known.version().equals(version)) {
				return known.value();
			}
			T value = this.reader.read(this.assets.text(path, resource, MAX_BYTES));
			this.contents.put(path, new Content<>(version, value));
			return value;
		}
		catch (IOException | RuntimeException | LinkageError | StackOverflowError ex) {
			if (version != null) {
				this.contents.put(path, new Content<>(version, this.nothing.get()));
			}
			this.failures.accept(new IOException(path + " is not looked into: " + ex.getMessage(), ex));
			return this.nothing.get();
		}
	}

	/**
	 * Makes something of a text.
	 *
	 * @param <T> what it makes
	 */
	@FunctionalInterface
	interface Reader<T> {

		/**
		 * Read a text.
		 * @throws IOException if it is broken
		 */
		T read(String text) throws IOException;

	}

	private record Content<T>(ServedResource.Version version, T value) {
	}

}
