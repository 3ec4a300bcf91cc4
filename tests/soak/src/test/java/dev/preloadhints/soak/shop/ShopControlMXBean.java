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

package dev.preloadhints.soak.shop;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be done with the shop from the outside.
 */
public interface ShopControlMXBean {

	/** Switch these faults on and all others off. */
	void setFaults(Set<Fault> faults);

	Set<Fault> getFaults();

	/** How often each fault failed. */
	Map<Fault, Long> getInjected();

	/** What {@code preload.errors} counts, by stage. */
	Map<String, Long> getErrors();

	/** Lines of the log that are nobody's intention, the first of them. */
	List<String> getTroubles();

	/** The patterns of all pages. */
	Set<String> getPatterns();

}
