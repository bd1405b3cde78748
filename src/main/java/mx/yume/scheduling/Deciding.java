package mx.yume.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Placement.DoesNot;
import mx.yume.scheduling.Placement.Fits;
import mx.yume.scheduling.Refusal.BeyondHorizon;
import mx.yume.scheduling.Refusal.CannotServe;
import mx.yume.scheduling.Refusal.InThePast;
import mx.yume.scheduling.Refusal.OutsideHours;
import mx.yume.scheduling.Refusal.SlotTaken;
import mx.yume.scheduling.Refusal.TooSoon;
import mx.yume.scheduling.Refusal.UnknownService;

/** Decides a wish on what its transaction reads: who is busy is fetched first, the rest is {@link Availability}. */
@ApplicationScoped
class Deciding {

    /** Most refusals find three alternatives here; only else the whole horizon is read. */
    private static final Duration NEARBY = Duration.ofDays(3);

    private final Clock clock;

    Deciding(Clock clock) {
        this.clock = clock;
    }

    /**
     * Where the wish goes, or why it does not, alternatives included. Who is busy is read for that very time alone, and only
     * if the business could take it at all.
     */
    Uni<Placement> decide(SqlConnection connection, Business business, Wish wish) {
        var now = clock.instant();
        return switch (place(new Availability(business, Busy.NOTHING, now), wish)) {
            case DoesNot no -> refuse(connection, business, wish, no, now);
            case Fits atAll -> availability(connection, business, wish, atAll.occupied(), now)
                    .chain(availability -> switch (place(availability, wish)) {
                        case DoesNot no -> refuse(connection, business, wish, no, now);
                        case Fits place -> Uni.createFrom().item(place);
                    });
        };
    }

    private static Placement place(Availability availability, Wish wish) {
        return availability.place(wish.service(), wish.start(), wish.staff(), wish.instead().flatMap(Appointment::spot));
    }

    private static Uni<Placement> refuse(SqlConnection connection, Business business, Wish wish, DoesNot no, Instant now) {
        return withAlternatives(connection, business, wish, no.why(), now).map(DoesNot::new);
    }

    private static Uni<Refusal> withAlternatives(SqlConnection connection, Business business, Wish wish, Refusal why,
            Instant now) {
        return switch (why) {
            case SlotTaken _,OutsideHours _,InThePast _,TooSoon _ -> nearest(connection, business, wish, now, NEARBY)
                    .chain(near -> near.size() == Availability.ALTERNATIVES
                            ? Uni.createFrom().item(near)
                            : nearest(connection, business, wish, now, horizon(business)))
                    .map(why::with);
            case BeyondHorizon _,UnknownService _,CannotServe _ -> Uni.createFrom().item(why);
        };
    }

    private static Uni<List<Slot>> nearest(SqlConnection connection, Business business, Wish wish, Instant now,
            Duration within) {
        var asked = wish.start().isBefore(now) ? now : wish.start();
        var zone = business.location().zone();
        var query = new SlotQuery(wish.service(), asked.minus(within).atZone(zone).toLocalDate(),
                asked.plus(within).atZone(zone).toLocalDate(), wish.staff());
        return new Availability(business, Busy.NOTHING, now).relevant(query)
                .map(range -> availability(connection, business, wish, range, now)
                        .map(availability -> availability.nearest(query, asked, within, wish.noAlternatives())))
                .orElse(Uni.createFrom().item(List.of()));
    }

    private static Uni<Availability> availability(SqlConnection connection, Business business, Wish wish, TimeRange range,
            Instant now) {
        var resources = new Availability(business, Busy.NOTHING, now).resources(wish.service(), wish.staff());
        return Reservations.busy(connection, business.id(), resources, range, wish.instead().map(Appointment::id))
                .map(busy -> new Availability(business, busy, now));
    }

    private static Duration horizon(Business business) {
        return Duration.ofDays(business.location().horizonDays() + 1L);
    }
}
