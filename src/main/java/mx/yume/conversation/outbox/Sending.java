package mx.yume.conversation.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides what becomes of a message that is due. Pure: facts are looked up first. */
sealed interface Sending {

    /**
     * @param attempts this one included
     * @param lastInbound when the person last wrote; empty where they never did
     * @param windowClosed the provider has said so
     * @param templateAlone there is nothing else to say
     * @param quietUntil when it may ring, if not now
     */
    record Facts(Instant now, int attempts, Instant createdAt, Optional<Instant> expires, boolean answers, boolean optedOut,
            Optional<Instant> lastInbound, boolean windowClosed, boolean hasTemplate, boolean templateAlone,
            Optional<Instant> quietUntil) {

        Facts quietUntil(Optional<Instant> until) {
            return new Facts(now, attempts, createdAt, expires, answers, optedOut, lastInbound, windowClosed, hasTemplate,
                    templateAlone, until);
        }
    }

    /** As it is. */
    record AsItIs() implements Sending {}

    /** Only by its template, if that is approved. */
    record ByTemplate() implements Sending {}

    /** Not now; it does not count as a try. */
    record Wait(Instant until, String why) implements Sending {}

    /** Nobody wants it any more. */
    record Drop(String why) implements Sending {}

    record Fail(String why) implements Sending {}

    static Sending decide(Facts facts) {
        if (facts.expires().filter(over -> !facts.now().isBefore(over)).isPresent()) {
            return new Drop("what it tells is over");
        }
        if (facts.optedOut() && !facts.answers()) {
            return new Drop("the person opted out");
        }
        if (facts.quietUntil().isPresent()) {
            var until = facts.quietUntil().orElseThrow();
            return facts.expires().filter(over -> !until.isBefore(over)).isPresent()
                    ? new Drop("over before the quiet hours are")
                    : new Wait(until, "quiet hours");
        }
        if (facts.templateAlone() || !open(facts)) {
            return facts.hasTemplate() ? new ByTemplate() : new Fail("window closed, and no template for it");
        }
        return new AsItIs();
    }

    private static boolean open(Facts facts) {
        return !facts.windowClosed() && facts.lastInbound()
                .filter(last -> facts.now().isBefore(last.plus(Correspondents.WINDOW))).isPresent();
    }

    /** What the provider thinks of the template decides; a message that waits too long fails where it can be seen. */
    static Sending byTemplate(Facts facts, Approval approval, Duration patience) {
        return switch (approval) {
            case Approval.Approved _ -> new ByTemplate();
            case Approval.Refused(var reason) -> new Fail("template refused: " + reason);
            case Approval.Pending(var why) -> {
                var end = facts.expires().orElseGet(() -> facts.createdAt().plus(patience));
                var again = facts.now().plus(Approval.LOOK_AGAIN);
                yield again.isBefore(end) ? new Wait(again, why) : new Fail(why);
            }
        };
    }
}
