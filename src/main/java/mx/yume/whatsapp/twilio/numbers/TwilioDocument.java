package mx.yume.whatsapp.twilio.numbers;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Whatever Twilio answers about numbers and senders: of each answer those parts that are there. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record TwilioDocument(@Nullable String sid, @Nullable String status, @Nullable Integer code, @Nullable String message,
        @JsonProperty("offline_reasons") @Nullable List<Reason> offlineReasons,
        @JsonProperty("available_phone_numbers") @Nullable List<Number> available,
        @JsonProperty("incoming_phone_numbers") @Nullable List<Number> bought, @Nullable List<Sender> senders) {

    static final TwilioDocument NOTHING = new TwilioDocument(null, null, null, null, null, null, null, null);

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Number(@Nullable String sid, @JsonProperty("phone_number") @Nullable String phoneNumber) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sender(@Nullable String sid, @JsonProperty("sender_id") @Nullable String senderId) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reason(@Nullable String code, @Nullable String message) {}

    List<Number> numbers() {
        return available != null ? available : bought != null ? bought : List.of();
    }

    List<Sender> allSenders() {
        return senders == null ? List.of() : senders;
    }

    /** Why it is not so, in Twilio's words. */
    String reason(int status) {
        if (offlineReasons != null && !offlineReasons.isEmpty()) {
            var first = offlineReasons.getFirst();
            return ("Twilio: " + first.code() + " " + first.message()).strip();
        }
        return code == null ? "Twilio: HTTP " + status : "Twilio: " + code + " " + (message == null ? "" : message);
    }
}
