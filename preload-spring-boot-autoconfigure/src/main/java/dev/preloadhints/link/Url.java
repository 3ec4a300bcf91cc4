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

package dev.preloadhints.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A URL as a browser reads it from an attribute and as it then stands in the request: the
 * <a href="https://url.spec.whatwg.org/#concept-basic-url-parser">URL standard's</a>
 * cleaning and percent-encoding, kept as a URI reference (RFC 3986, section 4.1) that is
 * as relative as it was. Immutable. Never has a fragment.
 */
public final class Url {

	/** Host and port, without user information. */
	private static final Pattern AUTHORITY = Pattern.compile("([a-z0-9._-]+|\\[[0-9a-f:.]+])(?::([0-9]{0,5}))?");

	private final @Nullable String scheme;

	private final @Nullable String authority;

	private final String path;

	private final @Nullable String query;

	private Url(@Nullable String scheme, @Nullable String authority, String path, @Nullable String query) {
		this.scheme = scheme;
		this.authority = authority;
		this.path = path;
		this.query = query;
	}

	/**
	 * Read a URL.
	 * @param text the attribute's value, with character references replaced
	 * @return the URL, or {@code null} if it is malformed: an HTTP URL without a host, or
	 * with user information, or with a host or port that is not plain ASCII
	 */
	public static @Nullable Url parse(String text) {
		String rest = clean(text);
		String scheme = null;
		int colon = schemeEnd(rest);
		if (colon > 0) {
			scheme = rest.substring(0, colon).toLowerCase(Locale.ROOT);
			rest = rest.substring(colon + 1);
			if (!scheme.equals("http") && !scheme.equals("https")) {
				return new Url(scheme, null, "", null);
			}
		}
		int question = rest.indexOf('?');
		String query = (question < 0) ? null : PercentEncoding.QUERY.encode(rest.substring(question + 1));
		String path = ((question < 0) ? rest : rest.substring(0, question)).replace('\\', '/');
		String authority = null;
		if (path.startsWith("//")) {
			int slash = path.indexOf('/', 2);
			authority = authority(path.substring(2, (slash < 0) ? path.length() : slash), scheme);
			if (authority == null) {
				return null;
			}
			path = (slash < 0) ? "/" : path.substring(slash);
		}
		else if (scheme != null) {
			return null;
		}
		return new Url(scheme, authority, removeDotSegments(PercentEncoding.PATH.encode(path)), query);
	}

	/**
	 * Resolve a URL against this one as its base (RFC 3986, section 5.2.2). The base may
	 * be relative itself, and so is the result then.
	 * @param reference the URL to resolve
	 * @return the URL that is meant
	 */
	public Url resolve(Url reference) {
		if (reference.scheme != null) {
			return reference;
		}
		if (reference.authority != null) {
			return new Url(this.scheme, reference.authority, reference.path, reference.query);
		}
		if (reference.path.isEmpty()) {
			return new Url(this.scheme, this.authority, this.path,
					(reference.query != null) ? reference.query : this.query);
		}
		String resolved = reference.path.startsWith("/") ? reference.path
				: this.path.substring(0, this.path.lastIndexOf('/') + 1) + reference.path;
		return new Url(this.scheme, this.authority, removeDotSegments(resolved), reference.query);
	}

	/**
	 * Whether there is nothing to request.
	 * @return {@code true} if the URL is empty, or was a fragment alone
	 */
	public boolean isEmpty() {
		return this.scheme == null && this.authority == null && this.path.isEmpty() && this.query == null;
	}

	/**
	 * Whether the URL is, or will be resolved to, one that HTTP can request.
	 * @return {@code false} for {@code data:}, {@code blob:} and other schemes
	 */
	public boolean isHttp() {
		return this.scheme == null || this.authority != null;
	}

	/**
	 * Whether the URL names its host, and may thus be of another origin.
	 * @return {@code true} for {@code https://host/…} and {@code //host/…}
	 */
	public boolean hasAuthority() {
		return this.authority != null;
	}

	/**
	 * Whether the path depends on the path of the page.
	 * @return {@code true} for {@code x.css} and {@code ../x.css}
	 */
	public boolean isPathRelative() {
		return this.authority == null && !this.path.startsWith("/");
	}

	/**
	 * The path.
	 * @return percent-encoded, without query
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Scheme, host and port.
	 * @return for instance {@code https://cdn.example.com} or {@code //cdn.example.com},
	 * empty where the URL names none
	 */
	public String origin() {
		return ((this.scheme != null) ? this.scheme + ":" : "")
				+ ((this.authority != null) ? "//" + this.authority : "");
	}

	/**
	 * Whether the path has a parameter of that name, as a container writes a session id.
	 * @param name the parameter's name, in any case
	 * @return {@code true} for {@code /x.css;jsessionid=1} and {@code jsessionid},
	 * percent-encoded or not
	 */
	public boolean hasPathParameter(String name) {
		String decoded = PercentEncoding.decode(this.path);
		int semicolon = decoded.indexOf(';');
		while (semicolon >= 0) {
			int start = semicolon + 1;
			if (decoded.regionMatches(true, start, name, 0, name.length())
					&& decoded.startsWith("=", start + name.length())) {
				return true;
			}
			semicolon = decoded.indexOf(';', start);
		}
		return false;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Url url && toString().equals(url.toString());
	}

	@Override
	public int hashCode() {
		return toString().hashCode();
	}

	/**
	 * The URL as it stands in a header.
	 */
	@Override
	public String toString() {
		// A path that begins with an empty segment would read as a host.
		String start = (this.authority == null && this.path.startsWith("//")) ? "/." : origin();
		if (this.query == null && start.isEmpty()) {
			return this.path;
		}
		return start + this.path + ((this.query != null) ? "?" + this.query : "");
	}

	private static String clean(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && text.charAt(start) <= ' ') {
			start++;
		}
		while (end > start && text.charAt(end - 1) <= ' ') {
			end--;
		}
		StringBuilder cleaned = null;
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (c == '#') {
				end = i;
			}
			else if (c == '\t' || c == '\n' || c == '\r') {
				cleaned = (cleaned != null) ? cleaned : new StringBuilder(end - start).append(text, start, i);
			}
			else if (cleaned != null) {
				cleaned.append(c);
			}
		}
		return (cleaned != null) ? cleaned.toString() : text.substring(start, end);
	}

	private static int schemeEnd(String url) {
		for (int i = 0; i < url.length(); i++) {
			char c = url.charAt(i);
			boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
			if (c == ':') {
				return i;
			}
			if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
				return -1;
			}
		}
		return -1;
	}

	private static @Nullable String authority(String text, @Nullable String scheme) {
		Matcher authority = AUTHORITY.matcher(text.toLowerCase(Locale.ROOT));
		if (!authority.matches()) {
			return null;
		}
		String host = authority.group(1);
		String digits = authority.group(2);
		if (digits == null || digits.isEmpty()) {
			return host;
		}
		int port = Integer.parseInt(digits);
		int defaultPort = "https".equals(scheme) ? 443 : "http".equals(scheme) ? 80 : -1;
		return (port > 65535) ? null : (port == defaultPort) ? host : host + ":" + port;
	}

	/**
	 * RFC 3986, section 5.2.4, which here leaves the {@code ..} in front of a relative
	 * path alone.
	 */
	private static String removeDotSegments(String path) {
		if (!path.contains("/.") && !path.startsWith(".")) {
			return path;
		}
		boolean absolute = path.startsWith("/");
		String[] segments = path.substring(absolute ? 1 : 0).split("/", -1);
		String[] kept = new String[segments.length + 1];
		int count = 0;
		for (int i = 0; i < segments.length; i++) {
			String segment = segments[i];
			boolean last = i == segments.length - 1;
			boolean parent = segment.equals("..");
			if (!parent && !segment.equals(".")) {
				kept[count++] = segment;
				continue;
			}
			if (parent && count > 0 && !kept[count - 1].equals("..")) {
				count--;
			}
			else if (parent && !absolute) {
				kept[count++] = segment;
			}
			if (last) {
				kept[count++] = "";
			}
		}
		String joined = String.join("/", Arrays.asList(kept).subList(0, count));
		// A first segment with a colon would read as a scheme, an empty one as the root.
		boolean ambiguous = !absolute && (schemeEnd(joined) > 0 || joined.startsWith("/") || joined.isEmpty());
		return absolute ? "/" + joined : ambiguous ? "./" + joined : joined;
	}

}
