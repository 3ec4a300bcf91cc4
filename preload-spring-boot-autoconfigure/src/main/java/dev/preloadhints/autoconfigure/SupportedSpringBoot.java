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

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

import dev.preloadhints.event.PreloadEvents;

/**
 * Leaves all of this starter's auto-configurations out on a version of Spring Boot that
 * they were not made for, before one of their classes is looked at. Whatever they need
 * that such a version lacks must not keep an application from starting.
 */
final class SupportedSpringBoot implements AutoConfigurationImportFilter {

	private static final Log logger = LogFactory.getLog(PreloadEvents.LOGGER);

	private static final String OURS = SupportedSpringBoot.class.getPackageName() + ".";

	private static final int[] FIRST = { 3, 5 };

	private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\b.*");

	private final @Nullable String version;

	SupportedSpringBoot() {
		this(SpringBootVersion.getVersion());
	}

	SupportedSpringBoot(@Nullable String version) {
		this.version = version;
	}

	@Override
	public boolean[] match(@Nullable String[] autoConfigurationClasses, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[autoConfigurationClasses.length];
		boolean supported = isSupported();
		boolean left = false;
		for (int i = 0; i < matches.length; i++) {
			String name = autoConfigurationClasses[i];
			matches[i] = supported || name == null || !name.startsWith(OURS);
			left |= !matches[i];
		}
		if (left) {
			logger.warn("Preload is off: it needs Spring Boot " + FIRST[0] + "." + FIRST[1] + " or later, and this is "
					+ this.version);
		}
		return matches;
	}

	/** What has another form is taken for a version to come. */
	private boolean isSupported() {
		Matcher parts = VERSION.matcher((this.version != null) ? this.version : "");
		if (!parts.matches()) {
			return true;
		}
		int major = Integer.parseInt(parts.group(1));
		return major > FIRST[0] || (major == FIRST[0] && Integer.parseInt(parts.group(2)) >= FIRST[1]);
	}

}
