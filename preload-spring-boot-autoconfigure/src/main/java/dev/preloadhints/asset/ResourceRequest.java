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

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.ResourceUrlProviderExposingInterceptor;
import org.springframework.web.util.UrlPathHelper;

/**
 * A request for a static resource that nobody made: transformers want one, to tell where
 * the resource is and to find Spring's knowledge of the others. Has no headers, no
 * parameters and no user.
 */
final class ResourceRequest implements InvocationHandler {

	private final String contextPath;

	private final String servletPath;

	private final String path;

	private final Map<String, Object> attributes = new HashMap<>();

	private ResourceRequest(String contextPath, String servletPath, String path, ResourceUrlProvider resourceUrls) {
		this.contextPath = contextPath;
		this.servletPath = servletPath;
		this.path = path;
		this.attributes.put(ResourceUrlProviderExposingInterceptor.RESOURCE_URL_PROVIDER_ATTR, resourceUrls);
		this.attributes.put(UrlPathHelper.PATH_ATTRIBUTE, path);
	}

	/**
	 * A request.
	 * @param contextPath context path of the application
	 * @param servletPath prefix of Spring MVC's servlet, empty for most applications
	 * @param path path by which Spring MVC's handlers know the resource
	 * @param resourceUrls what Spring knows of the others
	 */
	static HttpServletRequest get(String contextPath, String servletPath, String path,
			ResourceUrlProvider resourceUrls) {
		return (HttpServletRequest) Proxy.newProxyInstance(ResourceRequest.class.getClassLoader(),
				new Class<?>[] { HttpServletRequest.class },
				new ResourceRequest(contextPath, servletPath, path, resourceUrls));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
		String name = (arguments != null && arguments.length > 0) ? String.valueOf(arguments[0]) : "";
		return switch (method.getName()) {
			case "getMethod" -> "GET";
			case "getContextPath" -> this.contextPath;
			case "getRequestURI" -> this.contextPath + this.servletPath + this.path;
			case "getServletPath" -> this.servletPath.isEmpty() ? this.path : this.servletPath;
			case "getPathInfo" -> this.servletPath.isEmpty() ? null : this.path;
			case "getAttribute" -> this.attributes.get(name);
			case "setAttribute" -> (arguments != null) ? this.attributes.put(name, arguments[1]) : null;
			case "removeAttribute" -> this.attributes.remove(name);
			case "getAttributeNames" -> Collections.enumeration(this.attributes.keySet());
			case "equals" -> arguments != null && proxy == arguments[0];
			case "hashCode" -> System.identityHashCode(proxy);
			case "toString" -> "GET " + this.contextPath + this.servletPath + this.path;
			default -> nothing(method.getReturnType());
		};
	}

	/** What a method returns that has nothing to say. */
	static @Nullable Object nothing(Class<?> type) {
		if (type == boolean.class) {
			return false;
		}
		if (type == int.class) {
			return -1;
		}
		if (type == long.class) {
			return -1L;
		}
		if (type == Enumeration.class) {
			return Collections.emptyEnumeration();
		}
		return (type == Map.class) ? Map.of() : null;
	}

}
