package mx.yume.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Location;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Placement.DoesNot;
import mx.yume.scheduling.Placement.Fits;

/** Decides a wish on what its transaction reads: who is busy is fetched first, the rest is {@link Availability}. */
@ApplicationScoped
public class Deciding {

    /** Most refusals find three alternatives here; only else the whole horizon is read. */
    private static final Duration NEARBY = Duration.ofDays(3);

    private final Clock clock;

    Deciding(Clock clock) {
        this.clock = clock;
    }

    /**
     * Where the wish goes, or why it does not, alternatives included. Who is busy is read for that day alone, and only if the
     * business could take it at all.
     */
    public Uni<Placement> decide(SqlConnection connection, Business business, Wish wish) {
        var now = clock.instant();
        return business.location(wish.location()).map(location -> decide(connection, business, location, wish, now))
                .orElse(Uni.createFrom().item(new DoesNot(new Refusal.UnknownLocation())));
    }

    private static Uni<Placement> decide(SqlConnection connection, Business business, Location location, Wish wish,
            Instant now) {
        var unread = new Availability(business, location, Busy.NOTHING, now);
        return switch (unread.place(wish)) {
            case DoesNot no -> refuse(connection, business, location, wish, no, now);
            case Fits _ -> availability(connection, business, location, wish, unread.relevant(wish.start()), now)
                    .chain(availability -> switch (availability.place(wish)) {
                        case DoesNot no -> refuse(connection, business, location, wish, no, now);
                        case Fits place -> Uni.createFrom().item(place);
                    });
        };
    }

    private static Uni<Placement> refuse(SqlConnection connection, Business business, Location location, Wish wish, DoesNot no,
            Instant now) {
        return withAlternatives(connection, business, location, wish, no.why(), now).map(DoesNot::new);
    }

    private static Uni<Refusal> withAlternatives(SqlConnection connection, Business business, Location location, Wish wish,
            Refusal why, Instant now) {
        return switch (why) {
            case Refusal.AtThatTime then -> nearest(connection, business, location, wish, now, NEARBY)
                    .chain(near -> near.size() == Availability.ALTERNATIVES
                            ? Uni.createFrom().item(near)
                            : nearest(connection, business, location, wish, now, horizon(location)))
                    .map(then::with);
            case Refusal.AtAnyTime never -> Uni.createFrom().item(never);
        };
    }

    private static Uni<List<Slot>> nearest(SqlConnection connection, Business business, Location location, Wish wish,
            Instant now, Duration within) {
        var asked = wish.start().isBefore(now) ? now : wish.start();
        var query = new SlotQuery(wish.location(), wish.services(), wish.sideBySide(),
                asked.minus(within).atZone(location.zone()).toLocalDate(),
                asked.plus(within).atZone(location.zone()).toLocalDate(), wish.terms());
        return new Availability(business, location, Busy.NOTHING, now).relevant(query)
                .map(range -> availability(connection, business, location, wish, range, now)
                        .map(availability -> availability.nearest(wish, query, asked, within)))
                .orElse(Uni.createFrom().item(List.of()));
    }

    private static Uni<Availability> availability(SqlConnection connection, Business business, Location location, Wish wish,
            TimeRange range, Instant now) {
        var resources = new Availability(business, location, Busy.NOTHING, now).resources(wish.services());
        return Reservations.busy(connection, business.id(), resources, range, wish.instead().map(Appointment::id),
                wish.customer(), now)
                .map(busy -> new Availability(business, location, busy, now));
    }

    private static Duration horizon(Location location) {
        return Duration.ofDays(location.horizonDays() + 1L);
    }
}
