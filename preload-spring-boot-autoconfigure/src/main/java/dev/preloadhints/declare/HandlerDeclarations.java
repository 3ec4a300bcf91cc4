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

package dev.preloadhints.declare;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

import dev.preloadhints.NoPreload;
import dev.preloadhints.PreloadLink;

/**
 * What the annotations of a handler say: {@link PreloadLink} and {@link NoPreload}, on
 * the method and on its controller.
 */
public final class HandlerDeclarations {

	private final boolean disabled;

	private final List<DeclaredLink> links;

	/** Whether the handler was seen to send Early Hints itself. */
	private volatile boolean sendsEarly;

	private HandlerDeclarations(boolean disabled, List<DeclaredLink> links) {
		this.disabled = disabled;
		this.links = links;
	}

	/** Whether the handler's pages are left without hints. */
	boolean disabled() {
		return this.disabled;
	}

	/** The links that are declared for the handler's pages. */
	List<DeclaredLink> links() {
		return this.links;
	}

	/**
	 * Whether the handler was seen to send Early Hints itself.
	 * @return {@code true} once it did, or tried to
	 */
	public boolean sendsEarly() {
		return this.sendsEarly;
	}

	/**
	 * Remember whether the handler sends Early Hints itself.
	 * @param sendsEarly what it did for the last request
	 */
	public void sendsEarly(boolean sendsEarly) {
		if (this.sendsEarly != sendsEarly) {
			this.sendsEarly = sendsEarly;
		}
	}

	/**
	 * What is said of a handler that is no method: nothing.
	 * @return no declarations
	 */
	public static HandlerDeclarations none() {
		return new HandlerDeclarations(false, List.of());
	}

	/**
	 * Read the annotations of a handler method.
	 * @throws IllegalArgumentException if one has a wrong value
	 */
	static HandlerDeclarations of(HandlerMethod handler) {
		Class<?> beanType = handler.getBeanType();
		Method method = handler.getMethod();
		List<DeclaredLink> links = new ArrayList<>();
		boolean disabled = false;
		for (AnnotatedElement element : List.of(beanType, method)) {
			disabled |= AnnotatedElementUtils.hasAnnotation(element, NoPreload.class);
			for (PreloadLink annotation : AnnotatedElementUtils.findMergedRepeatableAnnotations(element,
					PreloadLink.class)) {
				try {
					links.add(DeclaredLink.of(annotation));
				}
				catch (IllegalArgumentException ex) {
					throw new IllegalArgumentException(
							annotation + " on " + beanType.getName() + "#" + method.getName() + ": " + ex.getMessage(),
							ex);
				}
			}
		}
		return new HandlerDeclarations(disabled, List.copyOf(links));
	}

}
