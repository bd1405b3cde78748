package mx.yume.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import mx.yume.platform.PhoneNumber;

/**
 * A code that was asked for, as it stands.
 *
 * @param triesLeft before no code is taken any more
 * @param expires it shows nothing from then on
 * @param proven when somebody typed it
 */
public record PhoneCode(PhoneNumber phone, int triesLeft, Instant expires, Optional<Instant> proven) {

    /** How long whoever typed it may go on choosing a time. */
    public static final Duration PROVEN_FOR = Duration.ofMinutes(30);

    /** @param now business time */
    public boolean provenAt(Instant now) {
        return proven.filter(at -> now.isBefore(at.plus(PROVEN_FOR))).isPresent();
    }

    /** Whether it may still be typed. */
    public boolean openAt(Instant now) {
        return proven.isEmpty() && triesLeft > 0 && now.isBefore(expires);
    }
}
