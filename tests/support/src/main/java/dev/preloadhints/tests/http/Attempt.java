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

package dev.preloadhints.tests.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.apache.hc.core5.concurrent.ComplexCancellable;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.nio.command.RequestExecutionCommand;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOSession;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way over one connection.
 */
final class Attempt implements AsyncClientExchangeHandler {

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	private final AtomicBoolean ended = new AtomicBoolean();

	private final ComplexCancellable stream = new ComplexCancellable();

	private final HttpCoreContext context = HttpCoreContext.create();

	private final Exchange exchange;

	private final Connections connections;

	private final BasicHttpRequest request;

	private final ByteBuffer body;

	private final IOSession session;

	private final @Nullable SocketAddress address;

	private final boolean kept;

	private volatile long receivedBefore;

	private volatile boolean begun;

	private @Nullable HttpResponse response;

	Attempt(Exchange exchange, Connections connections, Target target, List<String> headers, IOSession session,
			boolean kept) {
		this.exchange = exchange;
		this.connections = connections;
		this.request = new BasicHttpRequest(exchange.request().method(), target.host(), target.path());
		for (int i = 0; i < headers.size(); i += 2) {
			this.request.addHeader(headers.get(i), headers.get(i + 1));
		}
		this.body = ByteBuffer.wrap(exchange.request().body().getBytes(StandardCharsets.UTF_8));
		this.session = session;
		this.address = session.getLocalAddress();
		this.kept = kept;
	}

	void start() {
		this.connections.frames().begin(this);
		this.session.enqueue(new RequestExecutionCommand(this, null, this.stream, this.context),
				Command.Priority.NORMAL);
		if (!this.session.isOpen()) {
			failed(new ConnectionClosedException());
		}
	}

	/**
	 * Do not wait any longer. The connection is not used again: a server may take it ill
	 * that streams are reset.
	 */
	void abandon() {
		if (this.ended.compareAndSet(false, true)) {
			this.connections.frames().end(this);
			this.stream.cancel();
			if (!isMultiplexed() || !this.connections.resetStream(this)) {
				this.connections.drop(this.session);
			}
		}
	}

	/** Whether its connection had been kept from an earlier request. */
	boolean isKept() {
		return this.kept;
	}

	IOSession session() {
		return this.session;
	}

	/** Where its connection begins. */
	@Nullable SocketAddress address() {
		return this.address;
	}

	/** Whether anything of an answer has arrived. */
	boolean isBegun() {
		return this.begun || (!isMultiplexed() && received() > this.receivedBefore);
	}

	/** Whether the server said that it goes away. */
	boolean hasGoneAway() {
		return this.connections.frames().hasGoneAway(this.address);
	}

	private boolean isMultiplexed() {
		return HttpVersion.HTTP_2.equals(this.context.getProtocolVersion());
	}

	private long received() {
		EndpointDetails endpoint = this.context.getEndpointDetails();
		return (endpoint != null) ? endpoint.getReceivedBytesCount() : 0;
	}

	@Override
	public void produceRequest(RequestChannel channel, HttpContext httpContext) throws HttpException, IOException {
		EntityDetails entity = this.body.hasRemaining() ? new BasicEntityDetails(this.body.remaining(), null) : null;
		channel.sendRequest(this.request, entity, httpContext);
		this.receivedBefore = received();
	}

	@Override
	public int available() {
		return this.body.remaining();
	}

	@Override
	public void produce(DataStreamChannel channel) throws IOException {
		channel.write(this.body);
		if (!this.body.hasRemaining()) {
			channel.endStream();
		}
	}

	@Override
	public void consumeInformation(HttpResponse interim, HttpContext httpContext) {
		this.begun = true;
		this.exchange.arrived(new Interim(interim.getCode(), fields(interim)));
	}

	@Override
	public void consumeResponse(HttpResponse head, @Nullable EntityDetails entity, HttpContext httpContext) {
		this.begun = true;
		this.response = head;
		if (entity == null) {
			end(head);
		}
	}

	@Override
	public void updateCapacity(CapacityChannel channel) throws IOException {
		channel.update(Integer.MAX_VALUE);
	}

	@Override
	public void consume(ByteBuffer source) {
		byte[] bytes = new byte[source.remaining()];
		source.get(bytes);
		this.content.writeBytes(bytes);
	}

	@Override
	public void streamEnd(@Nullable List<? extends Header> trailers) {
		if (this.response != null) {
			end(this.response);
		}
	}

	private void end(HttpResponse head) {
		if (this.ended.compareAndSet(false, true)) {
			this.connections.frames().end(this);
			Answer answer = new Answer(head.getCode(), String.valueOf(head.getVersion()), fields(head),
					new Content(this.content.toByteArray()), List.of(), 0);
			this.exchange.answered(this, answer,
					!this.body.hasRemaining() && !answer.headers("Connection").contains("close"));
		}
	}

	@Override
	public void failed(Exception cause) {
		if (this.ended.compareAndSet(false, true)) {
			this.connections.frames().end(this);
			this.exchange.failed(this, cause);
		}
	}

	@Override
	public void cancel() {
		failed(new RequestNotExecutedException());
	}

	/** Whoever releases it without an answer has not told why. */
	@Override
	public void releaseResources() {
		failed(new ConnectionClosedException());
	}

	private static Fields fields(HttpResponse message) {
		return new Fields(Stream.of(message.getHeaders())
			.map((header) -> new Fields.Field(header.getName(), header.getValue()))
			.toList());
	}

}
