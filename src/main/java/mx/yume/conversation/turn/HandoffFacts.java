package mx.yume.conversation.turn;

import java.util.Optional;

import mx.yume.conversation.handoff.HandoffCall;
import mx.yume.conversation.handoff.HandoffId;

/**
 * What a route depends on where people answer in Yume's place.
 *
 * @param open the one under way in this conversation of a customer, unless what they write is for Yume all the same
 * @param relaying the one that is answered from this conversation of somebody of the business
 * @param call what these messages say about one, if whoever writes is staff
 */
public record HandoffFacts(Optional<HandoffId> open, Optional<HandoffId> relaying, Optional<HandoffCall> call) {

    public static final HandoffFacts NONE = new HandoffFacts(Optional.empty(), Optional.empty(), Optional.empty());
}
