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

package dev.preloadhints.sample.web;

import java.time.Duration;

import dev.preloadhints.sample.SampleApplication;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets every page of the shop take its time: {@code ?think=300} is a controller that
 * waits 300 milliseconds for its database.
 */
@ControllerAdvice(basePackageClasses = SampleApplication.class)
class ThinkTime {

	private static final Duration MAX = Duration.ofSeconds(10);

	@ModelAttribute
	void think(@RequestParam(name = "think", defaultValue = "0") long millis) throws InterruptedException {
		if (millis < 0 || millis > MAX.toMillis()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"'think' is between 0 and " + MAX.toMillis() + " milliseconds");
		}
		if (millis > 0) {
			Thread.sleep(millis);
		}
	}

}
