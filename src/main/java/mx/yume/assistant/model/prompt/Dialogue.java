package mx.yume.assistant.model.prompt;

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

    private Dialogue() {}

    public static List<ChatMessage> of(String instructions, List<Memory.Line> before, List<Incoming> now) {
        var messages = new ArrayList<ChatMessage>();
        messages.add(SystemMessage.from(instructions));
        for (var line : before) {
            var text = bounded(line.text());
            if (!text.isBlank()) {
                messages.add(line.fromCustomer() ? UserMessage.from(text) : AiMessage.from(text));
            }
        }
        for (var message : now) {
            messages.add(UserMessage.from(said(message)));
        }
        return messages;
    }

    private static String said(Incoming message) {
        var text = bounded(message.body());
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
    public static String bounded(String text) {
        var sound = new StringBuilder();
        text.codePoints().limit(LONGEST)
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) ? 0xFFFD
                        : point)
                .forEach(sound::appendCodePoint);
        return sound.toString();
    }
}
