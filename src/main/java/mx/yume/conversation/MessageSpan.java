package mx.yume.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Between which moments messages were received. Their table is divided by that, so whoever reads it says where to look: the cost
 * then follows what is looked for, and not all that was ever written.
 *
 * @param from inclusive
 * @param until inclusive
 */
public record MessageSpan(OffsetDateTime from, OffsetDateTime until) {

    /** Instances' clocks differ, and are set now and then: by less than this. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    /** Together with the day beyond, no longer than the shortest month: it lies in two months at most. */
    private static final Duration LATELY = Duration.ofDays(27);

    /** All that was received between these moments, whoever's clock said so: the later one may have been the first. */
    public static MessageSpan of(Instant one, Instant other) {
        var inOrder = one.isBefore(other);
        return new MessageSpan(utc((inOrder ? one : other).minus(CLOCKS_DIFFER)),
                utc((inOrder ? other : one).plus(CLOCKS_DIFFER)));
    }

    /** The four weeks before this moment: what was said earlier is not what a conversation is about. */
    public static MessageSpan before(Instant last) {
        return new MessageSpan(utc(last.minus(LATELY)), utc(last.plus(CLOCKS_DIFFER)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
