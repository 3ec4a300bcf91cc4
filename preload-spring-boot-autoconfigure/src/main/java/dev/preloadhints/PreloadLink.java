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

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.FetchPriority;
import dev.preloadhints.link.LinkRelation;

/**
 * Declares a link for the pages of a controller, or of one handler method: for resources
 * that the markup does not show. A wrong value stops the application at its start.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
@Repeatable(PreloadLink.Container.class)
public @interface PreloadLink {

	/**
	 * URL of the resource.
	 * @return a path within the application, such as {@code /fonts/text.woff2}, to which
	 * context path and content version are added, or a whole URL
	 */
	String href();

	/**
	 * Relation of the link.
	 * @return the relation
	 */
	LinkRelation rel() default LinkRelation.PRELOAD;

	/**
	 * What the resource is for.
	 * @return the destination; needed if {@link #rel()} is {@code preload}
	 */
	Destination as() default Destination.NONE;

	/**
	 * CORS settings of the request; a font is always requested in CORS mode.
	 * @return the state of the attribute
	 */
	CrossOrigin crossorigin() default CrossOrigin.NO_CORS;

	/**
	 * Fetch priority.
	 * @return the priority
	 */
	FetchPriority fetchpriority() default FetchPriority.AUTO;

	/**
	 * Media type of the resource, such as {@code font/woff2}.
	 * @return the type, or empty
	 */
	String type() default "";

	/**
	 * Media query under which the resource is needed.
	 * @return the query, or empty for always
	 */
	String media() default "";

	/**
	 * Several links of one element; the compiler writes it.
	 */
	@Documented
	@Retention(RetentionPolicy.RUNTIME)
	@Target({ ElementType.TYPE, ElementType.METHOD })
	@interface Container {

		/**
		 * The links.
		 * @return the annotations
		 */
		PreloadLink[] value();

	}

}
