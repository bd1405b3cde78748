package mx.yume.packaged;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Where errors and traces go: a Sentry and a collector of OpenTelemetry that keep what they are told. */
final class Watchers implements AutoCloseable {

    private final HttpServer server;
    private final List<String> errors = new ArrayList<>();
    private final List<byte[]> traces = new ArrayList<>();

    Watchers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/7/envelope/", exchange -> {
            var body = body(exchange);
            synchronized (this) {
                errors.add(new String(body, StandardCharsets.UTF_8));
            }
            answer(exchange, "application/json", "{}");
        });
        server.createContext("/v1/traces", exchange -> {
            var body = body(exchange);
            synchronized (this) {
                traces.add(body);
            }
            answer(exchange, "application/x-protobuf", "");
        });
        server.start();
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (!"gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            return body;
        }
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return unzipped.readAllBytes();
        }
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, text.isEmpty() ? -1 : text.length());
        try (var body = exchange.getResponseBody()) {
            body.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The envelopes that hold an event. */
    synchronized List<String> errors() {
        return errors.stream().filter(envelope -> envelope.contains("\"type\":\"event\"")).toList();
    }

    synchronized List<byte[]> traces() {
        return List.copyOf(traces);
    }

    String dsn() {
        return "http://key@127.0.0.1:" + server.getAddress().getPort() + "/7";
    }

    String collector() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
