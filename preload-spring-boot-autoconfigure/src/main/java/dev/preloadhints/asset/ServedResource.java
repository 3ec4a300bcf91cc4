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
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterInputStream;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;

/**
 * What a resource handler serves under a path.
 *
 * @param asset what is known of it without reading it
 * @param resource the file or the entry of an archive
 * @param resolvers the resolvers that found it
 * @param transformers what the handler does to its content
 * @param boundedWait waits for the file or the archive
 */
record ServedResource(Asset asset, Resource resource, ResourceResolverChain resolvers,
		List<ResourceTransformer> transformers, BoundedWait boundedWait) {

	/** To compress more is not worth it. */
	private static final long MAX_COMPRESSED = 4 * 1024 * 1024;

	/** Whether the resource may change while the application runs. */
	boolean isFile() {
		return this.resource.isFile();
	}

	/** What tells one version of the resource from another. */
	Version version() throws IOException {
		return this.boundedWait.get(String.valueOf(this.resource),
				() -> new Version(this.resource.lastModified(), this.asset.size()));
	}

	/**
	 * About how many bytes a server sends of it that compresses what it serves. Reads it.
	 */
	long compressedSize() {
		if (this.asset.size() > MAX_COMPRESSED) {
			return this.asset.size();
		}
		try (InputStream in = new DeflaterInputStream(this.resource.getInputStream())) {
			return in.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			// It is what it is without compression, then.
			return this.asset.size();
		}
	}

	/**
	 * The text that the handler serves: its transformers may write other URLs into it
	 * than there are in the file.
	 * @param request a request for the resource
	 * @param maxBytes size from which on it is not read
	 * @throws IOException if it is larger or cannot be read
	 */
	String text(HttpServletRequest request, int maxBytes) throws IOException {
		if (this.asset.size() > maxBytes) {
			throw new IOException("it is larger than " + maxBytes + " bytes");
		}
		return this.boundedWait.get(String.valueOf(this.resource), () -> read(request, maxBytes));
	}

	private String read(HttpServletRequest request, int maxBytes) throws IOException {
		Resource transformed = new Chain(this.resolvers, this.transformers).transform(request, this.resource);
		try (InputStream in = transformed.getInputStream()) {
			byte[] bytes = in.readNBytes(maxBytes + 1);
			if (bytes.length > maxBytes) {
				throw new IOException("it is larger than " + maxBytes + " bytes");
			}
			return new String(bytes, StandardCharsets.UTF_8);
		}
	}

	/**
	 * A version of a resource.
	 *
	 * @param lastModified in milliseconds since 1970
	 * @param size in bytes
	 */
	record Version(long lastModified, long size) {
	}

	/** Spring's own chain is not public. */
	private record Chain(ResourceResolverChain resolvers,
			List<ResourceTransformer> transformers) implements ResourceTransformerChain {

		@Override
		public ResourceResolverChain getResolverChain() {
			return this.resolvers;
		}

		@Override
		public Resource transform(HttpServletRequest request, Resource resource) throws IOException {
			if (this.transformers.isEmpty()) {
				return resource;
			}
			List<ResourceTransformer> others = this.transformers.subList(1, this.transformers.size());
			return this.transformers.get(0).transform(request, resource, new Chain(this.resolvers, others));
		}

	}

}
