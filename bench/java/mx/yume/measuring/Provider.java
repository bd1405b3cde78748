package mx.yume.measuring;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** Twilio as it would be if it took no time: it accepts every message at once, and notes when the last one to each person came. */
public final class Provider implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final AtomicLong accepted = new AtomicLong();
    private final Map<String, Long> lastTo = new ConcurrentHashMap<>();

    public Provider() {
        server = vertx.createHttpServer().requestHandler(request -> request.body().onSuccess(body -> accept(request, body)));
        Installation.await(server.listen(0, "127.0.0.1"));
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** By the JVM's own clock, in nanoseconds; taken away. Null when nothing came. */
    @org.jspecify.annotations.Nullable
    public Long takeLastTo(String address) {
        return lastTo.remove(address);
    }

    private void accept(HttpServerRequest request, Buffer body) {
        Arrays.stream(body.toString().split("&")).filter(field -> field.startsWith("To="))
                .map(field -> URLDecoder.decode(field.substring(3), StandardCharsets.UTF_8))
                .forEach(to -> lastTo.put(to, System.nanoTime()));
        request.response().setStatusCode(201).putHeader("Content-Type", "application/json")
                .end("{\"sid\":\"SM%032x\",\"status\":\"queued\"}".formatted(accepted.incrementAndGet()));
    }

    @Override
    public void close() {
        Installation.await(vertx.close());
    }
}
