package mx.yume.assistant.tools;

import mx.yume.scheduling.waitlist.WaitlistEntry;

/** What came of join_waitlist. */
public sealed interface Waiting {

    /**
     * They are in line.
     *
     * @param sentence that says for what
     */
    record Joined(WaitlistEntry entry, String sentence) implements Waiting {}

    /** They were told so before in this turn. */
    record Repeated(String sentence) implements Waiting {}

    /** Nothing is written yet: the customer is to see this and say yes in a later turn. */
    record NeedsConfirmation(Summary.Wait summary) implements Waiting {}

    /** Nobody knows who the visit would be for. */
    record NameMissing() implements Waiting {}

    /** @param sentence why not */
    record Refused(String sentence) implements Waiting {}
}
