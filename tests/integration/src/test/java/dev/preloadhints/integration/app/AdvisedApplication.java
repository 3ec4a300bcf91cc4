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

package dev.preloadhints.integration.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.preloadhints.NoPreload;
import dev.preloadhints.PreloadLinks;
import dev.preloadhints.link.Destination;

/**
 * An application that answers whatever fails with a page of its own, whether a handler
 * was found or not.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ AdvisedApplication.Pages.class, AdvisedApplication.Advice.class })
public class AdvisedApplication {

	@Bean
	WebMvcConfigurer interceptors() {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new Refusing()).addPathPatterns("/refused", "/refused-quietly");
			}

		};
	}

	@Controller
	static class Pages {

		@PostMapping("/post-only")
		String postOnly() {
			return "pages/style";
		}

		@GetMapping("/refused")
		String refused() {
			return "pages/style";
		}

		@GetMapping("/refused-quietly")
		@NoPreload
		String refusedQuietly() {
			return "pages/style";
		}

		@GetMapping("/parameter")
		String parameter(@RequestParam int number) {
			return "pages/style";
		}

	}

	private static final class Refusing implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
			throw new IllegalStateException("Refused");
		}

	}

	@ControllerAdvice
	static class Advice {

		@ExceptionHandler
		ModelAndView handle(Exception ex, PreloadLinks links) {
			HttpStatus status = (ex instanceof ErrorResponse error) ? HttpStatus.valueOf(error.getStatusCode().value())
					: HttpStatus.FORBIDDEN;
			links.preload("/js/sorry.js", Destination.SCRIPT);
			return new ModelAndView("pages/advised", status);
		}

	}

}
