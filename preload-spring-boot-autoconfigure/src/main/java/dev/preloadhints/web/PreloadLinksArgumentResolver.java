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

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import dev.preloadhints.PreloadLinks;
import dev.preloadhints.asset.AssetUrls;
import dev.preloadhints.earlyhints.EarlyHints;

/**
 * Gives a controller's method its {@link PreloadLinks}.
 */
public final class PreloadLinksArgumentResolver implements HandlerMethodArgumentResolver {

	private final Supplier<AssetUrls> assetUrls;

	private final Supplier<@Nullable EarlyHints> earlyHints;

	/**
	 * Create a resolver. It asks for what it needs with the first page.
	 * @param assetUrls the URLs of the application's resources
	 * @param earlyHints the Early Hints that a controller can send, if there are any
	 */
	public PreloadLinksArgumentResolver(Supplier<AssetUrls> assetUrls, Supplier<@Nullable EarlyHints> earlyHints) {
		this.assetUrls = assetUrls;
		this.earlyHints = earlyHints;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == PreloadLinks.class;
	}

	@Override
	public PreloadLinks resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest webRequest, @Nullable WebDataBinderFactory binderFactory) {
		HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
		HttpServletResponse response = webRequest.getNativeResponse(HttpServletResponse.class);
		Assert.state(request != null && response != null, "No servlet request and response");
		PageExchange page = PageExchange.of(request);
		return (page != null) ? new RequestPreloadLinks(page, page.lease().part(request, response),
				this.assetUrls.get(), this.earlyHints.get()) : new InertPreloadLinks();
	}

}
