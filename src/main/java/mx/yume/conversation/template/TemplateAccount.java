package mx.yume.conversation.template;

import java.util.Optional;

/**
 * An account at a provider that keeps templates for the numbers that send by it.
 *
 * @param id as the provider calls it: a Twilio account sid, a WhatsApp Business Account
 * @param token it is asked with; empty for the installation's own
 */
public record TemplateAccount(String id, Optional<String> token) {

    /** Without the token, which is secret. */
    @Override
    public String toString() {
        return id;
    }
}
