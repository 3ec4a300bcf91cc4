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

package dev.preloadhints.metrics;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import dev.preloadhints.PageKey;
import dev.preloadhints.event.EarlyHintsOutcome;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PredictionReport;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkCorpus;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;
import dev.preloadhints.page.InMemoryPageStore;

import static org.assertj.core.api.Assertions.assertThat;

class MicrometerPreloadListenerTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final InMemoryPageStore store = new InMemoryPageStore(10, 100_000, Duration.ofDays(1));

	private final MicrometerPreloadListener listener = new MicrometerPreloadListener(this.registry, this.store);

	@Test
	void hasAllMetersAtZeroFromTheStart() {
		assertThat(values("preload.links")).containsOnlyKeys("[header, font, preload]", "[header, fetch, preload]",
				"[header, image, preload]", "[header, script, preload]", "[header, style, preload]",
				"[header, track, preload]", "[header, script, modulepreload]", "[header, none, preconnect]",
				"[header, none, dns-prefetch]", "[early_hints, font, preload]", "[early_hints, fetch, preload]",
				"[early_hints, image, preload]", "[early_hints, script, preload]", "[early_hints, style, preload]",
				"[early_hints, track, preload]", "[early_hints, script, modulepreload]",
				"[early_hints, none, preconnect]");
		assertThat(values("preload.links.omitted")).containsKeys("[header, media]", "[header, committed]",
				"[early_hints, not_cacheable]", "[early_hints, max_weight]", "[header, max_size]",
				"[early_hints, max_size]");
		assertThat(values("preload.links.omitted").keySet()).doesNotContain("[header, vary]", "[early_hints, lazy]");
		assertThat(OmissionReason.values()).allSatisfy((reason) -> assertThat(values("preload.links.omitted").keySet())
			.containsAnyOf("[header, " + reason.value() + "]", "[early_hints, " + reason.value() + "]"));
		assertThat(values("preload.errors"))
			.containsOnlyKeys(Arrays.stream(PreloadStage.values()).map((stage) -> "[" + stage.value() + "]").toList());
		assertThat(values("preload.early.hints")).containsOnlyKeys(
				Arrays.stream(EarlyHintsOutcome.values()).map((outcome) -> "[" + outcome.value() + "]").toList());
		assertThat(values("preload.prediction")).containsOnlyKeys("[hit]", "[wasted]", "[missed]");
		assertThat(this.registry.get("preload.header.size").summary().count()).isZero();
		assertThat(this.registry.get("preload.pages").gauge().value()).isZero();
		for (String name : List.of("preload.links", "preload.links.omitted", "preload.errors", "preload.early.hints",
				"preload.prediction")) {
			assertThat(values(name).values()).as(name).containsOnly(0.0);
		}
	}

	@Test
	void hasNoOtherMeter() {
		assertThat(this.registry.getMeters().stream().map((meter) -> meter.getId().getName()).distinct())
			.containsExactlyInAnyOrder("preload.links", "preload.links.omitted", "preload.early.hints",
					"preload.prediction", "preload.header.size", "preload.pages", "preload.errors");
	}

	@Test
	void countsEarlyHints() {
		Omissions omissions = new Omissions();
		omissions.add("/big.png", OmissionReason.MAX_WEIGHT);
		this.listener.earlyHintsDecided(new EarlyHintsReport(null, EarlyHintsOutcome.SENT,
				List.of(Link.preload("/a.css", Destination.STYLE).build()), Set.of(), omissions));
		this.listener.earlyHintsDecided(
				new EarlyHintsReport(null, EarlyHintsOutcome.PROTOCOL, List.of(), Set.of(), new Omissions()));
		assertThat(values("preload.early.hints")).containsEntry("[sent]", 1.0).containsEntry("[protocol]", 1.0);
		assertThat(values("preload.links")).containsEntry("[early_hints, style, preload]", 1.0)
			.containsEntry("[header, style, preload]", 0.0);
		assertThat(values("preload.links.omitted")).containsEntry("[early_hints, max_weight]", 1.0);
	}

	@Test
	void countsPredictions() {
		Omissions unlearnable = new Omissions();
		unlearnable.add("/me.png", OmissionReason.NOT_SHARED);
		this.listener.predictionChecked(
				new PredictionReport(new PageKey("Books#book", "/books/{slug}", ""), 3, 2, 1, unlearnable));
		assertThat(values("preload.prediction")).containsEntry("[hit]", 3.0)
			.containsEntry("[wasted]", 2.0)
			.containsEntry("[missed]", 1.0);
		assertThat(values("preload.links.omitted")).containsEntry("[early_hints, not_shared]", 1.0);
	}

	@Test
	void countsPages() {
		this.store.update(new PageKey("Controller#page", "/", ""), (page) -> page);
		assertThat(this.registry.get("preload.pages").gauge().value()).isEqualTo(1);
	}

	@Test
	void namesItsTags() {
		assertThat(tagNames("preload.links")).containsExactly("delivery", "destination", "rel");
		assertThat(tagNames("preload.links.omitted")).containsExactly("delivery", "reason");
		assertThat(tagNames("preload.early.hints")).containsExactly("outcome");
		assertThat(tagNames("preload.prediction")).containsExactly("result");
		assertThat(tagNames("preload.pages")).isEmpty();
		assertThat(tagNames("preload.errors")).containsExactly("stage");
		assertThat(tagNames("preload.header.size")).isEmpty();
	}

	@Test
	void describesEveryMeter() {
		assertThat(this.registry.getMeters())
			.allSatisfy((meter) -> assertThat(meter.getId().getDescription()).isNotBlank());
	}

	@Test
	void measuresTheHeaderInBytes() {
		assertThat(this.registry.get("preload.header.size").meter().getId().getBaseUnit()).isEqualTo("bytes");
		this.listener.pageRendered(report(List.of(), new Omissions(), 100));
		this.listener.pageRendered(report(List.of(), new Omissions(), 300));
		assertThat(this.registry.get("preload.header.size").summary().totalAmount()).isEqualTo(400);
		assertThat(this.registry.get("preload.header.size").summary().count()).isEqualTo(2);
	}

	@Test
	void countsLinksByDestinationAndRelation() {
		this.listener.pageRendered(report(
				List.of(Link.preload("/a", Destination.STYLE).build(), Link.preload("/b", Destination.STYLE).build(),
						Link.modulePreload("/c").build(), Link.preconnect("https://a.example").build()),
				new Omissions(), 100));
		assertThat(values("preload.links")).containsEntry("[header, style, preload]", 2.0)
			.containsEntry("[header, script, modulepreload]", 1.0)
			.containsEntry("[header, none, preconnect]", 1.0)
			.containsEntry("[header, font, preload]", 0.0);
	}

	@Test
	void countsOmissionsByReason() {
		Omissions omissions = new Omissions();
		for (int i = 0; i < 100; i++) {
			omissions.add("/" + i, OmissionReason.LAZY);
		}
		omissions.add("/a", OmissionReason.MAX_SIZE);
		this.listener.pageRendered(report(List.of(), omissions, 0));
		assertThat(values("preload.links.omitted")).containsEntry("[header, lazy]", 100.0)
			.containsEntry("[header, max_size]", 1.0)
			.containsEntry("[header, media]", 0.0);
	}

	@Test
	void countsFailuresByStage() {
		this.listener.failed(PreloadStage.FILTER, new IllegalStateException());
		this.listener.failed(PreloadStage.FILTER, new IllegalStateException());
		assertThat(values("preload.errors")).containsEntry("[filter]", 2.0).containsEntry("[collect]", 0.0);
	}

	@Test
	void countsEveryLinkThatThereCanBeWithoutANewMeter() {
		int meters = this.registry.getMeters().size();
		this.listener.pageRendered(report(LinkCorpus.links(), new Omissions(), 1));
		for (LinkRelation relation : LinkRelation.values()) {
			for (Destination destination : EnumSet.complementOf(EnumSet.of(Destination.NONE))) {
				Link link = Link.of(relation).target("/a").destination(destination).build();
				this.listener.pageRendered(report(List.of(link), new Omissions(), 1));
			}
		}
		double counted = values("preload.links").values().stream().mapToDouble(Double::doubleValue).sum();
		assertThat(counted).isEqualTo(LinkCorpus.links().size() + 4 * 6);
		assertThat(this.registry.getMeters()).hasSize(meters);
	}

	@Test
	void hasNoUrlInATag() {
		this.listener.pageRendered(report(LinkCorpus.links(), new Omissions(), 1));
		assertThat(this.registry.getMeters()).flatExtracting((meter) -> meter.getId().getTags())
			.extracting(Tag::getValue)
			.allMatch((value) -> value.matches("[a-z_-]+"));
	}

	private Map<String, Double> values(String name) {
		Map<String, Double> values = new TreeMap<>();
		for (Meter meter : this.registry.get(name).meters()) {
			values.put(meter.getId().getTags().stream().map(Tag::getValue).toList().toString(),
					meter.measure().iterator().next().getValue());
		}
		return values;
	}

	private List<String> tagNames(String name) {
		return this.registry.get(name).meters().iterator().next().getId().getTags().stream().map(Tag::getKey).toList();
	}

	private static PageReport report(List<Link> links, Omissions omissions, int headerSize) {
		return new PageReport(null, "", links, Set.of(), omissions, headerSize);
	}

}
