package mx.yume.whatsapp.twilio.numbers;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the Senders resource is asked for.
 *
 * @param senderId {@code whatsapp:} and the number; null when one that is there is changed
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record SenderRequest(@JsonProperty("sender_id") @Nullable String senderId, @Nullable Configuration configuration,
        Webhook webhook,
        Profile profile) {

    /** @param wabaId null where Twilio knows it by itself */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Configuration(@JsonProperty("waba_id") @Nullable String wabaId,
            @JsonProperty("verification_method") String verificationMethod) {}

    @RegisterForReflection
    record Webhook(@JsonProperty("callback_url") String callbackUrl, @JsonProperty("callback_method") String callbackMethod,
            @JsonProperty("status_callback_url") String statusCallbackUrl,
            @JsonProperty("status_callback_method") String statusCallbackMethod) {}

    /** @param name WhatsApp shows it to customers, and may refuse it */
    @RegisterForReflection
    record Profile(String name, String vertical) {}
}
