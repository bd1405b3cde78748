package mx.yume.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.LocationId;

/** Free starts for those who look and then write in one transaction, or ask what could be free at all. */
public final class Openings {

    private Openings() {}

    /**
     * As this transaction sees them.
     *
     * @param now business time: what is held until then is free
     * @param lead time that will pass before anybody books them: notice counts from its end
     */
    public static Uni<List<Slot>> on(SqlConnection connection, Business business, SlotQuery query, Instant now, Duration lead) {
        return business.location(query.location()).map(location -> {
            var later = now.plus(lead);
            var unread = new Availability(business, location, Busy.NOTHING, later);
            return unread.relevant(query).map(range -> Reservations
                    .busy(connection, business.id(), unread.resources(query.services()), range, Optional.empty(), now)
                    .map(busy -> new Availability(business, location, busy, later).slots(query)))
                    .orElse(Uni.createFrom().item(List.of()));
        }).orElse(Uni.createFrom().item(List.of()));
    }

    /** If nobody had an appointment. */
    public static List<Slot> atAll(Business business, SlotQuery query, Instant now) {
        return business.location(query.location())
                .map(location -> new Availability(business, location, Busy.NOTHING, now).slots(query)).orElse(List.of());
    }

    /** Why the business would refuse a wish even if nobody had an appointment. */
    public static Optional<Refusal> refusal(Business business, Wish wish, Instant now) {
        return switch (business.location(wish.location())
                .map(location -> new Availability(business, location, Busy.NOTHING, now).place(wish))
                .orElse(new Placement.DoesNot(new Refusal.UnknownLocation()))) {
            case Placement.Fits _ -> Optional.empty();
            case Placement.DoesNot no -> Optional.of(no.why());
        };
    }

    /** Everybody and everything that could have a part in a visit of these services. */
    public static Set<UUID> resources(Business business, LocationId at, List<Wanted> services, Instant now) {
        return business.location(at)
                .map(location -> new Availability(business, location, Busy.NOTHING, now).resources(services)).orElse(Set.of());
    }
}
