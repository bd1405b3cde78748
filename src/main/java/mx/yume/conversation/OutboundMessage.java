package mx.yume.conversation;

import java.util.UUID;

import mx.yume.platform.OrganizationId;

/**
 * One outbox row on its way.
 *
 * @param businessAddress the number it leaves from, as the channel writes it
 * @param personAddress where it goes, as the channel wrote it when the person last wrote
 */
public record OutboundMessage(OrganizationId organization, UUID id, ConversationId conversation, String businessAddress,
        String personAddress, OutboundContent content) {}
