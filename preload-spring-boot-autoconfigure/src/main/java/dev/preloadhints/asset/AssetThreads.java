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

/**
 * Threads that look at assets. They have nothing of the request that happened to come
 * first: neither its class loader nor what it lets threads inherit, such as a user.
 */
final class AssetThreads {

	private AssetThreads() {
	}

	static Thread create(Runnable work) {
		Thread thread = new Thread(null, work, "preload-assets", 0, false);
		thread.setDaemon(true);
		thread.setContextClassLoader(AssetThreads.class.getClassLoader());
		return thread;
	}

}
