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

package dev.preloadhints.request;

import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Whether somebody is between the browser and this server (an intermediary, RFC 9110,
 * section 3.7), as far as a request tells: some cut a page that follows a {@code 103}.
 */
public final class Intermediary {

	/** What proxies and content delivery networks add, and no browser does. */
	private static final Set<String> FIELDS = Set.of("akamai-origin-hop", "cdn-loop", "fastly-client-ip", "fastly-ff",
			"fly-client-ip", "forwarded", "forwarded-for", "front-end-https", "incap-client-ip", "proxy-client-ip",
			"true-client-ip", "via", "wl-proxy-client-ip", "x-amz-cf-id", "x-amzn-trace-id", "x-arr-log-id",
			"x-arr-ssl", "x-client-ip", "x-cloud-trace-context", "x-cluster-client-ip", "x-forwarded",
			"x-original-forwarded-for", "x-original-host", "x-original-url", "x-proxyuser-ip", "x-real-ip",
			"x-request-id", "x-request-start", "x-scheme", "x-url-scheme", "x-varnish");

	private static final String[] FIELD_PREFIXES = { "x-forwarded-", "x-envoy-", "cf-", "x-azure-", "x-appengine-" };

	/**
	 * Tomcat's {@code RemoteIpValve} takes fields away before anybody sees them, but
	 * notes that the request came from an address that is set to be a proxy's.
	 */
	private static final String FORWARDED_ATTRIBUTE = "org.apache.tomcat.request.forwarded";

	private Intermediary() {
	}

	/**
	 * Whether somebody is between browser and container, as far as that can be told.
	 * @param request the request
	 * @return whether anything says so
	 */
	public static boolean isPresent(HttpServletRequest request) {
		// Wrappers such as Spring's ForwardedHeaderFilter hide these fields.
		HttpServletRequest own = unwrap(request);
		return isCleartextHttp2(own) || Boolean.TRUE.equals(own.getAttribute(FORWARDED_ATTRIBUTE)) || hasField(own);
	}

	/**
	 * No browser speaks it. The connection itself is asked: a request is secure as soon
	 * as a proxy that is believed says so.
	 */
	private static boolean isCleartextHttp2(HttpServletRequest request) {
		return !request.getProtocol().startsWith("HTTP/1") && !request.getServletConnection().isSecure();
	}

	private static boolean hasField(HttpServletRequest request) {
		Enumeration<String> names = request.getHeaderNames();
		while (names.hasMoreElements()) {
			String name = names.nextElement().toLowerCase(Locale.ROOT);
			if (FIELDS.contains(name) || hasPrefix(name)) {
				return true;
			}
		}
		return false;
	}

	/** Asked for each field of each navigation, so without a stream. */
	private static boolean hasPrefix(String name) {
		for (String prefix : FIELD_PREFIXES) {
			if (name.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

	private static HttpServletRequest unwrap(HttpServletRequest request) {
		HttpServletRequest unwrapped = request;
		while (unwrapped instanceof ServletRequestWrapper wrapper) {
			ServletRequest wrapped = wrapper.getRequest();
			if (!(wrapped instanceof HttpServletRequest http)) {
				break;
			}
			unwrapped = http;
		}
		return unwrapped;
	}

}
