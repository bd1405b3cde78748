package mx.yume.conversation;

import java.util.List;

/**
 * What an assistant answers. Empty when silence is the fitting answer (a sticker, a reaction).
 *
 * @param assistant who made it: guided, model or fixed
 */
public record Reply(List<OutboundContent> messages, String assistant) {

    public Reply {
        messages = List.copyOf(messages);
    }
}
