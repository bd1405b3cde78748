package mx.yume.assistant.model.prompt;

import java.nio.charset.StandardCharsets;

/**
 * How many tokens a text is at most, without a tokenizer: one for every two bytes of UTF-8, and four for what frames a message.
 *
 * <p>
 * OpenAI's rule of thumb is four characters a token in English (https://help.openai.com/en/articles/4936856); Spanish prose takes about
 * a third more, some three bytes a token, and an emoji of four bytes two or three tokens. Two bytes err on the side of too many: a
 * history is cut a little early, a budget ends a little early, never late.
 */
public final class Tokens {

    private static final int BYTES = 2;
    private static final int FRAME = 4;

    private Tokens() {}

    /** Of one message, its frame included. */
    public static int of(String text) {
        return FRAME + Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, BYTES);
    }
}
