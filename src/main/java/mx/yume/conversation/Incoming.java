package mx.yume.conversation;

import java.time.Instant;
import java.util.Optional;

/** One of the messages that a turn answers, as it can be shown. */
public record Incoming(InboundKind kind, String body, Optional<String> choiceId, Instant receivedAt) {}
