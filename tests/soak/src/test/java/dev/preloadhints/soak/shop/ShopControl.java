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

import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

import javax.management.JMException;
import javax.management.ObjectName;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Fails on request, and counts how often.
 */
public class ShopControl implements ShopControlMXBean {

	/** Where the control is found over JMX. */
	public static final String NAME = "dev.preloadhints:type=ShopControl";

	private final Map<Fault, LongAdder> injected = new EnumMap<>(Fault.class);

	private final LogWatch log = new LogWatch();

	private final ApplicationContext context;

	private volatile Set<Fault> faults = EnumSet.noneOf(Fault.class);

	ShopControl(ApplicationContext context) throws JMException {
		this.context = context;
		for (Fault fault : Fault.values()) {
			this.injected.put(fault, new LongAdder());
		}
		this.log.begin();
		ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
	}

	boolean isOn(Fault fault) {
		return this.faults.contains(fault);
	}

	/** Fail on every second call, if that is asked for. */
	void check(Fault fault) {
		if (isOn(fault) && ThreadLocalRandom.current().nextBoolean()) {
			this.injected.get(fault).increment();
			throw new InjectedFault(fault);
		}
	}

	@Override
	public void setFaults(Set<Fault> faults) {
		this.faults = faults.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(faults);
	}

	@Override
	public Set<Fault> getFaults() {
		return this.faults;
	}

	@Override
	public Map<Fault, Long> getInjected() {
		Map<Fault, Long> counts = new EnumMap<>(Fault.class);
		this.injected.forEach((fault, count) -> counts.put(fault, count.sum()));
		return counts;
	}

	@Override
	public Map<String, Long> getErrors() {
		Map<String, Long> errors = new TreeMap<>();
		for (Counter counter : this.context.getBean(MeterRegistry.class).find("preload.errors").counters()) {
			errors.merge(String.valueOf(counter.getId().getTag("stage")), (long) counter.count(), Long::sum);
		}
		return errors;
	}

	@Override
	public List<String> getTroubles() {
		return this.log.troubles();
	}

	@Override
	public Set<String> getPatterns() {
		Set<String> patterns = new TreeSet<>();
		this.context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods()
			.forEach((mapping, handler) -> {
				if (isForPages(mapping) && handler.getBeanType().getName().startsWith("dev.preloadhints.sample")) {
					patterns.addAll(mapping.getPatternValues());
				}
			});
		return patterns;
	}

	private static boolean isForPages(RequestMappingInfo mapping) {
		return mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
	}

}
