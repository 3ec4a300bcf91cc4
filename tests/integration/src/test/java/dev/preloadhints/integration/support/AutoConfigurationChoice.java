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

package dev.preloadhints.integration.support;

import java.util.List;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out the auto-configurations whose names contain one of the values of
 * {@code integration.without}: Boot's own property needs whole names, which differ from
 * version to version.
 */
public class AutoConfigurationChoice implements AutoConfigurationImportFilter, EnvironmentAware {

	private List<String> unwanted = List.of();

	@Override
	public void setEnvironment(Environment environment) {
		this.unwanted = List
			.of(Binder.get(environment).bind("integration.without", String[].class).orElse(new String[0]));
	}

	@Override
	public boolean[] match(String[] classes, AutoConfigurationMetadata metadata) {
		boolean[] wanted = new boolean[classes.length];
		for (int i = 0; i < classes.length; i++) {
			String name = classes[i];
			wanted[i] = name == null || this.unwanted.stream().noneMatch(name::contains);
		}
		return wanted;
	}

}
