package mx.yume.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * One of the messages that a turn answers, as it can be shown.
 *
 * @param answersLast it came after Yume's last reply had left: a number or a yes in one that came before means something else
 */
public record Incoming(InboundKind kind, String body, Optional<String> choiceId, Instant receivedAt, boolean answersLast) {

    public Incoming(InboundKind kind, String body, Optional<String> choiceId, Instant receivedAt) {
        this(kind, body, choiceId, receivedAt, true);
    }
}
