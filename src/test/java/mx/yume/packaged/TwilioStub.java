package mx.yume.packaged;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Twilio's Messages resource: accepts everything, remembers the order. Its log is empty, and it makes no contents. */
final class TwilioStub implements AutoCloseable {

    /** @param sid as the answer named it */
    record Sent(String sid, String to, String body) {}

    private final HttpServer server;
    private final List<Sent> sent = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();

    TwilioStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2010-04-01/Accounts/", this::accept);
        server.start();
    }

    private void accept(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, "{\"messages\":[],\"next_page_uri\":null}");
            return;
        }
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (refused(form.getOrDefault("To", ""))) {
            answer(exchange, 400, "{\"code\":21211,\"message\":\"%s is not a valid number\"}".formatted(form.get("To")));
            return;
        }
        answer(exchange, 201, "{\"sid\":\"%s\",\"status\":\"queued\",\"error_code\":null}".formatted(remember(form)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var answer = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        try (var body = exchange.getResponseBody()) {
            body.write(answer);
        }
    }

    /** As if there were no such number. */
    synchronized void refuse(String address) {
        refused.add(address);
    }

    private synchronized boolean refused(String address) {
        return refused.contains(address);
    }

    private synchronized String remember(Map<String, String> form) {
        var sid = "SM%032x".formatted(sent.size() + 1);
        sent.add(new Sent(sid, form.getOrDefault("To", ""), form.getOrDefault("Body", "")));
        return sid;
    }

    private static Map<String, String> form(String encoded) {
        var form = new HashMap<String, String>();
        Arrays.stream(encoded.split("&")).map(pair -> pair.split("=", 2)).forEach(pair -> form.put(
                URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                pair.length == 2 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : ""));
        return form;
    }

    synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    long sentTo(String address) {
        return sent().stream().filter(message -> message.to().equals(address)).count();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
