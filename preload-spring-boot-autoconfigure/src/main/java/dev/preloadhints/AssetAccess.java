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

package dev.preloadhints;

/**
 * Who may have a resource: what stands in a file is told to nobody else. A bean of this
 * type is asked instead of Spring Security.
 */
public interface AssetAccess {

	/** Where nothing is known of it, all resources are for everyone. */
	AssetAccess ANYBODY = new AssetAccess() {

		@Override
		public boolean isForEveryone(String path) {
			return true;
		}

		@Override
		public boolean isForVisitor(String path) {
			return true;
		}

	};

	/**
	 * Whether nobody is refused a resource.
	 * @param path path within the application
	 * @return {@code true} if it is sent to somebody of whom nothing is known
	 */
	boolean isForEveryone(String path);

	/**
	 * Whether a resource is sent to the visitor whose request this thread answers.
	 * @param path path within the application
	 * @return {@code false} if it is not, or if that cannot be told
	 */
	boolean isForVisitor(String path);

}
