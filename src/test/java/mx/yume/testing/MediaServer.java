package mx.yume.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.vertx.core.buffer.Buffer;

/** Where a provider keeps what people send, over real HTTP. What was not put there is not found. */
public final class MediaServer implements AutoCloseable {

    /** A request for something, with the Authorization header, or nothing. */
    public record Asked(String path, String authorization) {}

    private record Answer(int status, Map<String, String> headers, Buffer body) {}

    private static final int PATIENCE_SECONDS = 30;

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    public MediaServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** For TWILIO_API_URL. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String keeps(String path, byte[] bytes) {
        answers.put(path, new Answer(200, Map.of(), Buffer.buffer(bytes)));
        return url() + path;
    }

    public String redirects(String path, String location) {
        answers.put(path, new Answer(307, Map.of("Location", location), Buffer.buffer()));
        return url() + path;
    }

    /** Says nothing until the server is closed. */
    public String hangs(String path) {
        answers.put(path, new Answer(0, Map.of(), Buffer.buffer()));
        return url() + path;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(new Asked(exchange.getRequestURI().getPath(), authorization == null ? "" : authorization));
        var answer = answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(404, Map.of(), Buffer.buffer()));
        if (answer.status() == 0) {
            await();
            exchange.close();
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status(), answer.body().length() == 0 ? -1 : answer.body().length());
        try (var out = exchange.getResponseBody()) {
            out.write(answer.body().getBytes());
        }
    }

    private void await() {
        try {
            end.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
