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

package dev.preloadhints.header;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.LinkHeader;
import dev.preloadhints.link.OmissionReason;

/**
 * The {@code Link} field of one response: the application's own values stay, and ours
 * take the room that these and the other headers leave.
 */
final class LinkField {

	private final LinkHeaderSettings settings;

	private final LinkHeaderFields fields;

	private final ResponseField field = new ResponseField(LinkHeader.NAME);

	/** Room for the links, known with the first of them. */
	private @Nullable LinkBudget budget;

	/** Bytes that other headers leave. */
	private int room;

	private int size;

	private int links;

	LinkField(LinkHeaderSettings settings, LinkHeaderFields fields) {
		this.settings = settings;
		this.fields = fields;
	}

	/**
	 * Write the best links that fit instead of what was written before.
	 * @param best the links, best first
	 * @return which of them fit
	 */
	LinkBudget.Selection write(HttpServletResponse response, List<Link> best) {
		LinkBudget limit = this.budget;
		if (limit == null) {
			this.room = HeaderRoom.left(response, this.settings.maxResponseHeader());
			limit = this.settings.budget().withinBytes(this.room);
			this.budget = limit;
		}
		int usedBytes = 0;
		int usedLinks = 0;
		List<String> others = this.field.others(response);
		for (String value : others) {
			usedBytes += ((usedBytes > 0) ? 2 : 0) + value.length();
			usedLinks += LinkHeader.count(value);
		}
		LinkHeaderFields.Field written = this.fields.write(best, limit, usedBytes, usedLinks);
		if (written.value().isEmpty()) {
			this.field.clear(response);
		}
		else {
			this.field.replace(response, others, written.value());
		}
		this.size = written.selection().bytes();
		this.links = usedLinks + written.selection().selected().size();
		return written.selection();
	}

	/** Whether it was written, so that links can be added. */
	boolean isWritten() {
		return this.budget != null;
	}

	/**
	 * Add a link to what was written.
	 * @return {@code null}, or which limit it is over
	 */
	@Nullable OmissionReason add(HttpServletResponse response, Link link) {
		LinkBudget limit = this.budget;
		OmissionReason reason = (limit != null) ? limit.refuse(link, this.size, this.links) : OmissionReason.FAILED;
		if (reason == null) {
			this.field.add(response, link.fieldValue());
			this.size += LinkHeader.size(link, this.size == 0);
			this.links++;
		}
		return reason;
	}

	void clear(HttpServletResponse response) {
		this.field.clear(response);
	}

	/** The response refuses: nothing is added to what may not be there. */
	void failed() {
		this.budget = null;
	}

	/** Bytes of all values, the application's own included. */
	int size() {
		return this.size;
	}

	/** Bytes that other headers left for the field. */
	int room() {
		return this.room;
	}

}
