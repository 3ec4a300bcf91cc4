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

package dev.preloadhints;

import java.util.function.Consumer;

import dev.preloadhints.link.Destination;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.LinkRelation;

/**
 * Argument of a controller's method that adds links to the page while the request runs.
 * If the request is not for a page but for a fragment, for instance, nothing happens.
 * <p>
 * A path within the application, such as {@code /fonts/text.woff2}, gets context path and
 * content version. Any other URL is taken as it is. A URL that cannot be hinted is left
 * out, with its reason.
 * <p>
 * Any thread may use it until the handler's view is rendered, or the handler failed or
 * timed out. After that, nothing happens.
 */
public interface PreloadLinks {

	/**
	 * Have a resource fetched.
	 * @param href URL of the resource
	 * @param destination what it is for
	 * @return these links
	 */
	PreloadLinks preload(String href, Destination destination);

	/**
	 * Have a JavaScript module fetched.
	 * @param href URL of the module
	 * @return these links
	 */
	PreloadLinks modulePreload(String href);

	/**
	 * Have a connection opened.
	 * @param origin the origin, such as {@code https://cdn.example.com}
	 * @return these links
	 */
	PreloadLinks preconnect(String origin);

	/**
	 * Add a link with any attributes.
	 * @param relation the relation
	 * @param href URL of the resource
	 * @param attributes sets the attributes, among them the destination if the relation
	 * is {@code preload}; if it throws, the link is left out
	 * @return these links
	 */
	PreloadLinks add(LinkRelation relation, String href, Consumer<LinkBuilder> attributes);

	/**
	 * Send the {@code 103 Early Hints} now, with what was added, declared and learned.
	 * This is for a handler that knows better than what was learned, as soon as it knows.
	 * After its first call, nothing is sent ahead of this handler any more, because
	 * browsers act on the first {@code 103} alone.
	 * @return whether it was sent now; {@code false} if one was sent before, or if the
	 * request, the protocol or the container does not allow it
	 */
	boolean sendEarly();

}
