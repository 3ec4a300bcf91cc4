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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.util.StringUtils;
import org.springframework.web.context.support.ServletContextResource;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Tells resources that came with the application from those that somebody may have
 * written since, or that a resolver makes up. Where it cannot be told, a resource did not
 * come with the application.
 */
final class Provenance {

	/** Where archives have what they add to the files of a web application. */
	private static final String IN_ARCHIVES = "META-INF/resources/";

	private final Instant started;

	/**
	 * Create a provenance.
	 * @param started when the application started: what is written later did not come
	 * with it, wherever it is
	 */
	Provenance(Instant started) {
		this.started = started;
	}

	/**
	 * Whether a resource came with the application and its path says no more than which
	 * resource it is, so that both are the same for everyone.
	 * @param name the path within the handler's locations that it was found by
	 * @param resource the resource
	 * @param chain the resolvers that found it
	 * @param locations the handler's locations
	 */
	boolean isShipped(String name, Resource resource, ResourceResolverChain chain, List<Resource> locations)
			throws IOException {
		String url = url(resource);
		if (url == null || locations.stream().anyMatch((location) -> isOthers(location) && isBelow(url, location))) {
			return false;
		}
		for (Resource location : locations) {
			String file = isOthers(location) ? null : file(url, location);
			if (file != null) {
				return isNamed(name, file, chain, locations) && !isWritten(resource, file);
			}
		}
		return false;
	}

	/** Whether others may write there. */
	private static boolean isOthers(Resource location) {
		return !(location instanceof ClassPathResource || location instanceof ServletContextResource);
	}

	private static boolean isBelow(String url, Resource location) {
		String root = url(location);
		return root != null && url.startsWith(root);
	}

	/** The name of a resource in a location, or {@code null} if it is not there. */
	private static @Nullable String file(String url, Resource location) throws IOException {
		String root = url(location);
		String below = (root != null && url.startsWith(root)) ? url.substring(root.length()) : null;
		if (below == null && location instanceof ClassPathResource classPath) {
			below = after(url, "/" + classPath.getPath());
		}
		String archived = (below == null) ? after(url, "/" + IN_ARCHIVES) : below;
		if (archived == null) {
			return null;
		}
		String name = StringUtils.uriDecode(archived, StandardCharsets.UTF_8);
		return url.equals(url(location.createRelative(name))) ? name : null;
	}

	private static @Nullable String after(String url, String directory) {
		int start = url.lastIndexOf(directory);
		return (start >= 0) ? url.substring(start + directory.length()) : null;
	}

	private static @Nullable String url(Resource resource) {
		try {
			return resource.getURL().toString();
		}
		catch (IOException ex) {
			// It is made by a resolver, or not there.
			return null;
		}
	}

	/**
	 * Whether a path says no more than which resource it is. Resolvers of an
	 * application's own may find one resource under any path, such as the start page of a
	 * single-page application, so that there may be something of one user in the path.
	 */
	private static boolean isNamed(String path, String file, ResourceResolverChain chain, List<Resource> locations) {
		String[] names = file.split("/");
		Iterator<String> remaining = Arrays.asList(names).iterator();
		if (Arrays.stream(path.split("/")).allMatch((name) -> skipTo(name, remaining))) {
			return true;
		}
		for (int i = names.length - 1; i >= 0; i--) {
			String name = String.join("/", Arrays.asList(names).subList(i, names.length));
			if (path.equals(chain.resolveUrlPath(name, locations))) {
				return true;
			}
		}
		return false;
	}

	/** A WebJar's version may be missing in a path. */
	private static boolean skipTo(String name, Iterator<String> names) {
		while (names.hasNext()) {
			if (names.next().equals(name)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether the application, or somebody else, wrote a file since it started, or has it
	 * elsewhere or under another name.
	 */
	private boolean isWritten(Resource resource, String name) throws IOException {
		if (!resource.isFile()) {
			return false;
		}
		Path path = resource.getFile().toPath();
		Path root = path;
		for (int i = Path.of(name).getNameCount(); i > 0 && root != null; i--) {
			root = root.getParent();
		}
		return root == null || !path.toRealPath().toString().equals(root.toRealPath().resolve(name).toString())
				|| !changed(path).isBefore(this.started);
	}

	/** A copy may have the old time of what it is a copy of, but not the old status. */
	private static Instant changed(Path path) throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
		Instant modified = attributes.lastModifiedTime().toInstant();
		Instant changed;
		try {
			changed = ((FileTime) Files.getAttribute(path, "unix:ctime")).toInstant();
		}
		catch (UnsupportedOperationException | IllegalArgumentException ex) {
			changed = attributes.creationTime().toInstant();
		}
		return changed.isAfter(modified) ? changed : modified;
	}

}
