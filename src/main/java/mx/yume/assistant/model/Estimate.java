package mx.yume.assistant.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import mx.yume.assistant.model.prompt.Tokens;

/** The tokens of what is sent and answered, for endpoints that do not count them themselves. */
final class Estimate {

    private Estimate() {}

    /** Messages and tools. */
    static long of(ChatRequest request) {
        return request.messages().stream().mapToLong(message -> Tokens.of(text(message))).sum()
                + request.toolSpecifications().stream().mapToLong(tool -> Tokens.of(tool.toString())).sum();
    }

    static long of(AiMessage answer) {
        return Tokens.of(text(answer));
    }

    private static String text(ChatMessage message) {
        return switch (message) {
            case SystemMessage system -> system.text();
            case UserMessage user -> user.singleText();
            case ToolExecutionResultMessage result -> result.text();
            case AiMessage said -> (said.text() == null ? "" : said.text()) + said.toolExecutionRequests();
            default -> message.toString();
        };
    }
}
