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

package dev.preloadhints.earlyhints.sender;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.EarlyHintsSender;

/**
 * Calls {@code sendEarlyHints()}, which Servlet 6.2 has on {@link HttpServletResponse}.
 * The method is looked up, because the starter runs on earlier versions too.
 */
public final class ServletEarlyHintsSender implements EarlyHintsSender {

	private static final @Nullable MethodHandle METHOD = find(HttpServletResponse.class);

	@Override
	public boolean isAvailable() {
		return METHOD != null;
	}

	@Override
	public boolean supports(Class<? extends HttpServletResponse> containerResponse) {
		return METHOD != null;
	}

	@Override
	public void send(HttpServletResponse containerResponse) throws IOException {
		if (METHOD == null) {
			throw new IllegalStateException("HttpServletResponse has no method sendEarlyHints()");
		}
		invoke(METHOD, containerResponse);
	}

	static @Nullable MethodHandle find(Class<?> responseType) {
		try {
			return MethodHandles.publicLookup()
				.findVirtual(responseType, "sendEarlyHints", MethodType.methodType(void.class));
		}
		catch (NoSuchMethodException | IllegalAccessException ex) {
			return null;
		}
	}

	static void invoke(MethodHandle method, HttpServletResponse response) throws IOException {
		try {
			method.invoke(response);
		}
		catch (IOException | RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

}
