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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.AssetAccess;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;
import dev.preloadhints.link.Url;

/**
 * One walk from the assets of a page to what they refer to. Looks for each asset once,
 * and remembers for how long it holds what was found.
 */
final class AssetWalk {

	private final Map<String, @Nullable ServedResource> found = new HashMap<>();

	/** Stands for a context path that is not known. */
	private static final String ELSEWHERE = "/_";

	private final AssetCatalog assets;

	private final AssetAccess access;

	private final boolean elsewhere;

	private final List<String> restricted = new ArrayList<>();

	private final BiConsumer<String, String> missing;

	private final Consumer<Throwable> failures;

	private final Omissions leftOut = new Omissions();

	private boolean changeable;

	private boolean incomplete;

	/**
	 * Begin a walk.
	 * @param assets the assets
	 * @param access tells who may have them
	 * @param elsewhere whether the application is asked for under another context path
	 * than its own, so that nobody knows what an absolute path in a file means
	 * @param missing told of a path where nothing is, and of what refers to it
	 * @param failures told why an asset could not be found, which is passed over then
	 */
	AssetWalk(AssetCatalog assets, AssetAccess access, boolean elsewhere, BiConsumer<String, String> missing,
			Consumer<Throwable> failures) {
		this.assets = assets;
		this.access = access;
		this.elsewhere = elsewhere;
		this.missing = missing;
		this.failures = failures;
	}

	/**
	 * Follow a reference.
	 * @param url the URL as it is written
	 * @param from the asset that it is written in
	 * @return what it refers to, or {@code null} if that is no asset of the application
	 */
	@Nullable AssetReference follow(String url, AssetReference from) {
		AssetReference reference = resolve(url, from);
		if (reference == null) {
			return null;
		}
		if (resource(reference) == null) {
			this.missing.accept(reference.path(), from.path());
			return null;
		}
		ServedResource source = resource(from);
		if (source != null && source.asset().shipped()) {
			this.assets.named(reference.target());
		}
		return reference;
	}

	/**
	 * What a reference refers to, whether it is there or not.
	 * @param url the URL as it is written
	 * @param from the asset that it is written in
	 * @return what it refers to, or {@code null} if that is nothing of the application
	 */
	@Nullable AssetReference resolve(String url, AssetReference from) {
		Url written = Url.parse(url);
		if (written == null || (this.elsewhere && !written.isPathRelative())) {
			return null;
		}
		return from.resolve(written, this.elsewhere ? ELSEWHERE : this.assets.contextPath());
	}

	/** Do not follow a reference, as there are too many. */
	void leaveOut(String url, AssetReference from, OmissionReason reason) {
		AssetReference reference = resolve(url, from);
		if (reference != null) {
			leaveOut(reference, reason);
		}
	}

	/** Leave out what is referred to, as there is too much. */
	void leaveOut(AssetReference reference, OmissionReason reason) {
		this.leftOut.add(reference.target(), reason);
	}

	/** What was left out, by its target within the application. */
	Omissions leftOut() {
		return this.leftOut;
	}

	/**
	 * What is served.
	 * @return {@code null} if that is nothing
	 */
	@Nullable ServedResource resource(AssetReference reference) {
		ServedResource resource = this.found.get(reference.path());
		if (resource == null && !this.found.containsKey(reference.path())) {
			resource = look(reference.path());
			this.found.put(reference.path(), resource);
			this.incomplete |= resource == null;
			this.changeable |= resource != null && resource.isFile();
		}
		return resource;
	}

	private @Nullable ServedResource look(String path) {
		try {
			ServedResource resource = this.assets.look(path);
			if (resource != null && !this.access.isForEveryone(path)) {
				this.restricted.add(path);
			}
			return resource;
		}
		catch (IOException | RuntimeException | LinkageError | StackOverflowError ex) {
			this.failures.accept(ex);
			return null;
		}
	}

	/** Paths of those that are not for everyone. */
	List<String> restricted() {
		return List.copyOf(this.restricted);
	}

	/** Whether something that was looked for is not there, or not yet. */
	boolean isIncomplete() {
		return this.incomplete;
	}

	/** Whether something that was found may change while the application runs. */
	boolean isChangeable() {
		return this.changeable;
	}

}
