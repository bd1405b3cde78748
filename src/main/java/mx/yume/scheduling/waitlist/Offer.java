package mx.yume.scheduling.waitlist;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

import mx.yume.scheduling.Wanted;

/**
 * A time kept for one person of the list.
 *
 * @param parts the services waited for, each with who would give it
 * @param start in the location's zone
 * @param end in the location's zone
 * @param expires from this moment on the time is anybody's
 */
public record Offer(OfferId id, List<Wanted> parts, ZonedDateTime start, ZonedDateTime end, OfferStatus status,
        Instant expires) {

    public Offer {
        parts = List.copyOf(parts);
    }

    Offer until(Instant over) {
        return new Offer(id, parts, start, end, status, over);
    }

    /** Whether a yes still counts. */
    public boolean stands(Instant now) {
        return status == OfferStatus.OPEN && now.isBefore(expires);
    }
}
