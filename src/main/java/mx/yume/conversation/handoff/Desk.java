package mx.yume.conversation.handoff;

import mx.yume.conversation.ConversationId;
import mx.yume.platform.OrganizationId;

/**
 * Where somebody of a business reads and answers: their conversation with the business's own number, or the one they have with
 * Yume's central number.
 *
 * @param organization whose conversation it is: the business's, or Yume's own
 */
public record Desk(OrganizationId organization, ConversationId conversation) {}
