package mx.yume.whatsapp.meta;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads single values out of Meta's JSON, whatever else is there. */
final class MetaText {

    private static final int MAX_ID = 256;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,32}");

    private MetaText() {}

    /** A text that is not empty. Meta writes some ids as numbers. */
    static Optional<String> of(JsonNode node, String name) {
        var value = node.path(name);
        return (value.isTextual() || value.isNumber()) && !value.asText().isEmpty() ? Optional.of(value.asText())
                : Optional.empty();
    }

    /** An id that can be kept and compared. */
    static Optional<String> id(JsonNode node, String name) {
        return of(node, name).filter(id -> id.length() <= MAX_ID && id.chars().allMatch(c -> c > ' ' && c < 0x7F));
    }

    /** An id that the Graph API gives things: digits, and so safe in a path. */
    static Optional<String> graphId(JsonNode node, String name) {
        return of(node, name).filter(id -> NUMBER.matcher(id).matches());
    }
}
