package mx.yume.assistant.model.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;

/** A language model for plain tests: the client of the application needs the container, this one only HTTP. */
public final class PlainEndpoint implements ChatModel {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Failures of a test's model never make it rest. */
    private static final int NEVER = 1_000_000;
    private static final int AT_ONCE = 8;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;

    private PlainEndpoint(URI url) {
        this.url = url;
    }

    /** What the assistant asks through, whose class is nobody else's business. */
    public static Object at(String url, Clock clock, ModelWatch watch) {
        return new Endpoint(Optional.of(new PlainEndpoint(URI.create(url + "/chat/completions"))), "scripted", AT_ONCE,
                new Circuit(clock, NEVER, Duration.ZERO), watch);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        var body = JSON.createObjectNode().put("model", "scripted");
        request.messages().forEach(message -> write(body.withArray("messages"), message));
        request.toolSpecifications().forEach(tool -> body.withArray("tools").addObject().put("type", "function")
                .putObject("function").put("name", tool.name()).put("description", tool.description()));
        var answer = post(body.toString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("HTTP " + answer.statusCode());
        }
        return read(answer.body());
    }

    private HttpResponse<String> post(String body) {
        var post = HttpRequest.newBuilder(url).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            return client.send(post, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(late);
        }
    }

    private static void write(ArrayNode messages, ChatMessage message) {
        var written = messages.addObject();
        switch (message) {
            case SystemMessage system -> written.put("role", "system").put("content", system.text());
            case UserMessage user -> written.put("role", "user").put("content", user.singleText());
            case AiMessage said -> assistant(written, said);
            case ToolExecutionResultMessage result -> written.put("role", "tool").put("tool_call_id", result.id())
                    .put("content", result.text());
            default -> throw new IllegalArgumentException(message.toString());
        }
    }

    private static void assistant(ObjectNode written, AiMessage said) {
        written.put("role", "assistant").put("content", said.text());
        said.toolExecutionRequests().forEach(call -> written.withArray("tool_calls").addObject().put("id", call.id())
                .put("type", "function").putObject("function").put("name", call.name()).put("arguments", call.arguments()));
    }

    private static ChatResponse read(String body) {
        try {
            var answer = JSON.readTree(body);
            var message = answer.at("/choices/0/message");
            var calls = StreamSupport.stream(message.path("tool_calls").spliterator(), false).map(PlainEndpoint::call).toList();
            var said = AiMessage.builder().toolExecutionRequests(calls);
            if (message.path("content").isTextual()) {
                said.text(message.path("content").asText());
            }
            var usage = answer.path("usage");
            return ChatResponse.builder().aiMessage(said.build()).tokenUsage(
                    new TokenUsage(usage.path("prompt_tokens").asInt(), usage.path("completion_tokens").asInt())).build();
        } catch (IOException garbled) {
            throw new UncheckedIOException(garbled);
        }
    }

    private static ToolExecutionRequest call(JsonNode call) {
        return ToolExecutionRequest.builder().id(call.path("id").asText()).name(call.at("/function/name").asText())
                .arguments(call.at("/function/arguments").asText()).build();
    }
}
