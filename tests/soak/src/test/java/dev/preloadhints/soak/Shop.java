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

package dev.preloadhints.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

import com.sun.tools.attach.VirtualMachine;
import dev.preloadhints.sample.SampleApplication;
import dev.preloadhints.soak.shop.FailingShop;
import dev.preloadhints.soak.shop.ShopControl;
import dev.preloadhints.soak.shop.ShopControlMXBean;
import dev.preloadhints.tests.AbsentStarter;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.process.CandidatePorts;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample in a JVM of its own, so that memory and threads are its alone.
 */
final class Shop implements AutoCloseable {

	private final Process process;

	private final JMXConnector jmx;

	private final Ports ports;

	private Shop(Process process, JMXConnector jmx, Ports ports) {
		this.process = process;
		this.jmx = jmx;
		this.ports = ports;
	}

	/** With what may fail, but does not yet. */
	static Shop open(Ports ports) throws Exception {
		return start(FailingShop.class, ports, "soak-shop.log");
	}

	/** As it would be if there were no starter. */
	static Shop withoutStarter(Ports ports) throws Exception {
		return start(SampleApplication.class, ports, "soak-reference.log", "--" + AbsentStarter.PROPERTY);
	}

	private static Shop start(Class<?> application, Ports ports, String log, String... properties) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseG1GC",
						// An error in the log stays one, a stack trace included.
						"-XX:-OmitStackTraceInFastThrow", "-cp", System.getProperty("java.class.path"),
						application.getName(), "--server.port=" + ports.http(),
						"--bookshop.https.port=" + ports.https(), "--bookshop.https.directory=target/bookshop",
						"--server.shutdown=immediate", "--preload.early-hints.proxied=true",
						// Pages that are broken on purpose fill the log.
						"--logging.exception-conversion-word=%wEx{15}",
						// So that they end while it lasts.
						"--server.servlet.session.timeout=1m"));
		command.addAll(Arrays.asList(properties));
		Path output = Files.createDirectories(Path.of("target")).resolve(log);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		try (HttpTestClient client = HttpTestClient.http1(ports.http())) {
			Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> {
				assertThat(process.isAlive()).as("see " + output).isTrue();
				return isReady(client);
			});
			VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
			try {
				JMXServiceURL address = new JMXServiceURL(machine.startLocalManagementAgent());
				return new Shop(process, JMXConnectorFactory.connect(address), ports);
			}
			finally {
				machine.detach();
			}
		}
		catch (Exception ex) {
			process.destroyForcibly();
			throw ex;
		}
	}

	private static boolean isReady(HttpTestClient client) {
		try {
			return client.get("/actuator/health/readiness").status() == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	Ports ports() {
		return this.ports;
	}

	ShopControlMXBean control() throws Exception {
		return JMX.newMXBeanProxy(connection(), new ObjectName(ShopControl.NAME), ShopControlMXBean.class);
	}

	/** Collect the garbage, and look what is left. */
	Vitals vitals(Duration at) throws IOException {
		MemoryMXBean memory = ManagementFactory.newPlatformMXBeanProxy(connection(),
				ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
		ThreadMXBean threads = ManagementFactory.newPlatformMXBeanProxy(connection(),
				ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
		memory.gc();
		long heap = memory.getHeapMemoryUsage().getUsed();
		List<String> names = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
			.filter(Objects::nonNull)
			.map(ThreadInfo::getThreadName)
			// Those that answer this question.
			.filter((name) -> !name.startsWith("RMI ") && !name.startsWith("JMX "))
			.toList();
		int workers = (int) names.stream().filter((name) -> name.matches("http.*-exec-\\d+")).count();
		return new Vitals(at, heap, names.size() - workers, workers);
	}

	private MBeanServerConnection connection() throws IOException {
		return this.jmx.getMBeanServerConnection();
	}

	@Override
	public void close() throws IOException, InterruptedException {
		this.jmx.close();
		this.process.destroy();
		if (!this.process.waitFor(1, TimeUnit.MINUTES)) {
			this.process.destroyForcibly();
		}
	}

	/**
	 * Where a shop is reached: the same for all, because a page of it says where.
	 *
	 * @param http port of HTTP
	 * @param https port of HTTPS
	 */
	record Ports(int http, int https) {

		static Ports free() {
			return new Ports(CandidatePorts.next(), CandidatePorts.next());
		}

	}

}
