package mx.yume.assistant.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import mx.yume.assistant.model.endpoint.Deadline;
import mx.yume.assistant.model.endpoint.Endpoint;
import mx.yume.assistant.model.endpoint.ModelFailed.Reason;
import mx.yume.assistant.model.endpoint.ModelFailed;
import mx.yume.assistant.model.guard.Fact;
import mx.yume.assistant.model.toolbox.ToolOutcome;
import mx.yume.assistant.model.toolbox.Toolbox;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.Progress;
import mx.yume.platform.StorableText;

/**
 * One turn with the model: ask, call the tools it wants, ask again. Bounded in steps and in time. Runs on a virtual thread and
 * blocks it.
 *
 * <p>
 * Whatever the model does wrong is a {@link ModelFailed}, with one exception: arguments that are JSON but lack something or make
 * no sense are told back to it, once in a turn. A failure of a tool itself (the database, a stale turn) is not the model's and
 * passes through.
 */
final class Thinking {

    static final int MOST_STEPS = 8;

    /** A tool is a transaction or two: past this the database is in trouble, and so is the turn. */
    private static final Duration TOOL_PATIENCE = Duration.ofSeconds(10);

    /** What a turn with the model came to. */
    sealed interface Thought {

        record Said(String text, List<Fact> facts) implements Thought {}

        record Shown(List<OutboundContent> messages, List<Fact> facts) implements Thought {}
    }

    private final Endpoint endpoint;
    private final ObjectMapper json;
    private final Toolbox tools;
    private final Progress progress;
    private final Deadline deadline;
    private final List<ChatMessage> messages;
    private final List<Fact> facts = new ArrayList<>();
    private int steps;
    private boolean corrected;

    Thinking(Endpoint endpoint, ObjectMapper json, Toolbox tools, Progress progress, Deadline deadline,
            List<ChatMessage> messages) {
        this.endpoint = endpoint;
        this.json = json;
        this.tools = tools;
        this.progress = progress;
        this.deadline = deadline;
        this.messages = new ArrayList<>(messages);
    }

    Thought run() {
        while (true) {
            var said = ask();
            if (!said.hasToolExecutionRequests()) {
                return new Thought.Said(text(said), List.copyOf(facts));
            }
            messages.add(said);
            for (var request : said.toolExecutionRequests()) {
                switch (call(request)) {
                    case ToolOutcome.Told told -> tell(request, told);
                    case ToolOutcome.BadArguments bad -> correct(request, bad);
                    case ToolOutcome.Shown shown -> {
                        return new Thought.Shown(shown.messages(), List.copyOf(facts));
                    }
                }
            }
        }
    }

    private AiMessage ask() {
        long began = System.nanoTime();
        try {
            var response = endpoint.ask(ChatRequest.builder().messages(List.copyOf(messages))
                    .toolSpecifications(tools.offered()).build(), deadline);
            progress.trace("model", words(response), micros(began));
            if (response.finishReason() == FinishReason.LENGTH || response.finishReason() == FinishReason.CONTENT_FILTER) {
                throw new ModelFailed(Reason.EMPTY_ANSWER, response.finishReason().name());
            }
            return response.aiMessage();
        } catch (ModelFailed failed) {
            progress.trace("model", endpoint.name() + " " + failed.told(), micros(began));
            throw failed;
        }
    }

    private ToolOutcome call(ToolExecutionRequest request) {
        if (tools.offered().stream().map(ToolSpecification::name).noneMatch(name -> name.equals(request.name()))) {
            throw new ModelFailed(Reason.UNKNOWN_TOOL);
        }
        if (++steps > MOST_STEPS) {
            throw new ModelFailed(Reason.TOO_MANY_STEPS);
        }
        if (deadline.passed()) {
            throw new ModelFailed(Reason.TIMEOUT);
        }
        return tools.call(request.name(), arguments(request)).await().atMost(TOOL_PATIENCE);
    }

    /** No arguments at all is how some endpoints call a tool that has none. */
    private ObjectNode arguments(ToolExecutionRequest request) {
        var written = request.arguments();
        try {
            if (written == null || written.isBlank()) {
                return json.createObjectNode();
            }
            if (json.readTree(written) instanceof ObjectNode object) {
                return object;
            }
            throw new ModelFailed(Reason.MALFORMED_CALL, request.name());
        } catch (JsonProcessingException notJson) {
            throw new ModelFailed(Reason.MALFORMED_CALL, request.name());
        }
    }

    private void tell(ToolExecutionRequest request, ToolOutcome.Told told) {
        facts.addAll(told.facts());
        messages.add(ToolExecutionResultMessage.from(request, told.text()));
    }

    private void correct(ToolExecutionRequest request, ToolOutcome.BadArguments bad) {
        if (corrected) {
            throw new ModelFailed(Reason.BAD_ARGUMENTS, request.name());
        }
        corrected = true;
        progress.trace("model", request.name() + " refused: " + bad.text(), 0);
        messages.add(ToolExecutionResultMessage.from(request, bad.text()));
    }

    private static String text(AiMessage said) {
        if (said.text() == null || said.text().isBlank()) {
            throw new ModelFailed(Reason.EMPTY_ANSWER);
        }
        return StorableText.of(said.text().strip());
    }

    private String words(ChatResponse response) {
        var tokens = response.tokenUsage();
        return tokens == null || tokens.inputTokenCount() == null ? endpoint.name()
                : "%s, %d + %d tokens".formatted(endpoint.name(), tokens.inputTokenCount(), tokens.outputTokenCount());
    }

    private static long micros(long began) {
        return (System.nanoTime() - began) / 1000;
    }
}
