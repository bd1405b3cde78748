package mx.yume.conversation;

import java.util.Optional;
import java.util.UUID;

import mx.yume.platform.OrganizationId;

/**
 * One outbox row on its way.
 *
 * @param id of the row; a provider that takes such a thing hands it back in its reports
 * @param businessAddress the number it leaves from, as the channel writes it
 * @param personAddress where it goes, as the channel wrote it when the person last wrote
 * @param templateId what the provider calls the approved template, where {@code content} is one
 */
public record OutboundMessage(OrganizationId organization, UUID id, ConversationId conversation, String businessAddress,
        String personAddress, OutboundContent content, Optional<String> templateId) {

    /** Anything but a template. */
    public OutboundMessage(OrganizationId organization, UUID id, ConversationId conversation, String businessAddress,
            String personAddress, OutboundContent content) {
        this(organization, id, conversation, businessAddress, personAddress, content, Optional.empty());
    }

    /** The same person is sent this instead. */
    public OutboundMessage instead(OutboundContent other, Optional<String> providerId) {
        return new OutboundMessage(organization, id, conversation, businessAddress, personAddress, other, providerId);
    }
}
