package mx.yume.conversation.outbox;

import java.util.Optional;

import mx.yume.conversation.ConversationId;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.TurnId;

/**
 * Something to be sent.
 *
 * @param purpose what it is for, unique within the organization: the same event never writes a second row
 * @param turn the turn that answers with it, if one does
 */
public record Letter(ConversationId conversation, Optional<TurnId> turn, String purpose, OutboundContent content) {}
