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

import java.io.IOException;
import java.net.InetAddress;

import dev.preloadhints.sample.https.HttpsAddress;
import dev.preloadhints.sample.https.TrustGuide;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page that shows what hints do.
 */
@Controller
class WaterfallController {

	private final HttpsAddress https;

	private final TrustGuide guide;

	WaterfallController(HttpsAddress https, TrustGuide guide) {
		this.https = https;
		this.guide = guide;
	}

	@GetMapping("/waterfall")
	String waterfall(HttpServletRequest request, Model model) throws IOException {
		// Relays are on the loopback address, so they are of use on this machine alone.
		boolean here = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
		model.addAttribute("available", here && this.https.port() != 0);
		model.addAttribute("guide", (here && this.https.isAdditional()) ? this.guide : null);
		model.addAttribute("pages", ShopPage.values());
		return "waterfall";
	}

}
