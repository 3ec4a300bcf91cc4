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

package dev.preloadhints.browser;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.ResponseFacade;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The benchmark's page: a style sheet of 60 KB and a script of 90 KB in the head, and a
 * font that only the style sheet mentions.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ FcpApplication.PageController.class, FcpApplication.OracleFilter.class })
class FcpApplication {

	@Controller
	static class PageController {

		static final String PAGE = "/page";

		@GetMapping(PAGE)
		String page(@RequestParam long think) throws InterruptedException {
			Thread.sleep(think);
			return "fcp/page";
		}

	}

	/** Knows by heart what the page needs, and sends it before anything else happens. */
	@Component
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@ConditionalOnProperty("oracle")
	static class OracleFilter implements Filter {

		private static final String LINKS = "</fcp/page.css>; rel=preload; as=style, "
				+ "</fcp/text.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin, "
				+ "</fcp/page.js>; rel=preload; as=script";

		@Override
		public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
				throws IOException, ServletException {
			if (((HttpServletRequest) request).getRequestURI().equals(PageController.PAGE)) {
				ResponseFacade container = (ResponseFacade) response;
				container.setHeader("Link", LINKS);
				container.sendEarlyHints();
				container.setHeader("Link", null);
			}
			chain.doFilter(request, response);
		}

	}

}
