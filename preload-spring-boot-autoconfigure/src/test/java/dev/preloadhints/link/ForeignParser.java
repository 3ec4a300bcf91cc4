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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicHeaderValueParser;
import org.apache.hc.core5.http.message.ParserCursor;
import org.jboss.resteasy.plugins.delegates.LinkHeaderDelegate;
import org.jboss.resteasy.spi.LinkHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.hateoas.Links;

/**
 * Readers of the {@code Link} header that were written by others, each with what it is
 * known not to read.
 */
public enum ForeignParser {

	/**
	 * Spring HATEOAS: reads every link, but of the attributes that matter here it keeps
	 * no more than {@code rel}, {@code type} and {@code media}. It takes a target with
	 * braces for a URI template, in which a lone percent sign is a mistake.
	 */
	SPRING_HATEOAS {

		@Override
		public List<Parsed> parse(String header) {
			List<Parsed> links = new ArrayList<>();
			for (org.springframework.hateoas.Link link : Links.parse(header)) {
				Map<String, String> attributes = new LinkedHashMap<>();
				attributes.put("rel", link.getRel().value());
				put(attributes, "type", link.getType());
				put(attributes, "media", link.getMedia());
				links.add(new Parsed(link.getHref(), attributes));
			}
			return links;
		}

		@Override
		public boolean reads(Link link) {
			return link.target().indexOf('{') < 0 || !LONE_PERCENT_SIGN.matcher(link.target()).find();
		}

		@Override
		public boolean keeps(String attribute) {
			return attribute.equals("rel") || attribute.equals("type") || attribute.equals("media");
		}

	},

	/**
	 * Apache HttpComponents: reads lists of parameters of any header, those without a
	 * value included. It has no notion of a target, so that is cut off before.
	 */
	HTTP_COMPONENTS {

		@Override
		public List<Parsed> parse(String header) {
			List<Parsed> links = new ArrayList<>();
			ParserCursor cursor = new ParserCursor(0, header.length());
			while (!cursor.atEnd()) {
				int start = header.indexOf('<', cursor.getPos());
				int end = header.indexOf('>', start);
				if (start < 0 || end < 0 || !header.startsWith(">;", end)) {
					throw new IllegalArgumentException(header.substring(cursor.getPos()));
				}
				cursor.updatePos(end + 2);
				Map<String, String> attributes = new LinkedHashMap<>();
				for (NameValuePair parameter : BasicHeaderValueParser.INSTANCE.parseParameters(header, cursor)) {
					String value = parameter.getValue();
					attributes.put(parameter.getName(), (value != null) ? value : "");
				}
				links.add(new Parsed(header.substring(start + 1, end), attributes));
			}
			return links;
		}

	},

	/**
	 * RESTEasy: reads every attribute, but no parameter without a value and no escaped
	 * character in a quoted string. It builds targets anew, so that only plain ones stay
	 * as they are.
	 */
	RESTEASY {

		@Override
		public List<Parsed> parse(String header) {
			List<Parsed> links = new ArrayList<>();
			for (var link : ((LinkHeader) new LinkHeaderDelegate().fromString(header)).getLinks()) {
				links.add(new Parsed(link.getUri().toString(), link.getParams()));
			}
			return links;
		}

		@Override
		public boolean reads(Link link) {
			return !link.fieldValue().contains("\\") && !link.fieldValue().matches(".*; crossorigin(;.*|$)")
					&& PLAIN_TARGET.matcher(link.target()).matches();
		}

	};

	private static final Pattern PLAIN_TARGET = Pattern.compile(
			"((https?:)?//[a-z0-9.-]+(:[0-9]+)?(?=/|$))?/?(?!/)(?:[\\w/.~!*(),;=&@+'-]|%[0-9A-F]{2})*+([?](?:[\\w/.~!*(),;=&@+'-]|%[0-9A-F]{2})++)?");

	private static final Pattern LONE_PERCENT_SIGN = Pattern.compile("%(?![0-9A-Fa-f]{2})");

	/**
	 * Read a header.
	 * @param header the value of one field
	 * @return its links in their order
	 */
	public abstract List<Parsed> parse(String header);

	/**
	 * Whether the parser is able to read such a link at all.
	 * @param link a link
	 * @return {@code false} for what it is known not to read
	 */
	public boolean reads(Link link) {
		return true;
	}

	/**
	 * Whether the parser keeps an attribute.
	 * @param attribute a parameter of a link
	 * @return {@code false} if it is not to be found in what was read
	 */
	public boolean keeps(String attribute) {
		return true;
	}

	private static void put(Map<String, String> attributes, String name, @Nullable String value) {
		if (value != null) {
			attributes.put(name, value);
		}
	}

	/**
	 * A link as it was read.
	 *
	 * @param target the target
	 * @param attributes the parameters by name, empty for one without a value
	 */
	public record Parsed(String target, Map<String, String> attributes) {
	}

}
