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

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.preloadhints.integration.app.BareApplication;

/**
 * An application in a class loader of its own, whose class path really lacks some of the
 * jars.
 */
public final class IsolatedApplication implements AutoCloseable {

	private static final String TOMCAT_FACTORY = "org.apache.catalina.webresources.TomcatURLStreamHandlerFactory";

	private final URLClassLoader classLoader;

	private final AutoCloseable application;

	private final int port;

	/**
	 * Start {@link BareApplication}.
	 * @param without what the names of the missing jars match
	 */
	public IsolatedApplication(String without) throws Exception {
		this.classLoader = new URLClassLoader(classPath(Pattern.compile(without)),
				ClassLoader.getPlatformClassLoader());
		Thread thread = Thread.currentThread();
		ClassLoader contextClassLoader = thread.getContextClassLoader();
		thread.setContextClassLoader(this.classLoader);
		try {
			disableUrlStreamHandlerFactory();
			Class<?> type = this.classLoader.loadClass(BareApplication.class.getName());
			this.application = (AutoCloseable) type.getMethod("start").invoke(null);
			this.port = (int) type.getMethod("port", AutoCloseable.class).invoke(null, this.application);
		}
		finally {
			thread.setContextClassLoader(contextClassLoader);
		}
	}

	/** A JVM accepts one such factory, and the Tomcat of another test may have set it. */
	private void disableUrlStreamHandlerFactory() throws Exception {
		if (hasClass(TOMCAT_FACTORY)) {
			this.classLoader.loadClass(TOMCAT_FACTORY).getMethod("disable").invoke(null);
		}
	}

	private static URL[] classPath(Pattern without) throws MalformedURLException {
		List<URL> urls = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			File file = new File(entry);
			if (!without.matcher(file.getName()).find()) {
				urls.add(file.toURI().toURL());
			}
		}
		return urls.toArray(URL[]::new);
	}

	public boolean hasClass(String name) {
		try {
			this.classLoader.loadClass(name);
			return true;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

	public int port() {
		return this.port;
	}

	@Override
	public void close() throws Exception {
		this.application.close();
		this.classLoader.close();
	}

}
