package mx.yume.whatsapp.twilio;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.conversation.Delivery;

/** What the Messages resource says: a sid when the message was accepted, a code and a sentence when it was not. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record TwilioAnswer(@Nullable String sid, @Nullable Integer code, @Nullable String message) {

    private static final TwilioAnswer NOTHING = new TwilioAnswer(null, null, null);
    /** Too many messages to this sender or recipient, by whatever HTTP status it comes. */
    private static final int RATE_LIMITED = 63018;

    /** A gateway in between may answer in HTML: then the HTTP status has to do. */
    static TwilioAnswer read(ObjectMapper json, @Nullable String body) {
        try {
            var answer = body == null || body.isBlank() ? null : json.readValue(body, TwilioAnswer.class);
            return answer == null ? NOTHING : answer;
        } catch (JsonProcessingException notJson) {
            return NOTHING;
        }
    }

    /** @param ours stands in for a sid that is missing, since an accepted message must not be sent again */
    Delivery delivery(int status, String ours) {
        if (status >= 200 && status < 300) {
            return new Delivery.Accepted(sid == null ? ours : sid);
        }
        var error = code == null ? "HTTP " + status : (code + " " + (message == null ? "" : message)).strip();
        var again = status == 429 || status == 408 || status >= 500 || Integer.valueOf(RATE_LIMITED).equals(code);
        return again ? new Delivery.TryAgain(error) : new Delivery.Rejected(error);
    }
}
