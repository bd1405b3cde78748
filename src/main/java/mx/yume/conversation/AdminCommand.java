package mx.yume.conversation;

import java.util.Optional;

import mx.yume.platform.PhoneNumber;

/** What an administrator of this installation may write to the central number: exactly this, and nothing around it. */
public sealed interface AdminCommand {

    /** How far the templates have come. */
    record Templates() implements AdminCommand {}

    record SubmitTemplates() implements AdminCommand {}

    /** Businesses that wait for a person to see to their number. */
    record PendingNumbers() implements AdminCommand {}

    /** @param slug of the business that gets the number */
    record Assign(PhoneNumber number, String slug) implements AdminCommand {}

    record FailedMessages() implements AdminCommand {}

    /** @param id the end of a failed message's id, as the list shows it; empty for all of them */
    record Retry(Optional<String> id) implements AdminCommand {}
}
