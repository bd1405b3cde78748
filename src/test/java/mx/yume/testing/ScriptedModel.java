package mx.yume.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An OpenAI-compatible chat endpoint over real HTTP that says what a test wrote down, one step per request, and remembers what it
 * was asked. A request past the end of the script gets an HTTP 500.
 *
 * <pre>
 * model.calls("check_availability", "{\"service\":\"Barba\",\"from\":\"2027-01-15\",\"to\":\"2027-01-15\"}")
 *         .says("¿A las 3:00 p.m. te queda?");
 * </pre>
 */
public final class ScriptedModel implements AutoCloseable {

    /** What a step does with a request. */
    @FunctionalInterface
    private interface Step {

        void answer(HttpExchange exchange) throws IOException;
    }

    /**
     * One request, as it arrived.
     *
     * @param authorization the header, or nothing
     * @param body the whole of it
     */
    public record Request(String authorization, JsonNode body) {

        public String model() {
            return body.path("model").asText();
        }

        /** The names of the tools offered. */
        public List<String> tools() {
            return texts("/function/name", body.path("tools"));
        }

        /** What was said in this role ("system", "user", "assistant", "tool"), in order. */
        public List<String> said(String role) {
            return StreamSupport.stream(body.path("messages").spliterator(), false)
                    .filter(message -> message.path("role").asText().equals(role))
                    .map(message -> message.path("content").isTextual() ? message.path("content").asText()
                            : String.join("", texts("/text", message.path("content"))))
                    .toList();
        }

        private static List<String> texts(String pointer, JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false).map(element -> element.at(pointer).asText()).toList();
        }
    }

    /**
     * A tool that the model wants called.
     *
     * @param arguments as the model would write them: JSON, or not
     */
    public record Call(String tool, String arguments) {}

    /**
     * A voice note to be written down.
     *
     * @param form as it arrived, read as Latin 1
     */
    public record Recording(String authorization, String contentType, String form) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 30;

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Step> script = new ConcurrentLinkedQueue<>();
    private final CopyOnWriteArrayList<Request> requests = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Step> hearing = new ConcurrentLinkedQueue<>();
    private final CopyOnWriteArrayList<Recording> recordings = new CopyOnWriteArrayList<>();
    private final Map<String, String> replaced = new ConcurrentHashMap<>();
    private final List<CountDownLatch> held = new ArrayList<>();

    private ScriptedModel(HttpServer server) {
        this.server = server;
    }

    public static ScriptedModel start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var model = new ScriptedModel(server);
            server.createContext("/v1/chat/completions", model::answer);
            server.createContext("/v1/audio/transcriptions", model::listen);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return model;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** For OPENAI_BASE_URL. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** What makes Yume use this endpoint. */
    public Map<String, String> settings() {
        return Map.of("yume.model.api-key", "a-secret-key", "yume.model.base-url", url(), "yume.model.name", "scripted");
    }

    /** Forgets script and requests, and lets go of whoever is held. */
    public ScriptedModel reset() {
        release();
        script.clear();
        requests.clear();
        hearing.clear();
        recordings.clear();
        replaced.clear();
        return this;
    }

    public ScriptedModel says(String text) {
        return then(exchange -> respond(exchange, 200, completion("stop", message -> message.put("content", text))));
    }

    /** From now on writes something else for this, in whatever it says or calls: for ids that only the test's world knows. */
    public ScriptedModel replace(String placeholder, String value) {
        replaced.put(placeholder, value);
        return this;
    }

    public ScriptedModel calls(String tool, String arguments) {
        return calls(new Call(tool, arguments));
    }

    /** Several calls in one answer. */
    public ScriptedModel calls(Call... calls) {
        return then(exchange -> respond(exchange, 200, completion("tool_calls", message -> {
            message.putNull("content");
            var list = message.putArray("tool_calls");
            for (var call : calls) {
                list.addObject().put("id", "call_" + requests.size() + "_" + list.size()).put("type", "function")
                        .putObject("function").put("name", call.tool()).put("arguments", call.arguments());
            }
        })));
    }

    /** Says what the last tool told it, word for word. */
    public ScriptedModel saysWhatItWasTold() {
        return then(exchange -> respond(exchange, 200,
                completion("stop", message -> message.put("content", requests.getLast().said("tool").getLast()))));
    }

    /** What the next voice note says. */
    public ScriptedModel hears(String words, double seconds) {
        var answer = JSON.createObjectNode().put("text", words);
        answer.putObject("usage").put("type", "duration").put("seconds", seconds);
        hearing.add(exchange -> respond(exchange, 200, answer.toString()));
        return this;
    }

    /** The next voice note gets this answer. */
    public ScriptedModel hearsNothing(int status, String body) {
        hearing.add(exchange -> respond(exchange, status, body));
        return this;
    }

    /** The next voice note gets no answer until {@link #release}. */
    public ScriptedModel hearsLate() {
        hearing.add(late());
        return this;
    }

    /** The voice notes it was sent, in order. */
    public List<Recording> recordings() {
        return List.copyOf(recordings);
    }

    public ScriptedModel saysNothing() {
        return says("");
    }

    public ScriptedModel failsWith(int status) {
        return then(exchange -> respond(exchange, status, "{\"error\":{\"message\":\"secret of the endpoint\"}}"));
    }

    /** 200, and a body that is no completion. */
    public ScriptedModel garbles() {
        return then(exchange -> respond(exchange, 200, "{\"choices\": [ oh"));
    }

    /** Closes the connection without an answer. */
    public ScriptedModel hangsUp() {
        return then(HttpExchange::close);
    }

    /** Says nothing until {@link #release}, then hangs up. */
    public ScriptedModel hangs() {
        return then(late());
    }

    private Step late() {
        var latch = new CountDownLatch(1);
        synchronized (held) {
            held.add(latch);
        }
        return exchange -> {
            try {
                latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
    }

    public void release() {
        synchronized (held) {
            held.forEach(CountDownLatch::countDown);
            held.clear();
        }
    }

    /** What it was asked, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The steps that nobody has asked for yet. */
    public int left() {
        return script.size();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }

    private ScriptedModel then(Step step) {
        script.add(step);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        requests.add(new Request(authorization == null ? "" : authorization, JSON.readTree(exchange.getRequestBody())));
        var step = script.poll();
        if (step == null) {
            respond(exchange, 500, "{\"error\":{\"message\":\"The script is over\"}}");
        } else {
            step.answer(exchange);
        }
    }

    private void listen(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        recordings.add(new Recording(headers.getFirst("Authorization"), headers.getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1)));
        var step = hearing.poll();
        if (step == null) {
            respond(exchange, 500, "{}");
        } else {
            step.answer(exchange);
        }
    }

    private static String completion(String finish, Consumer<ObjectNode> content) {
        var completion = JSON.createObjectNode().put("id", "scripted").put("object", "chat.completion").put("created", 1)
                .put("model", "scripted");
        var choice = completion.putArray("choices").addObject().put("index", 0).put("finish_reason", finish);
        content.accept(choice.putObject("message").put("role", "assistant"));
        completion.putObject("usage").put("prompt_tokens", 100).put("completion_tokens", 20).put("total_tokens", 120);
        return completion.toString();
    }

    private void respond(HttpExchange exchange, int status, String body) throws IOException {
        var written = body;
        for (var entry : replaced.entrySet()) {
            written = written.replace(entry.getKey(), entry.getValue());
        }
        var bytes = written.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
