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

package dev.preloadhints.web;

import java.util.function.Consumer;

import dev.preloadhints.PreloadLinks;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.LinkRelation;

/**
 * Links of a request that is for no page, or of an application without hints.
 */
final class InertPreloadLinks implements PreloadLinks {

	@Override
	public PreloadLinks preload(String href, Destination destination) {
		return this;
	}

	@Override
	public PreloadLinks modulePreload(String href) {
		return this;
	}

	@Override
	public PreloadLinks preconnect(String origin) {
		return this;
	}

	@Override
	public PreloadLinks add(LinkRelation relation, String href, Consumer<LinkBuilder> attributes) {
		return this;
	}

	@Override
	public boolean sendEarly() {
		return false;
	}

}
