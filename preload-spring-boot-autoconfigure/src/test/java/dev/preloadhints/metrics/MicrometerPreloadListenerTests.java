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

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkCorpus;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

import static org.assertj.core.api.Assertions.assertThat;

class MicrometerPreloadListenerTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final MicrometerPreloadListener listener = new MicrometerPreloadListener(this.registry);

	@Test
	void hasAllMetersAtZeroFromTheStart() {
		assertThat(values("preload.links")).containsOnlyKeys("[header, font, preload]", "[header, fetch, preload]",
				"[header, image, preload]", "[header, script, preload]", "[header, style, preload]",
				"[header, track, preload]", "[header, script, modulepreload]", "[header, none, preconnect]",
				"[header, none, dns-prefetch]");
		assertThat(values("preload.links.omitted")).containsOnlyKeys(
				Arrays.stream(OmissionReason.values()).map((reason) -> "[header, " + reason.value() + "]").toList());
		assertThat(values("preload.errors"))
			.containsOnlyKeys(Arrays.stream(PreloadStage.values()).map((stage) -> "[" + stage.value() + "]").toList());
		assertThat(this.registry.get("preload.header.size").summary().count()).isZero();
		assertThat(this.registry.getMeters())
			.hasSize(9 + OmissionReason.values().length + PreloadStage.values().length + 1);
		assertThat(values("preload.links").values()).containsOnly(0.0);
		assertThat(values("preload.links.omitted").values()).containsOnly(0.0);
		assertThat(values("preload.errors").values()).containsOnly(0.0);
	}

	@Test
	void namesItsTags() {
		assertThat(tagNames("preload.links")).containsExactly("delivery", "destination", "rel");
		assertThat(tagNames("preload.links.omitted")).containsExactly("delivery", "reason");
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
		this.listener.pageRendered(new PageReport(List.of(), new Omissions(), 100));
		this.listener.pageRendered(new PageReport(List.of(), new Omissions(), 300));
		assertThat(this.registry.get("preload.header.size").summary().totalAmount()).isEqualTo(400);
		assertThat(this.registry.get("preload.header.size").summary().count()).isEqualTo(2);
	}

	@Test
	void countsLinksByDestinationAndRelation() {
		this.listener.pageRendered(new PageReport(
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
		this.listener.pageRendered(new PageReport(List.of(), omissions, 0));
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
		this.listener.pageRendered(new PageReport(LinkCorpus.links(), new Omissions(), 1));
		for (LinkRelation relation : LinkRelation.values()) {
			for (Destination destination : Destination.values()) {
				Link link = Link.of(relation).target("/a").destination(destination).build();
				this.listener.pageRendered(new PageReport(List.of(link), new Omissions(), 1));
			}
		}
		double counted = values("preload.links").values().stream().mapToDouble(Double::doubleValue).sum();
		assertThat(counted).isEqualTo(LinkCorpus.links().size() + 4 * 6);
		assertThat(this.registry.getMeters()).hasSize(meters);
	}

	@Test
	void hasNoUrlInATag() {
		this.listener.pageRendered(new PageReport(LinkCorpus.links(), new Omissions(), 1));
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

}
