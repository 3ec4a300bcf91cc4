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

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties of the starter.
 */
@ConfigurationProperties("preload")
public class PreloadProperties {

	/**
	 * Whether pages get hints.
	 */
	private boolean enabled = true;

	private final Budget budget = new Budget();

	@NestedConfigurationProperty
	private final DiscoveryProperties discovery = new DiscoveryProperties();

	private final LinkHeader linkHeader = new LinkHeader();

	private final ServerTiming serverTiming = new ServerTiming();

	@NestedConfigurationProperty
	private final EarlyHintsProperties earlyHints = new EarlyHintsProperties();

	@NestedConfigurationProperty
	private final StoreProperties store = new StoreProperties();

	private final Pages pages = new Pages();

	@NestedConfigurationProperty
	private final ResourcesProperties resources = new ResourcesProperties();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public Budget getBudget() {
		return this.budget;
	}

	public DiscoveryProperties getDiscovery() {
		return this.discovery;
	}

	public LinkHeader getLinkHeader() {
		return this.linkHeader;
	}

	public ServerTiming getServerTiming() {
		return this.serverTiming;
	}

	public EarlyHintsProperties getEarlyHints() {
		return this.earlyHints;
	}

	public Pages getPages() {
		return this.pages;
	}

	public StoreProperties getStore() {
		return this.store;
	}

	public ResourcesProperties getResources() {
		return this.resources;
	}

	/**
	 * Room for links, in the header and in Early Hints alike.
	 */
	public static class Budget {

		/**
		 * Maximum size of all Link values together, including those that the application
		 * sets itself.
		 */
		private DataSize maxSize = DataSize.ofBytes(1000);

		/**
		 * Maximum number of links, including those that the application sets itself.
		 */
		private int maxLinks = 16;

		public DataSize getMaxSize() {
			return this.maxSize;
		}

		public void setMaxSize(DataSize maxSize) {
			this.maxSize = maxSize;
		}

		public int getMaxLinks() {
			return this.maxLinks;
		}

		public void setMaxLinks(int maxLinks) {
			this.maxLinks = maxLinks;
		}

	}

	/**
	 * The explanation of a page's links.
	 */
	public static class ServerTiming {

		/**
		 * Whether to explain the links of a page in a Server-Timing header that a
		 * browser's developer tools show.
		 */
		private boolean enabled;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

	}

	/**
	 * The header of the final response.
	 */
	public static class LinkHeader {

		/**
		 * Whether the response has a Link header with the links of its page.
		 */
		private boolean enabled = true;

		/**
		 * Amount of a page that is held back at least before its headers are sent, so
		 * that the links of a long head are known. Zero leaves the container's own
		 * buffer.
		 */
		private DataSize bufferSize = DataSize.ofKilobytes(32);

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public DataSize getBufferSize() {
			return this.bufferSize;
		}

		public void setBufferSize(DataSize bufferSize) {
			this.bufferSize = bufferSize;
		}

	}

	/**
	 * What differs from page to page.
	 */
	public static class Pages {

		/**
		 * Patterns of pages to leave alone, as paths within the application.
		 */
		private List<String> exclude = new ArrayList<>();

		/**
		 * Links that are declared for pages, for what the markup does not show.
		 */
		private List<DeclaredLinkProperties> links = new ArrayList<>();

		public List<String> getExclude() {
			return this.exclude;
		}

		public void setExclude(List<String> exclude) {
			this.exclude = exclude;
		}

		public List<DeclaredLinkProperties> getLinks() {
			return this.links;
		}

		public void setLinks(List<DeclaredLinkProperties> links) {
			this.links = links;
		}

	}

}
