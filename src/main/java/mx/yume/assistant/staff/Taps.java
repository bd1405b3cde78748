package mx.yume.assistant.staff;

import java.util.Optional;
import java.util.UUID;

/** What the options of a tool's questions mean: their ids are {@code tool:field:value}. Anybody can send any id. */
public final class Taps {

    public static final String VISIT = "visit";

    private Taps() {}

    public static String id(String tool, String field, Object value) {
        return tool + ":" + field + ":" + value;
    }

    public static boolean of(Optional<String> tapped, String tool) {
        return tapped.filter(id -> id.startsWith(tool + ":")).isPresent();
    }

    public static Optional<String> value(Optional<String> tapped, String tool, String field) {
        var prefix = tool + ":" + field + ":";
        return tapped.filter(id -> id.startsWith(prefix)).map(id -> id.substring(prefix.length()));
    }

    public static Optional<UUID> uuid(Optional<String> tapped, String tool, String field) {
        return value(tapped, tool, field).flatMap(Taps::uuid);
    }

    public static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
