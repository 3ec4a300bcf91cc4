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
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import java.util.concurrent.Semaphore;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.IWritableCharSequence;
import org.thymeleaf.web.servlet.IServletWebExchange;

/**
 * The application with the test pages, and with a dialect that flushes: for pages that
 * are sent as far as they are rendered.
 */
@Configuration(proxyBeanMethods = false)
@Import(PagesApplication.class)
public class FlushingApplication {

	/** What {@code <flush:wait/>} waits for. */
	public static final Semaphore GO_ON = new Semaphore(0);

	@Bean
	FlushDialect flushDialect() {
		return new FlushDialect();
	}

	static final class FlushDialect extends AbstractProcessorDialect {

		FlushDialect() {
			super("Flush", "flush", 1000);
		}

		@Override
		public Set<IProcessor> getProcessors(String prefix) {
			return Set.of(new FlushProcessor(prefix, "writer"), new FlushProcessor(prefix, "response"),
					new FlushProcessor(prefix, "wait"));
		}

	}

	private static final class FlushProcessor extends AbstractElementTagProcessor {

		private final String name;

		FlushProcessor(String prefix, String name) {
			super(TemplateMode.HTML, prefix, name, true, null, false, 1000);
			this.name = name;
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag,
				IElementTagStructureHandler structureHandler) {
			switch (this.name) {
				case "writer" -> structureHandler.replaceWith(new Flush(), false);
				case "response" -> {
					flushResponse((IWebContext) context);
					structureHandler.removeElement();
				}
				default -> {
					GO_ON.acquireUninterruptibly();
					structureHandler.removeElement();
				}
			}
		}

		private static void flushResponse(IWebContext context) {
			try {
				((HttpServletResponse) ((IServletWebExchange) context.getExchange()).getNativeResponseObject())
					.flushBuffer();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/** Text of no length that flushes where it is written. */
	private static final class Flush implements IWritableCharSequence {

		@Override
		public void write(Writer writer) throws IOException {
			writer.flush();
		}

		@Override
		public int length() {
			return 0;
		}

		@Override
		public char charAt(int index) {
			throw new IndexOutOfBoundsException(index);
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return "";
		}

		@Override
		public String toString() {
			return "";
		}

	}

}
