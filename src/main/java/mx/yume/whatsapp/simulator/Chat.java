package mx.yume.whatsapp.simulator;

import java.util.List;

/**
 * Everything on the page that changes while one watches.
 *
 * @param conversation its id, empty before the first message
 * @param typing the business is about to answer
 * @param attended who of the business answers in Yume's place, or that somebody is waited for; empty while Yume answers
 * @param turns the newest first
 */
public record Chat(String conversation, boolean typing, String attended, List<Bubble> bubbles, List<TurnView> turns) {

    static final Chat EMPTY = new Chat("", false, "", List.of(), List.of());
}
