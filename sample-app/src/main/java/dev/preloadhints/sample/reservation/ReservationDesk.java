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

package dev.preloadhints.sample.reservation;

import java.util.concurrent.atomic.AtomicInteger;

import dev.preloadhints.sample.catalog.Book;

import org.springframework.stereotype.Component;

/**
 * Hands out references. It keeps nothing: this is a demonstration, and visitors type
 * names and addresses into it.
 */
@Component
class ReservationDesk {

	private final AtomicInteger sequence = new AtomicInteger(1000);

	Reservation reserve(ReservationForm form, Book book) {
		String reference = "WL-" + this.sequence.incrementAndGet();
		return new Reservation(reference, book.title(), form.getName(), form.getCopies());
	}

}
