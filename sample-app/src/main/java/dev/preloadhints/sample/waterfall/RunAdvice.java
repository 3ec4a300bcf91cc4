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

package dev.preloadhints.sample.waterfall;

import dev.preloadhints.sample.SampleApplication;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells the layout of a run, so that it adds the script that hands the timings back. All
 * other pages are what they are.
 */
@ControllerAdvice(basePackageClasses = SampleApplication.class)
class RunAdvice {

	private final ObjectProvider<Runs> runs;

	/**
	 * Advise.
	 * @param runs the runs, if there are any: a test of some pages alone has none
	 */
	RunAdvice(ObjectProvider<Runs> runs) {
		this.runs = runs;
	}

	@ModelAttribute
	void run(HttpServletRequest request, Model model) {
		this.runs.ifAvailable((all) -> all.of(request).ifPresent((run) -> model.addAttribute("run", run)));
	}

}
