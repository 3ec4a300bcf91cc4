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

package dev.preloadhints.measure.chromium;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks the Chrome DevTools Protocol over one WebSocket.
 */
final class DevTools implements WebSocket.Listener {

	private static final JsonMapper JSON = new JsonMapper();

	private final AtomicInteger ids = new AtomicInteger();

	private final Map<Integer, Consumer<JsonNode>> calls = new ConcurrentHashMap<>();

	private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();

	private final StringBuilder received = new StringBuilder();

	/** Completed when the socket is ready for the next message. */
	private CompletableFuture<WebSocket> sent;

	DevTools(URI endpoint) {
		this.sent = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(endpoint, this);
		this.sent.join();
	}

	/** Told every event of every session. */
	void listen(Consumer<JsonNode> listener) {
		this.listeners.add(listener);
	}

	void forget(Consumer<JsonNode> listener) {
		this.listeners.remove(listener);
	}

	JsonNode call(String method, Map<String, ?> parameters) {
		return call(null, method, parameters);
	}

	JsonNode call(@Nullable String session, String method, Map<String, ?> parameters) {
		CompletableFuture<JsonNode> result = new CompletableFuture<>();
		send(session, method, parameters, result::complete);
		try {
			JsonNode answer = result.get(30, TimeUnit.SECONDS);
			if (answer.has("error")) {
				throw new IllegalStateException(method + ": " + answer.get("error"));
			}
			return answer.path("result");
		}
		catch (ExecutionException | TimeoutException | InterruptedException ex) {
			throw new IllegalStateException(method, ex);
		}
	}

	/** Send a command without waiting for its answer, as listeners must. */
	void send(@Nullable String session, String method, Map<String, ?> parameters, Consumer<JsonNode> onAnswer) {
		int id = this.ids.incrementAndGet();
		this.calls.put(id, onAnswer);
		Map<String, Object> message = new ConcurrentHashMap<>(Map.of("id", id, "method", method, "params", parameters));
		if (session != null) {
			message.put("sessionId", session);
		}
		String text = JSON.writeValueAsString(message);
		synchronized (this) {
			this.sent = this.sent.thenCompose((socket) -> socket.sendText(text, true));
		}
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
		this.received.append(data);
		if (last) {
			JsonNode message = JSON.readTree(this.received.toString());
			this.received.setLength(0);
			Consumer<JsonNode> call = message.has("id") ? this.calls.remove(message.get("id").asInt()) : null;
			if (call != null) {
				call.accept(message);
			}
			else {
				this.listeners.forEach((listener) -> listener.accept(message));
			}
		}
		webSocket.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
		fail("The browser has gone");
		return null;
	}

	@Override
	public void onError(WebSocket webSocket, Throwable error) {
		fail("The browser has gone: " + error);
	}

	private void fail(String reason) {
		for (Integer id : List.copyOf(this.calls.keySet())) {
			Consumer<JsonNode> call = this.calls.remove(id);
			if (call != null) {
				call.accept(JSON.createObjectNode().put("error", reason));
			}
		}
	}

}
