package mx.yume.assistant.model.prompt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.Memory;

/** What was said, as the model is given it: the instructions, the conversation so far, and this turn's messages word for word. */
public final class Dialogue {

    /** The lines before this turn that are worth their tokens. */
    public static final int REMEMBERED = 20;
    /** Longer messages are cut for the model; the log keeps them whole. */
    private static final int LONGEST = 4_000;
    /** All messages of a burst together: many long ones are each cut shorter, and none is left out. */
    private static final int LONGEST_BURST = 12_000;

    private Dialogue() {}

    /**
     * The conversation up to now. What no longer fits is forgotten from the oldest on; this turn's own messages never are.
     *
     * @param before the oldest first
     * @param historyTokens what the lines before this turn may take, as {@link Tokens} counts
     */
    public static List<ChatMessage> of(String instructions, List<Memory.Line> before, List<Incoming> now, int historyTokens) {
        var messages = new ArrayList<ChatMessage>();
        messages.add(SystemMessage.from(instructions));
        for (var line : remembered(before, historyTokens)) {
            messages.add(line.fromCustomer() ? UserMessage.from(line.text()) : AiMessage.from(line.text()));
        }
        int longest = Math.min(LONGEST, LONGEST_BURST / Math.max(1, now.size()));
        for (var message : now) {
            messages.add(UserMessage.from(said(message, longest)));
        }
        return messages;
    }

    private static List<Memory.Line> remembered(List<Memory.Line> before, int tokens) {
        var kept = new ArrayDeque<Memory.Line>();
        int left = tokens;
        for (var line : before.reversed()) {
            var text = bounded(line.text(), LONGEST);
            left -= Tokens.of(text);
            if (left < 0 || kept.size() == REMEMBERED) {
                break;
            }
            if (!text.isBlank()) {
                kept.addFirst(new Memory.Line(line.fromCustomer(), text));
            }
        }
        return List.copyOf(kept);
    }

    private static String said(Incoming message, int longest) {
        var text = bounded(message.body(), longest);
        var kind = switch (message.kind()) {
            case TEXT, CHOICE -> "(mensaje vacío)";
            case IMAGE -> "(mandó una imagen)";
            case AUDIO -> "(mandó una nota de voz)";
            case VIDEO -> "(mandó un video)";
            case DOCUMENT -> "(mandó un documento)";
            case STICKER -> "(mandó un sticker)";
            case LOCATION -> "(mandó una ubicación)";
            case CONTACTS -> "(mandó un contacto)";
            case REACTION -> "(reaccionó a un mensaje)";
            case UNKNOWN -> "(mandó algo que no se puede leer)";
        };
        return text.isBlank() ? kind : text;
    }

    /** Lone surrogates and NUL cannot be written as UTF-8 or are refused by endpoints: they become the replacement character. */
    static String bounded(String text, int longest) {
        var sound = new StringBuilder();
        text.codePoints().limit(longest)
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) ? 0xFFFD
                        : point)
                .forEach(sound::appendCodePoint);
        return sound.toString();
    }
}
