package mx.yume.conversation.handoff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import mx.yume.conversation.Incoming;
import mx.yume.conversation.OutboundContent.Option;

/**
 * What somebody of the business decided about a handoff that they were told of, by a button, its number or its title. An id says
 * what was tapped, never that it may still be had.
 */
public sealed interface HandoffCall {

    String TAKE = "handoff:take:";
    String END = "handoff:end:";

    /** @param handoff none: whoever waits longest */
    record Take(Optional<HandoffId> handoff) implements HandoffCall {}

    record End(HandoffId handoff) implements HandoffCall {}

    static Option take(HandoffId handoff, String title) {
        return new Option(TAKE + handoff, title);
    }

    static Option end(HandoffId handoff, String title) {
        return new Option(END + handoff, title);
    }

    /** The last one among these messages. */
    static Optional<HandoffCall> in(List<Incoming> messages, List<Option> offered) {
        return messages.stream().flatMap(message -> of(message, offered).stream()).reduce((earlier, later) -> later);
    }

    private static Optional<HandoffCall> of(Incoming message, List<Option> offered) {
        if (message.choiceId().isPresent()) {
            return parse(message.choiceId().orElseThrow());
        }
        var words = HandoffWords.plain(message.body());
        for (int at = 0; at < offered.size() && message.answersLast(); at++) {
            var option = offered.get(at);
            if (words.equals(String.valueOf(at + 1)) || words.equals(HandoffWords.plain(option.title()))) {
                return parse(option.id());
            }
        }
        return HandoffWords.takes(message.body()) ? Optional.of(new Take(Optional.empty())) : Optional.empty();
    }

    private static Optional<HandoffCall> parse(String id) {
        if (id.startsWith(TAKE)) {
            return handoff(id.substring(TAKE.length())).map(handoff -> new Take(Optional.of(handoff)));
        }
        return id.startsWith(END) ? handoff(id.substring(END.length())).map(End::new) : Optional.empty();
    }

    private static Optional<HandoffId> handoff(String uuid) {
        try {
            return Optional.of(new HandoffId(UUID.fromString(uuid)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
