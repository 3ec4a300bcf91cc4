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

package dev.preloadhints.autoconfigure;

import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.util.unit.DataSize;

/**
 * The interim response that goes out before the controller runs.
 */
public class EarlyHintsProperties {

	/**
	 * Whether what a page has been needing is sent ahead of it as 103 Early Hints.
	 */
	private boolean enabled = true;

	/**
	 * Whether to send Early Hints over HTTP/1.1 too, on Jetty. Tomcat holds them back
	 * until the page there, so it never sends them. Browsers ignore them over HTTP/1.1,
	 * and nginx before 1.29 takes them for the final response, which breaks the page.
	 */
	private boolean http1;

	/**
	 * Whether to send Early Hints also where a proxy is in between. Some do not pass them
	 * whole: behind HAProxy before 3.3, pages are cut short or empty.
	 */
	private boolean proxied;

	/**
	 * Maximum size of all hinted resources together, as far as their sizes are known.
	 */
	private DataSize maxWeight = DataSize.ofKilobytes(512);

	/**
	 * Number of renders that a resource has to be on before it is hinted.
	 */
	private int minRenders = 2;

	/**
	 * Origins whose URLs are the same for everyone, such as https://cdn.example.com.
	 */
	private Set<String> sharedOrigins = new LinkedHashSet<>();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public boolean isHttp1() {
		return this.http1;
	}

	public void setHttp1(boolean http1) {
		this.http1 = http1;
	}

	public boolean isProxied() {
		return this.proxied;
	}

	public void setProxied(boolean proxied) {
		this.proxied = proxied;
	}

	public DataSize getMaxWeight() {
		return this.maxWeight;
	}

	public void setMaxWeight(DataSize maxWeight) {
		this.maxWeight = maxWeight;
	}

	public int getMinRenders() {
		return this.minRenders;
	}

	public void setMinRenders(int minRenders) {
		this.minRenders = minRenders;
	}

	public Set<String> getSharedOrigins() {
		return this.sharedOrigins;
	}

	public void setSharedOrigins(Set<String> sharedOrigins) {
		this.sharedOrigins = sharedOrigins;
	}

}
