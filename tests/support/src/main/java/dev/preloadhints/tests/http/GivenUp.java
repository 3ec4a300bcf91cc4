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

package dev.preloadhints.tests.http;

import java.io.IOException;
import java.io.InterruptedIOException;

import org.apache.hc.core5.http.HttpStreamResetException;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;

/**
 * Tells a connection that the server gave up from a request that failed.
 */
final class GivenUp {

	private GivenUp() {
	}

	/**
	 * Whether the server gave up the connection before it answered anything.
	 * @param cause why there is no answer
	 * @param kept whether the connection had been kept from an earlier request: a server
	 * that closes a new one without a word is at fault
	 * @param goneAway whether the server said that it goes away
	 */
	static boolean isReason(Exception cause, boolean kept, boolean goneAway) {
		if (cause instanceof RequestNotExecutedException || goneAway) {
			return true;
		}
		if (cause instanceof H2StreamResetException reset) {
			return reset.getCode() == H2Error.REFUSED_STREAM.getCode();
		}
		return kept && cause instanceof IOException && !(cause instanceof InterruptedIOException)
				&& !(cause instanceof HttpStreamResetException);
	}

}
