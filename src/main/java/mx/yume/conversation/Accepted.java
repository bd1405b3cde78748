package mx.yume.conversation;

import mx.yume.platform.OrganizationId;

/** What became of a delivery. A duplicate is a result, not an error. */
public sealed interface Accepted {

    record Stored(OrganizationId organization, ConversationId conversation) implements Accepted {}

    record Duplicate() implements Accepted {}

    /** Nobody owns the number that received it: logged and dropped, never treated as the central number. */
    record UnknownNumber() implements Accepted {}
}
