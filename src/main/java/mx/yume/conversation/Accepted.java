package mx.yume.conversation;

import mx.yume.platform.OrganizationId;

/** What became of a delivery. A duplicate is a result, not an error. */
public sealed interface Accepted {

    record Stored(OrganizationId organization, ConversationId conversation) implements Accepted {}

    record Duplicate() implements Accepted {}

    /** Nobody owns the number that received it: logged and dropped, never treated as the central number. */
    record UnknownNumber() implements Accepted {}

    /** The database refuses it and always will: kept as it came, for a person to look at. */
    record Refused(String reason) implements Accepted {}
}
