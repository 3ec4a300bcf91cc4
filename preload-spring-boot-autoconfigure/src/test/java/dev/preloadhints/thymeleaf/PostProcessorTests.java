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

package dev.preloadhints.thymeleaf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.attoparser.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.EngineConfiguration;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.exceptions.TemplateInputException;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

import dev.preloadhints.link.Link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Why the dialect is none with a post-processor: one that does nothing at all changes
 * pages, and fails some.
 */
class PostProcessorTests {

	private static final String HEAD = "<head><link rel=\"stylesheet\" th:href=\"@{/base.css}\"></head>";

	private static final String ATTRIBUTE = "<html>" + HEAD
			+ "<body><img src=\"a.png\"><div th:utext=\"${content}\"></div></body></html>";

	private static final String INLINED = "<html>" + HEAD
			+ "<body><img src=\"a.png\"><div>[(${content})]</div></body></html>";

	private static final String DUPLICATE_ATTRIBUTE = "<p class=\"a\" class=\"b\">What people paste</p>";

	private static final String COMMENTS = "<p>One<!--/* two */--> <!--/*/ three /*/--> <!-- four --></p>";

	@Test
	void postProcessorFailsPageForItsContent() {
		assertThat(render(ATTRIBUTE, DUPLICATE_ATTRIBUTE)).contains(DUPLICATE_ATTRIBUTE);
		assertThatExceptionOfType(TemplateInputException.class)
			.isThrownBy(() -> render(ATTRIBUTE, DUPLICATE_ATTRIBUTE, new IdleDialect()))
			.withRootCauseInstanceOf(ParseException.class);
	}

	@Test
	void postProcessorTakesCommentsOutOfContent() {
		assertThat(render(ATTRIBUTE, COMMENTS)).contains(COMMENTS);
		assertThat(render(ATTRIBUTE, COMMENTS, new IdleDialect())).contains("<p>One  three  <!-- four --></p>");
	}

	@Test
	void postProcessorSeesNoElementsInInlinedContent() {
		assertThat(render(INLINED, DUPLICATE_ATTRIBUTE, new IdleDialect()))
			.isEqualTo(render(INLINED, DUPLICATE_ATTRIBUTE));
	}

	@ParameterizedTest
	@ValueSource(strings = { DUPLICATE_ATTRIBUTE, COMMENTS, "a < b > c", "<p>unclosed <b>and </p> crossed</b>",
			"<!-- never closed", "[[${title}]] <i th:text=\"${title}\"></i>" })
	void dialectLeavesContentAsItIs(String content) {
		assertThat(render(ATTRIBUTE, content, new PreloadDialect(true))).isEqualTo(render(ATTRIBUTE, content));
		assertThat(render(INLINED, content, new PreloadDialect(true))).isEqualTo(render(INLINED, content));
	}

	@Test
	void postProcessorKeepsThymeleafFromSimplifyingTemplates() {
		assertThat(isModelReshapeable()).isTrue();
		assertThat(isModelReshapeable(new PreloadDialect(true))).isTrue();
		assertThat(isModelReshapeable(new IdleDialect())).isFalse();
	}

	@Test
	void contentIsNotCollectedButDeclarationsBesideItAre() {
		String image = "<img src=\"/hero.jpg\" fetchpriority=\"high\">";
		assertThat(collect(
				"<body><preload:link th:href=\"${hero}\" as=\"image\"/><div th:utext=\"${content}\"></div></body>",
				Map.of("hero", "/hero.jpg", "content", image)))
			.extracting(Link::target)
			.containsExactly("/hero.jpg");
		assertThat(collect(ATTRIBUTE, Map.of("content", image))).extracting(Link::target)
			.containsExactly("/shop/base.css");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void markupOfAnotherDialectIsCollectedIfThatDialectLetsItBeProcessed(boolean processable) {
		assertThat(collect("<body><other:box/></body>", Map.of(), new InsertingDialect(processable)))
			.hasSize(processable ? 1 : 0);
	}

	@Test
	void attributesAreReadHoweverTheyAreWritten() {
		assertThat(collect("""
				<LINK REL=stylesheet HREF="/a.css?b=1&amp;c=2">
				<script src='/d.js' PRELOAD:fetchpriority="low" data-src="/e.js" ASYNC></script>
				<img src="/f.jpg" srcset="/g.jpg 2x" preload:hint="true" alt>
				<p preload:hint="false" data-preload-hint="true"><script src="/h.js"></script></p>
				""", Map.of())).extracting(Link::fieldValue)
			.containsExactlyInAnyOrder("</a.css?b=1&c=2>; rel=preload; as=style",
					"</d.js>; rel=preload; as=script; fetchpriority=low",
					"</f.jpg>; rel=preload; as=image; imagesrcset=\"/g.jpg 2x\"");
	}

	private static boolean isModelReshapeable(IDialect... dialects) {
		return ((EngineConfiguration) StringPage.engine(dialects).getConfiguration())
			.isModelReshapeable(TemplateMode.HTML);
	}

	private static String render(String template, String content, IDialect... dialects) {
		return render(new StringPage(), template, Map.of("content", content, "title", "Title"), dialects);
	}

	private static List<Link> collect(String template, Map<String, Object> model, IDialect... others) {
		List<IDialect> dialects = new ArrayList<>(List.of(others));
		dialects.add(new PreloadDialect(true));
		StringPage page = new StringPage();
		render(page, template, model, dialects.toArray(IDialect[]::new));
		return page.collector().links().written();
	}

	private static String render(StringPage page, String template, Map<String, Object> model, IDialect... dialects) {
		String rendered = page.render(StringPage.engine(dialects), template, model);
		assertThat(page.failures()).isEmpty();
		return rendered;
	}

	/** Replaces an element by a script. */
	static final class InsertingDialect extends AbstractProcessorDialect {

		private final boolean processable;

		InsertingDialect(boolean processable) {
			super("Other", "other", 1000);
			this.processable = processable;
		}

		@Override
		public Set<IProcessor> getProcessors(String dialectPrefix) {
			boolean processable = this.processable;
			return Set
				.of(new AbstractElementTagProcessor(TemplateMode.HTML, dialectPrefix, "box", true, null, false, 1000) {

					@Override
					protected void doProcess(ITemplateContext context, IProcessableElementTag tag,
							IElementTagStructureHandler structureHandler) {
						structureHandler.replaceWith(
								context.getModelFactory()
									.parse(context.getTemplateData(), "<script src=\"/box.js\"></script>"),
								processable);
					}

				});
		}

	}

	/** Has a post-processor that hands on what it gets. */
	static final class IdleDialect extends AbstractDialect implements IPostProcessorDialect {

		IdleDialect() {
			super("Idle");
		}

		@Override
		public int getDialectPostProcessorPrecedence() {
			return 1000;
		}

		@Override
		public Set<IPostProcessor> getPostProcessors() {
			return Set.of(new PostProcessor(TemplateMode.HTML, IdleHandler.class, 1000));
		}

	}

	/** Hands on what it gets. */
	public static final class IdleHandler extends AbstractTemplateHandler {

	}

}
