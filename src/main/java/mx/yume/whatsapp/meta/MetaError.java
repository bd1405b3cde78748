package mx.yume.whatsapp.meta;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An error as Meta writes it, in answers and in reports alike ("Cloud API error codes").
 *
 * @param code 0 where Meta gave none
 * @param title Meta's sentence about the code
 */
record MetaError(int code, String title) {

    /** What to do about it. */
    enum Meaning {
        /** More than 24 hours since they wrote: only a template. */
        WINDOW_CLOSED,
        /** Too many messages, or a failure that passes. */
        LATER,
        /** The token, or the right to send from this number, is no longer good. */
        DISCONNECTED,
        /** Nothing that another try would mend. */
        FINAL
    }

    private static final int LONGEST = 300;

    static Optional<MetaError> read(JsonNode error) {
        if (!error.isObject()) {
            return Optional.empty();
        }
        var title = MetaText.of(error, "title").or(() -> MetaText.of(error, "message")).orElse("");
        return Optional.of(new MetaError(error.path("code").asInt(), title));
    }

    /** Of a list of errors the first, which is the reason. */
    static Optional<MetaError> first(JsonNode errors) {
        return read(errors.path(0));
    }

    Meaning meaning() {
        return switch (code) {
            case 131047 -> Meaning.WINDOW_CLOSED;
            // 4 and 80007: the app's and the account's calls; 130429: throughput of the number; 131048: it is reported as spam;
            // 131056: the pair of sender and recipient.
            case 4, 80007, 130429, 131048, 131056 -> Meaning.LATER;
            // Unknown, unavailable, "something went wrong", service unavailable, number in maintenance.
            case 1, 2, 131000, 131016, 131057 -> Meaning.LATER;
            // No or an expired token, no permission, access denied, number not registered.
            case 10, 190, 131005, 133010 -> Meaning.DISCONNECTED;
            default -> code >= 200 && code < 300 ? Meaning.DISCONNECTED : Meaning.FINAL;
        };
    }

    /** Code first: it alone goes into logs. */
    String text() {
        var text = (code + " " + title).strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
