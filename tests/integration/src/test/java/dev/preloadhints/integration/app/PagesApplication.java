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

import jakarta.servlet.Filter;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.RenderingResponse;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import dev.preloadhints.integration.child.ChildConfiguration;

/**
 * The application with the test pages: every way in which Spring MVC comes to a page.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ PagesController.class, DispatchController.class, AsyncController.class, FailingController.class,
		FailingController.Advice.class, RenderingController.class, HeadersController.class, HostileLinkBeans.class })
public class PagesApplication {

	@Bean
	WebMvcConfigurer viewControllers() {
		return new WebMvcConfigurer() {

			@Override
			public void addViewControllers(ViewControllerRegistry registry) {
				registry.addViewController("/view-controller").setViewName("pages/style");
			}

		};
	}

	@Bean
	RouterFunction<ServerResponse> functionalPage() {
		return RouterFunctions.route()
			.GET("/functional",
					(request) -> RenderingResponse.create("pages/style").modelAttribute("greeting", "Hello").build())
			.build();
	}

	@Bean
	FilterRegistrationBean<Filter> etags() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
		registration.addUrlPatterns("/etag/*");
		return registration;
	}

	/** A filter that says what every response below a path is. */
	@Bean
	FilterRegistrationBean<Filter> contentTypes() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			response.setContentType("text/html;charset=UTF-8");
			chain.doFilter(request, response);
		});
		registration.addUrlPatterns("/typed/*");
		return registration;
	}

	@Bean
	ServletRegistrationBean<DispatcherServlet> childDispatcher(ApplicationContext parent) {
		AnnotationConfigWebApplicationContext child = new AnnotationConfigWebApplicationContext();
		child.setParent(parent);
		child.register(ChildConfiguration.class);
		ServletRegistrationBean<DispatcherServlet> registration = new ServletRegistrationBean<>(
				new DispatcherServlet(child), "/child/*");
		registration.setName("childDispatcher");
		return registration;
	}

	@Bean
	ServletRegistrationBean<IncludingServlet> includingServlet() {
		return new ServletRegistrationBean<>(new IncludingServlet(), "/including-servlet");
	}

	/** Views named {@code *.txt}, in Thymeleaf's TEXT mode. */
	@Bean
	ViewResolver textViewResolver(SpringTemplateEngine engine) {
		ThymeleafViewResolver resolver = new ThymeleafViewResolver();
		resolver.setTemplateEngine(engine);
		resolver.setViewNames(new String[] { "*.txt" });
		resolver.setContentType(MediaType.TEXT_PLAIN_VALUE);
		resolver.setOrder(1);
		return resolver;
	}

	@Bean
	ClassLoaderTemplateResolver textTemplateResolver() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("text/");
		resolver.setTemplateMode(TemplateMode.TEXT);
		resolver.getResolvablePatternSpec().addPattern("*.txt");
		resolver.setOrder(1);
		return resolver;
	}

}
