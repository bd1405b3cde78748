package mx.yume.conversation.template;

import java.util.Optional;

import mx.yume.conversation.ChannelName;

/**
 * What a provider decided about a template that was submitted to it.
 *
 * @param account under which the template is kept: with Meta the WhatsApp Business Account
 * @param providerId what the provider calls the template
 * @param name as it was submitted
 * @param language as it was submitted: es_MX
 * @param reason why it may not be sent, in the provider's words
 */
public record TemplateVerdict(ChannelName channel, String account, String providerId, String name, String language,
        Standing standing, Optional<String> reason) {

    public enum Standing {
        /** May be sent. */
        APPROVED,
        /** Not decided yet, or being looked at again. */
        PENDING,
        /** Will not be approved as it is. */
        REJECTED,
        /** People complained: not now, and perhaps again later. */
        PAUSED,
        /** Not any more. */
        DISABLED
    }
}
