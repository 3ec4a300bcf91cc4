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

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a path. Immutable.
 *
 * @param served the resource according to its handler, if there is one
 * @param observed what responses said
 * @param lookedAt when the handler was asked, in milliseconds since 1970
 * @param doubted whether the handler is to be asked again, now and then: somebody was
 * told that there is nothing
 * @param refused clients that were not sent it, while nobody was
 */
record AssetEntry(@Nullable Asset served, Observed observed, long lookedAt, boolean doubted, Set<Integer> refused) {

	/**
	 * So many have to be refused a resource that its handler would serve: one may ask for
	 * a host that is none of the application's, or not be logged in.
	 */
	private static final int AGREED = 3;

	AssetEntry(@Nullable Asset served, Observed observed, long lookedAt) {
		this(served, observed, lookedAt, false, Set.of());
	}

	/** After the handler was asked again, which knows best whether it is there. */
	AssetEntry after(@Nullable Asset found, long now) {
		boolean gone = found == null && this.served != null;
		boolean back = found != null && this.served == null && this.observed.freshness() == Freshness.MISSING;
		return new AssetEntry(asNamed(found), gone ? Observed.MISSING : back ? Observed.NOTHING : this.observed, now,
				false, this.refused);
	}

	/** The name was there when the application started, whoever writes the file. */
	private @Nullable Asset asNamed(@Nullable Asset found) {
		return (found != null && this.served != null && this.served.shipped())
				? new Asset(true, found.size(), found.freshness(), found.vary()) : found;
	}

	/** After somebody was sent it. */
	AssetEntry answered(Observed response) {
		return new AssetEntry(this.served, response, this.lookedAt, this.doubted, Set.of());
	}

	/**
	 * After somebody was not.
	 * @param client who
	 * @param response what that means if it is true for everyone
	 * @param missing whether there is nothing, as far as this one was told
	 */
	AssetEntry refused(int client, Freshness response, boolean missing) {
		Set<Integer> clients = this.refused;
		Observed known = this.observed;
		if (known.freshness() == Freshness.UNKNOWN) {
			clients = new HashSet<>(clients);
			clients.add(client);
			boolean agreed = this.served == null || clients.size() >= AGREED;
			known = agreed ? new Observed(response, Vary.NOTHING) : known;
		}
		boolean doubt = this.doubted || (this.served != null && missing);
		return new AssetEntry(this.served, known, this.lookedAt, doubt, Set.copyOf(clients));
	}

	boolean saysTheSame(@Nullable AssetEntry other) {
		return other != null && this.observed.equals(other.observed) && Objects.equals(this.served, other.served);
	}

	/** Whether it is compressed as it is sent, and nobody knows to what size. */
	boolean isUnmeasured() {
		return this.served != null && this.observed.compressed() && this.observed.length() < 0;
	}

	/**
	 * Whether its size after compression is not known, or is that of another version.
	 * @param found what is served now
	 */
	boolean isToBeMeasured(Asset found) {
		boolean changed = this.served != null && this.served.size() != found.size();
		return this.observed.compressed() && (changed || this.observed.length() < 0);
	}

	/** After it was compressed, to know its size. */
	AssetEntry measured(long compressedSize) {
		Observed known = new Observed(this.observed.freshness(), this.observed.vary(), true, compressedSize);
		return new AssetEntry(this.served, known, this.lookedAt, this.doubted, this.refused);
	}

	/** Whether somebody asked for it, and got it. */
	boolean wasRequested() {
		return this.observed.isContent();
	}

	/** Whether a browser must not even keep it. */
	boolean isNotStored() {
		return this.observed.freshness() == Freshness.NOT_STORED
				|| (this.served != null && this.served.freshness() == Freshness.NOT_STORED);
	}

	/**
	 * The resource.
	 * @param elsewhere what responses for other resources vary on
	 */
	@Nullable Asset asset(Vary elsewhere) {
		Asset resource = this.served;
		if (resource == null) {
			return null;
		}
		Freshness freshness = (this.observed.freshness() != Freshness.UNKNOWN) ? this.observed.freshness()
				: resource.freshness();
		long size = (this.observed.length() >= 0) ? this.observed.length() : resource.size();
		return new Asset(resource.shipped(), size, freshness,
				wasRequested() ? this.observed.vary() : resource.vary().and(elsewhere));
	}

	/**
	 * What the last response said.
	 *
	 * @param freshness whether a browser may use it again
	 * @param vary which requests it answers
	 * @param compressed whether its content was compressed
	 * @param length how many bytes its content has, -1 if that is not known
	 */
	record Observed(Freshness freshness, Vary vary, boolean compressed, long length) {

		/** No response was seen. */
		static final Observed NOTHING = new Observed(Freshness.UNKNOWN, Vary.NOTHING);

		/** There is nothing to be seen. */
		static final Observed MISSING = new Observed(Freshness.MISSING, Vary.NOTHING);

		Observed(Freshness freshness, Vary vary) {
			this(freshness, vary, false, -1);
		}

		/**
		 * With the size of a response. A browser wants it whole and compressed, so a part
		 * says nothing, nor does what is not compressed after something that was.
		 * @param before what was known, if anything
		 */
		Observed sized(AssetResponse response, @Nullable Observed before) {
			boolean compressed = response.isCompressed();
			if (before != null && (response.status() != 200 || (before.compressed() && response.length() < 0)
					|| (before.compressed() && !compressed))) {
				return new Observed(this.freshness, this.vary, before.compressed(), before.length());
			}
			return new Observed(this.freshness, this.vary, compressed,
					(response.status() == 200) ? response.length() : -1);
		}

		boolean isContent() {
			return this.freshness != Freshness.MISSING && this.freshness != Freshness.UNKNOWN;
		}

	}

}
