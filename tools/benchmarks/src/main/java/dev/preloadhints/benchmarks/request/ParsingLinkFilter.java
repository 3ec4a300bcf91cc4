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
package dev.preloadhints.benchmarks.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What a user would write without the starter: holds the response back, parses it and
 * adds its links. Does much less: no early hints, no budget, no encoding of URLs.
 */
public class ParsingLinkFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ContentCachingResponseWrapper wrapper = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, wrapper);
		String contentType = wrapper.getContentType();
		if (contentType != null && contentType.startsWith("text/html")) {
			wrapper.setHeader("Link", links(wrapper));
		}
		wrapper.copyBodyToResponse();
	}

	private static String links(ContentCachingResponseWrapper response) throws IOException {
		Document document = Jsoup.parse(new ByteArrayInputStream(response.getContentAsByteArray()),
				response.getCharacterEncoding(), "");
		StringBuilder links = new StringBuilder();
		for (Element link : document.select("link[rel=preload]")) {
			add(links, link.attr("href"),
					"preload; as=" + link.attr("as")
							+ (link.hasAttr("type") ? "; type=\"" + link.attr("type") + "\"" : "")
							+ (link.hasAttr("crossorigin") ? "; crossorigin" : ""));
		}
		for (Element styleSheet : document.select("link[rel=stylesheet]")) {
			add(links, styleSheet.attr("href"), "preload; as=style");
		}
		for (Element script : document.select("script[src]")) {
			add(links, script.attr("src"),
					script.attr("type").equals("module") ? "modulepreload" : "preload; as=script");
		}
		for (Element image : document.select("img[fetchpriority=high]")) {
			add(links, image.attr("src"), "preload; as=image; fetchpriority=high");
		}
		return links.toString();
	}

	private static void add(StringBuilder links, String target, String relation) {
		links.append(links.isEmpty() ? "" : ", ").append('<').append(target).append(">; rel=").append(relation);
	}

}
