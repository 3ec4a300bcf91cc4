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

package dev.preloadhints.browser;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves an application one of the two servers that are on the class path: Tomcat, unless
 * the property {@code browser.container} says {@code jetty}.
 */
public class Container implements AutoConfigurationImportFilter, EnvironmentAware {

	private String unwanted = "";

	@Override
	public void setEnvironment(Environment environment) {
		boolean jetty = environment.getProperty("browser.container", "tomcat").equals("jetty");
		this.unwanted = jetty ? ".Tomcat" : ".Jetty";
	}

	@Override
	public boolean[] match(String[] classes, AutoConfigurationMetadata metadata) {
		boolean[] wanted = new boolean[classes.length];
		for (int i = 0; i < classes.length; i++) {
			wanted[i] = classes[i] == null || !classes[i].contains(this.unwanted);
		}
		return wanted;
	}

}
