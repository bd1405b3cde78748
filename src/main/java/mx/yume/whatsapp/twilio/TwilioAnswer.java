package mx.yume.whatsapp.twilio;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.conversation.Delivery;

/** What one of Twilio's resources says: a sid when it was accepted, a code and a sentence when it was not. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record TwilioAnswer(@Nullable String sid, @Nullable Integer code, @Nullable String message) {

    /** "ContentSid invalid". */
    private static final Integer NO_SUCH_CONTENT = 21655;
    private static final TwilioAnswer NOTHING = new TwilioAnswer(null, null, null);

    /** A gateway in between may answer in HTML: then the HTTP status has to do. */
    static TwilioAnswer read(ObjectMapper json, @Nullable String body) {
        try {
            var answer = body == null || body.isBlank() ? null : json.readValue(body, TwilioAnswer.class);
            return answer == null ? NOTHING : answer;
        } catch (JsonProcessingException notJson) {
            return NOTHING;
        }
    }

    static boolean accepted(int status) {
        return status >= 200 && status < 300;
    }

    /** Whether the same, said as plain text, may be taken. */
    boolean blamesTheContent(int status) {
        return !accepted(status) && code != null && TwilioError.of(code) == TwilioError.CONTENT;
    }

    /** Somebody deleted it. */
    boolean contentIsGone() {
        return NO_SUCH_CONTENT.equals(code);
    }

    /** @param ours stands in for a sid that is missing, since an accepted message must not be sent again */
    Delivery delivery(int status, String ours) {
        if (accepted(status)) {
            return new Delivery.Accepted(sid == null ? ours : sid);
        }
        var error = error(status);
        return switch (meaning(status)) {
            case WINDOW_CLOSED -> new Delivery.WindowClosed(error);
            case LATER -> new Delivery.TryAgain(error);
            case DISCONNECTED -> new Delivery.Disconnected(error);
            case FINAL, CONTENT -> new Delivery.Rejected(error);
        };
    }

    /** Code first: it alone goes into logs. */
    String error(int status) {
        return code == null ? "HTTP " + status : (code + " " + (message == null ? "" : message)).strip();
    }

    /** A code says more than the status of HTTP, as far as it is known. */
    private TwilioError meaning(int status) {
        if (code != null && TwilioError.known(code)) {
            return TwilioError.of(code);
        }
        if (status == 429 || status == 408 || status >= 500) {
            return TwilioError.LATER;
        }
        return status == 401 ? TwilioError.DISCONNECTED : TwilioError.FINAL;
    }
}
