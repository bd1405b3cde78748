package mx.yume.notifications.online;

import mx.yume.identity.CodeOutcome;
import mx.yume.scheduling.Refusal;

/** What came of an order that somebody goes on with. */
public sealed interface OnlineOutcome {

    /** Now, or when the same was sent before. */
    record Booked() implements OnlineOutcome {}

    /** The phone is theirs, and the time cannot be had any more; other times are in the refusal. */
    record NotFree(Refusal why) implements OnlineOutcome {}

    /** It is not known that the phone is theirs. */
    record NotProven(CodeOutcome why) implements OnlineOutcome {}
}
