package mx.yume.conversation;

import mx.yume.platform.OrganizationId;

/**
 * Somebody is being answered.
 *
 * @param businessAddress the number that they wrote to, as the channel writes it
 * @param providerMessageId their last message
 */
public record TypingCue(OrganizationId organization, String businessAddress, String providerMessageId) {}
