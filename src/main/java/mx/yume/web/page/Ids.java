package mx.yume.web.page;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Ids as addresses and forms have them. */
public final class Ids {

    private static final int LENGTH = 36;

    private Ids() {}

    /** Empty for what is none. */
    public static Optional<UUID> parse(@Nullable String text) {
        try {
            return text == null || text.length() != LENGTH ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
