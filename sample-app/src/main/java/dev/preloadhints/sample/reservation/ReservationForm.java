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

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a visitor fills in to have copies put aside.
 */
public class ReservationForm {

	@NotBlank(message = "Choose a book")
	@Size(max = 100)
	private String book = "";

	@NotBlank(message = "Tell us your name")
	@Size(max = 80, message = "Use at most {max} characters")
	private String name = "";

	@NotBlank(message = "Tell us your e-mail address")
	@Email(message = "This does not look like an e-mail address")
	@Size(max = 120, message = "Use at most {max} characters")
	private String email = "";

	@NotNull(message = "Say how many copies")
	@Min(value = 1, message = "Reserve at least one copy")
	@Max(value = 5, message = "We put aside at most {value} copies")
	private Integer copies = 1;

	@Size(max = 300, message = "Use at most {max} characters")
	private String note = "";

	public String getBook() {
		return this.book;
	}

	public void setBook(String book) {
		this.book = book;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getEmail() {
		return this.email;
	}

	public void setEmail(String email) {
		this.email = email;
	}

	public Integer getCopies() {
		return this.copies;
	}

	public void setCopies(Integer copies) {
		this.copies = copies;
	}

	public String getNote() {
		return this.note;
	}

	public void setNote(String note) {
		this.note = note;
	}

}
