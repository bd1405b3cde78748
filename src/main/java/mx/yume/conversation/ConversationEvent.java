package mx.yume.conversation;

import mx.yume.platform.OrganizationId;

/** Something was committed that whoever watches this conversation wants to see. */
public record ConversationEvent(OrganizationId organization, ConversationId conversation, Kind kind) {

    public enum Kind {
        INBOUND, TURN_STARTED, TURN_DONE, OUTBOX
    }
}
