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
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import mx.yume.assistant.model.endpoint.Deadline;
import mx.yume.assistant.model.endpoint.Endpoint;
import mx.yume.assistant.model.endpoint.Meter;
import mx.yume.assistant.model.endpoint.ModelFailed;
import mx.yume.assistant.model.endpoint.ModelFailed.Reason;
import mx.yume.assistant.model.guard.Fact;
import mx.yume.assistant.model.guard.WhatsAppText;
import mx.yume.assistant.model.toolbox.ToolOutcome;
import mx.yume.assistant.model.toolbox.Toolbox;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.Progress;
import mx.yume.conversation.spending.ModelUse;
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

    /**
     * @param meter counts what is used, whether or not an answer comes of it
     * @param longestAnswer in characters
     */
    record Bounds(Deadline deadline, Meter meter, int longestAnswer) {}

    private final Endpoint endpoint;
    private final ObjectMapper json;
    private final Toolbox tools;
    private final Progress progress;
    private final Bounds bounds;
    private final Deadline deadline;
    private final List<ChatMessage> messages;
    private final List<Fact> facts = new ArrayList<>();
    private int steps;
    private boolean corrected;
    private boolean shortened;

    Thinking(Endpoint endpoint, ObjectMapper json, Toolbox tools, Progress progress, Bounds bounds,
            List<ChatMessage> messages) {
        this.endpoint = endpoint;
        this.json = json;
        this.tools = tools;
        this.progress = progress;
        this.deadline = bounds.deadline();
        this.bounds = bounds;
        this.messages = new ArrayList<>(messages);
    }

    Thought run() {
        while (true) {
            var said = ask();
            if (!said.hasToolExecutionRequests()) {
                var text = text(said);
                if (text.length() <= bounds.longestAnswer()) {
                    return new Thought.Said(text, List.copyOf(facts));
                }
                askShorter(said);
                continue;
            }
            messages.add(said);
            List<OutboundContent> question = List.of();
            for (var request : said.toolExecutionRequests()) {
                switch (call(request)) {
                    case ToolOutcome.Told told -> tell(request, told);
                    case ToolOutcome.BadArguments bad -> correct(request, bad);
                    case ToolOutcome.Waiting waiting -> {
                        question = waiting.messages();
                        tell(request, new ToolOutcome.Told("Guardado."));
                    }
                    case ToolOutcome.Shown shown -> {
                        return new Thought.Shown(shown.messages(), List.copyOf(facts));
                    }
                }
            }
            if (!question.isEmpty()) {
                return new Thought.Shown(question, List.copyOf(facts));
            }
        }
    }

    private AiMessage ask() {
        var request = ChatRequest.builder().messages(List.copyOf(messages)).toolSpecifications(tools.offered()).build();
        long began = System.nanoTime();
        try {
            var response = endpoint.ask(request, deadline);
            var use = metered(request, response);
            progress.trace("model", words(use), micros(began));
            if (response.finishReason() == FinishReason.LENGTH || response.finishReason() == FinishReason.CONTENT_FILTER) {
                throw new ModelFailed(Reason.EMPTY_ANSWER, response.finishReason().name());
            }
            return response.aiMessage();
        } catch (ModelFailed failed) {
            // What was asked and abandoned is charged all the same.
            if (failed.reason() == Reason.TIMEOUT) {
                bounds.meter().called(Estimate.of(request), 0);
            }
            progress.trace("model", endpoint.name() + " " + failed.told(), micros(began));
            throw failed;
        }
    }

    /** Endpoints that do not count are estimated. */
    private ModelUse metered(ChatRequest request, ChatResponse response) {
        var counted = response.tokenUsage();
        return counted == null || counted.inputTokenCount() == null || counted.outputTokenCount() == null
                ? bounds.meter().called(Estimate.of(request), Estimate.of(response.aiMessage()))
                : bounds.meter().called(counted.inputTokenCount(), counted.outputTokenCount());
    }

    /** Once; an answer that is still too long is no answer for a phone. */
    private void askShorter(AiMessage said) {
        if (shortened) {
            throw new ModelFailed(Reason.TOO_LONG);
        }
        shortened = true;
        progress.trace("model", "asked to be shorter", 0);
        messages.add(said);
        // Half of what is allowed: a model counts characters badly.
        messages.add(
                SystemMessage.from(("Tu respuesta es demasiado larga para WhatsApp. Dila otra vez en menos de %d caracteres, "
                        + "sin llamar herramientas.").formatted(bounds.longestAnswer() / 2)));
    }

    private ToolOutcome call(ToolExecutionRequest request) {
        if (tools.offered().stream().map(ToolSpecification::name).noneMatch(name -> name.equals(request.name()))) {
            return tools.refuse(request.name());
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
        var text = WhatsAppText.of(StorableText.of(said.text()));
        if (text.isBlank()) {
            throw new ModelFailed(Reason.EMPTY_ANSWER);
        }
        return text;
    }

    private String words(ModelUse use) {
        return "%s, %d + %d tokens, %s".formatted(endpoint.name(), use.inputTokens(), use.outputTokens(), Meter.dollars(use));
    }

    private static long micros(long began) {
        return (System.nanoTime() - began) / 1000;
    }
}
