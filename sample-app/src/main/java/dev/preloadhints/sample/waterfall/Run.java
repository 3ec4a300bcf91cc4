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

package dev.preloadhints.sample.waterfall;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.preloadhints.link.Link;
import dev.preloadhints.network.SlowLink;

/**
 * One load of a page, through a port of its own: as nothing has ever been loaded from
 * there, nothing of it is in any cache.
 */
final class Run {

	private final String id;

	private final RunRequest request;

	private final String opener;

	private final SlowLink network;

	private final List<Served> served = new CopyOnWriteArrayList<>();

	private volatile List<String> earlyHints = List.of();

	private volatile List<String> header = List.of();

	Run(String id, RunRequest request, String opener, SlowLink network) {
		this.id = id;
		this.request = request;
		this.opener = opener;
		this.network = network;
	}

	/** A name that cannot be guessed. */
	public String id() {
		return this.id;
	}

	/** The origin of the page that wants to know the timings. */
	public String opener() {
		return this.opener;
	}

	Variant variant() {
		return this.request.variant();
	}

	SlowLink network() {
		return this.network;
	}

	/** Where the page is loaded from. An address, as a name could mean IPv6 too. */
	String url() {
		return "https://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + this.network.port()
				+ this.request.path();
	}

	/** The links of the 103, as they were written. */
	List<String> earlyHints() {
		return this.earlyHints;
	}

	void earlyHints(List<Link> links) {
		this.earlyHints = links.stream().map(Link::earlyFieldValue).filter(Objects::nonNull).toList();
	}

	/** The links of the page's header, as they were written. */
	List<String> header() {
		return this.header;
	}

	void header(List<Link> links) {
		this.header = links.stream().map(Link::fieldValue).toList();
	}

	/** What the shop was asked for, in milliseconds since it was asked for the page. */
	List<Served> served() {
		return this.served.stream()
			.filter((each) -> each.target().equals(this.request.path()))
			.findFirst()
			.map((page) -> this.served.stream().map((each) -> each.since(page.arrived())).toList())
			.orElse(List.of());
	}

	void served(String target, long arrived, long answered) {
		this.served.add(new Served(target, millis(arrived), millis(answered)));
	}

	private static double millis(long nanos) {
		return (double) nanos / TimeUnit.MILLISECONDS.toNanos(1);
	}

	/**
	 * A request that the shop answered.
	 *
	 * @param target its path and query
	 * @param arrived when it came, in milliseconds
	 * @param answered when it was answered, in milliseconds
	 */
	record Served(String target, double arrived, double answered) {

		Served since(double start) {
			return new Served(this.target, this.arrived - start, this.answered - start);
		}

	}

}
