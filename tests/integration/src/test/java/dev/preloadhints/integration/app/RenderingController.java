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

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.FragmentsRendering;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Pages whose handlers have other templates executed, or the page's own by themselves.
 */
@Controller
public class RenderingController {

	private static final String PAGE = "pages/style";

	private final ITemplateEngine engine;

	private final ViewResolver viewResolver;

	private final JakartaServletWebApplication application;

	RenderingController(ITemplateEngine engine, @Qualifier("thymeleafViewResolver") ViewResolver viewResolver,
			ServletContext servletContext) {
		this.engine = engine;
		this.viewResolver = viewResolver;
		this.application = JakartaServletWebApplication.buildApplication(servletContext);
	}

	@GetMapping({ "/rendering/mail", "/typed/mail" })
	String mail(HttpServletRequest request, HttpServletResponse response) {
		this.engine.process("pages/mail", context(request, response));
		return PAGE;
	}

	@GetMapping({ "/rendering/broken-mail", "/typed/broken-mail" })
	String brokenMail(HttpServletRequest request, HttpServletResponse response) {
		processBroken(context(request, response));
		return PAGE;
	}

	@GetMapping("/rendering/announced-mail")
	String announcedMail(HttpServletRequest request, HttpServletResponse response) {
		response.setContentType(MediaType.TEXT_HTML_VALUE);
		this.engine.process("pages/mail", context(request, response));
		processBroken(context(request, response));
		return PAGE;
	}

	@GetMapping({ "/rendering/view-to-text", "/typed/view-to-text" })
	String viewToText(HttpServletRequest request, HttpServletResponse response) throws Exception {
		view("pages/mail").render(Map.of(), request, new TextResponse(response));
		return PAGE;
	}

	/** The model says what the page's widgets are rendered with. */
	@GetMapping({ "/rendering/widgets", "/typed/widgets" })
	String widgets(Model model, HttpServletRequest request, HttpServletResponse response) {
		model.addAttribute("widgets", this);
		model.addAttribute("own", context(request, response));
		return "pages/widgets";
	}

	/** Called by the page's template. */
	public String widget(IContext context) {
		return this.engine.process("pages/mail", context);
	}

	/** Called by the page's template. */
	public String brokenWidget(IContext context) {
		return processBroken(context);
	}

	@GetMapping({ "/rendering/other-thread", "/typed/other-thread" })
	String otherThread(Model model, HttpServletRequest request, HttpServletResponse response) {
		WebContext context = context(request, response);
		model.addAttribute("greeting",
				CompletableFuture.supplyAsync(() -> this.engine.process("pages/mail", context).length()).join());
		return PAGE;
	}

	/** The thread renders while the page does. */
	@GetMapping({ "/rendering/joined", "/typed/joined" })
	String joined(Model model, HttpServletRequest request, HttpServletResponse response) {
		WebContext context = context(request, response);
		model.addAttribute("part",
				(Joined) () -> CompletableFuture.supplyAsync(() -> this.engine.process("pages/mail", context)).join());
		return "pages/joined";
	}

	/** The thread renders since before the page, and until the page wants its part. */
	@GetMapping({ "/rendering/overlapping", "/typed/overlapping" })
	String overlapping(Model model, HttpServletRequest request, HttpServletResponse response) throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch wanted = new CountDownLatch(1);
		WebContext context = context(request, response);
		context.setVariable("part", (Joined) () -> {
			begun.countDown();
			return await(wanted);
		});
		CompletableFuture<String> part = CompletableFuture
			.supplyAsync(() -> this.engine.process("pages/part", context));
		part.whenComplete((text, ex) -> begun.countDown());
		begun.await();
		model.addAttribute("part", (Joined) () -> {
			wanted.countDown();
			return part.join();
		});
		return "pages/joined";
	}

	@GetMapping("/rendering/fragments")
	FragmentsRendering fragments() {
		return FragmentsRendering.fragment(PAGE).fragment("pages/advised").build();
	}

	@GetMapping("/rendering/direct")
	void direct(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setContentType(MediaType.TEXT_HTML_VALUE);
		this.engine.process(PAGE, context(request, response), response.getWriter());
	}

	@GetMapping({ "/rendering/view-itself", "/typed/view-itself" })
	void viewItself(HttpServletRequest request, HttpServletResponse response) throws Exception {
		view(PAGE).render(Map.of(), request, response);
	}

	/** A view that changes what another one writes. */
	@GetMapping({ "/rendering/decorated-view", "/typed/decorated-view" })
	ModelAndView decoratedView() throws Exception {
		View page = view(PAGE);
		return new ModelAndView((model, request, response) -> {
			TextResponse text = new TextResponse(response);
			page.render(Map.of(), request, text);
			response.getWriter().append(text.text().strip());
		});
	}

	@GetMapping("/rendering/failing")
	String failing() {
		throw new IllegalArgumentException("Handled with a mail and a page");
	}

	@ExceptionHandler
	String handle(IllegalArgumentException ex, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		mail(request, response);
		brokenMail(request, response);
		viewToText(request, response);
		return PAGE;
	}

	private String processBroken(IContext context) {
		try {
			return this.engine.process("pages/broken", context);
		}
		catch (TemplateEngineException ex) {
			return "It cannot be shown at the moment";
		}
	}

	private static String await(CountDownLatch latch) {
		try {
			latch.await();
			return "It is wanted";
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private WebContext context(HttpServletRequest request, HttpServletResponse response) {
		return new WebContext(this.application.buildExchange(request, response), Locale.ENGLISH);
	}

	private View view(String name) throws Exception {
		View view = this.viewResolver.resolveViewName(name, Locale.ENGLISH);
		if (view == null) {
			throw new IllegalStateException("No view " + name + " in " + List.of(this.viewResolver));
		}
		return view;
	}

	/** Keeps what is written. */
	private static final class TextResponse extends HttpServletResponseWrapper {

		private final StringWriter text = new StringWriter();

		private final PrintWriter writer = new PrintWriter(this.text);

		TextResponse(HttpServletResponse response) {
			super(response);
		}

		@Override
		public PrintWriter getWriter() {
			return this.writer;
		}

		String text() {
			this.writer.flush();
			return this.text.toString();
		}

	}

	/** A part of a page that is rendered when the page wants it. */
	public interface Joined {

		/**
		 * Called by the page's template.
		 * @return the part
		 */
		String render();

	}

}
