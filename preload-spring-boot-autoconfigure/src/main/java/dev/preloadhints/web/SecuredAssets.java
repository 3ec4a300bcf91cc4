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

import java.lang.reflect.Method;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.function.SingletonSupplier;

import dev.preloadhints.AssetAccess;

/**
 * Asks Spring Security who may have a resource. By the names of its classes, as an
 * application may have another version of it, or none.
 */
public final class SecuredAssets implements AssetAccess {

	/** What knows it. */
	public static final String EVALUATOR = "org.springframework.security.web.access.WebInvocationPrivilegeEvaluator";

	private static final String AUTHENTICATION = "org.springframework.security.core.Authentication";

	private static final String HOLDER = "org.springframework.security.core.context.SecurityContextHolder";

	private final Supplier<@Nullable Object> evaluator;

	private final String contextPath;

	private final Method isAllowed;

	private final Method getContext;

	private final Method getAuthentication;

	/**
	 * Create an access.
	 * @param evaluator gives Spring Security's evaluator, if there is one; asked with the
	 * first resource
	 * @param contextPath context path of the application
	 * @param classLoader has the classes of Spring Security
	 */
	public SecuredAssets(Supplier<@Nullable Object> evaluator, String contextPath, @Nullable ClassLoader classLoader) {
		this.evaluator = SingletonSupplier.ofNullable(evaluator);
		this.contextPath = contextPath;
		Class<?> authentication = ClassUtils.resolveClassName(AUTHENTICATION, classLoader);
		this.isAllowed = ClassUtils.getMethod(ClassUtils.resolveClassName(EVALUATOR, classLoader), "isAllowed",
				String.class, String.class, String.class, authentication);
		this.getContext = ClassUtils.getMethod(ClassUtils.resolveClassName(HOLDER, classLoader), "getContext");
		this.getAuthentication = ClassUtils.getMethod(this.getContext.getReturnType(), "getAuthentication");
	}

	@Override
	public boolean isForEveryone(String path) {
		return isAllowed(path, null);
	}

	@Override
	public boolean isForVisitor(String path) {
		Object context = ReflectionUtils.invokeMethod(this.getContext, null);
		return isAllowed(path, ReflectionUtils.invokeMethod(this.getAuthentication, context));
	}

	private boolean isAllowed(String path, @Nullable Object authentication) {
		Object known = this.evaluator.get();
		if (known == null) {
			return true;
		}
		try {
			return Boolean.TRUE.equals(
					ReflectionUtils.invokeMethod(this.isAllowed, known, this.contextPath, path, "GET", authentication));
		}
		catch (RuntimeException ex) {
			// A rule that wants to know more than there is refuses.
			return false;
		}
	}

}
