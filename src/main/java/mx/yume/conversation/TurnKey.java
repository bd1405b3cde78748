package mx.yume.conversation;

import mx.yume.platform.OrganizationId;

/** A turn and the claim under which it is worked on. A later claim has a greater epoch, and this one can change nothing more. */
public record TurnKey(OrganizationId organization, ConversationId conversation, TurnId turn, long epoch) {}
