package mx.yume.whatsapp.twilio.numbers;

import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An answer of Twilio's that says something: yes, or no and why. */
record Answered(int status, TwilioDocument document) {

    private static final int NOT_FOUND = 404;

    /**
     * What the response says.
     *
     * @throws IllegalStateException when it says to come again: too many requests, or trouble of its own
     */
    static Answered read(ObjectMapper json, Response response) {
        int status = response.getStatus();
        var document = document(json, response.readEntity(String.class));
        if (status == 429 || status == 408 || status >= 500) {
            throw new IllegalStateException(document.reason(status));
        }
        return new Answered(status, document);
    }

    private static TwilioDocument document(ObjectMapper json, String body) {
        try {
            var read = body == null || body.isBlank() ? null : json.readValue(body, TwilioDocument.class);
            return read == null ? TwilioDocument.NOTHING : read;
        } catch (JsonProcessingException notJson) {
            // A gateway in between answers in HTML: then the status has to do.
            return TwilioDocument.NOTHING;
        }
    }

    boolean yes() {
        return status >= 200 && status < 300;
    }

    boolean notThere() {
        return status == NOT_FOUND;
    }

    boolean says(int code) {
        return Integer.valueOf(code).equals(document.code());
    }

    String reason() {
        return document.reason(status);
    }
}
