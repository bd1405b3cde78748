package mx.yume.conversation.outbox;

import java.time.Duration;

/** What a provider thinks of a template, for one of its accounts. */
public sealed interface Approval {

    /** How soon a message that waits for one looks again. */
    Duration LOOK_AGAIN = Duration.ofMinutes(10);

    /** @param providerId what the provider calls it when it is sent; the template's own name where it has no other */
    record Approved(String providerId) implements Approval {}

    /** @param why for the row: not submitted yet, not the text of today, or not decided */
    record Pending(String why) implements Approval {}

    record Refused(String reason) implements Approval {}
}
