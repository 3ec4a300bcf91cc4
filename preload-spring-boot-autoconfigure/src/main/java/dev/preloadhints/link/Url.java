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

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A URL as a browser reads it from an attribute and as it then stands in the request: the
 * <a href="https://url.spec.whatwg.org/#concept-basic-url-parser">URL standard's</a>
 * cleaning and percent-encoding, kept as a URI reference (RFC 3986, section 4.1) that is
 * as relative as it was. Immutable. Never has a fragment.
 */
public final class Url {

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
		String rest = UrlText.clean(text);
		String scheme = null;
		int colon = UrlText.schemeEnd(rest);
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
			authority = UrlText.authority(path.substring(2, (slash < 0) ? path.length() : slash), scheme);
			if (authority == null) {
				return null;
			}
			path = (slash < 0) ? "/" : path.substring(slash);
		}
		else if (scheme != null) {
			return null;
		}
		return new Url(scheme, authority, UrlText.removeDotSegments(PercentEncoding.PATH.encode(path)), query);
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
		return new Url(this.scheme, this.authority, UrlText.removeDotSegments(resolved), reference.query);
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
	 * Whether the URL is an origin and no more, with or without a slash behind it.
	 * @return {@code true} for {@code https://host} and {@code //host/}
	 */
	public boolean isOrigin() {
		return this.authority != null && this.path.equals("/") && this.query == null;
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

}
