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

package dev.preloadhints.web;

import java.security.Principal;
import java.security.SecureRandom;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * Tells clients apart without keeping who they are: by principal, else session, else
 * address, as a number that means nothing outside of this process.
 */
final class ClientNumbers {

	private static final int PRINCIPAL = 0;

	private static final int SESSION = 1;

	private static final int ADDRESS = 2;

	/** Groups of an IPv6 address that a network has in common, mostly. */
	private static final int NETWORK = 3;

	private static final int KIND_SHIFT = 30;

	private final int salt = new SecureRandom().nextInt();

	int number(HttpServletRequest request) {
		Principal principal = request.getUserPrincipal();
		if (principal != null) {
			return hash(PRINCIPAL, String.valueOf(principal.getName()));
		}
		HttpSession session = request.getSession(false);
		if (session != null) {
			return hash(SESSION, session.getId());
		}
		return hash(ADDRESS, String.valueOf(request.getRemoteAddr()));
	}

	/**
	 * A client by its address alone, which is the only thing that a visitor does not have
	 * as many of as there are requests; of the newer kind, all those of one network.
	 */
	int network(HttpServletRequest request) {
		String address = String.valueOf(request.getRemoteAddr());
		int end = -1;
		for (int i = 0; i < NETWORK && address.indexOf(':', end + 1) >= 0; i++) {
			end = address.indexOf(':', end + 1);
		}
		return hash(ADDRESS, (end > 0) ? address.substring(0, end) : address);
	}

	/** The kind is in the two highest bits; the others tell neighbours apart. */
	private int hash(int kind, String value) {
		int hash = 31 * (31 * this.salt + kind) + value.hashCode();
		return kind << KIND_SHIFT | (hash & ((1 << KIND_SHIFT) - 1));
	}

}
