package mx.yume.scheduling.series;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.platform.Database;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Booking;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.Claim;
import mx.yume.scheduling.Contention;
import mx.yume.scheduling.Deciding;
import mx.yume.scheduling.Facts;
import mx.yume.scheduling.Parts;
import mx.yume.scheduling.Placement;
import mx.yume.scheduling.Placement.DoesNot;
import mx.yume.scheduling.Placement.Fits;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Reservations;
import mx.yume.scheduling.Settled;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.Wish;
import mx.yume.scheduling.series.Occurrence.Conflict;
import mx.yume.scheduling.series.Occurrence.Free;
import mx.yume.scheduling.series.SeriesOutcome.Booked;
import mx.yume.scheduling.series.SeriesOutcome.Conflicts;
import mx.yume.scheduling.series.SeriesOutcome.Planned;

/** Every time of a series is decided as a booking is; then all are written, or none. */
@ApplicationScoped
class SeriesBooking {

    private final Database database;
    private final Businesses businesses;
    private final Settled settled;
    private final Deciding deciding;
    private final Booking booking;
    private final Facts facts;
    private final Clock clock;

    SeriesBooking(Database database, Businesses businesses, Settled settled, Deciding deciding, Booking booking, Facts facts,
            Clock clock) {
        this.database = database;
        this.businesses = businesses;
        this.settled = settled;
        this.deciding = deciding;
        this.booking = booking;
        this.facts = facts;
        this.clock = clock;
    }

    private record Decided(BookingRequest request, Placement placement) {

        Occurrence occurrence() {
            return switch (placement) {
                case Fits place -> new Free(request.start(), Parts.of(place));
                case DoesNot no -> new Conflict(request.start(), no.why());
            };
        }
    }

    /** What is to be written, and how it came to it. */
    private record Order(Rhythm rhythm, String origin, Alongside alongside) {}

    Uni<SeriesOutcome> plan(Business business, BookingRequest first, Rhythm rhythm) {
        return rhythm.refusal().<Uni<SeriesOutcome>>map(Uni.createFrom()::item)
                .orElseGet(() -> database.inTenant(business.id(), connection -> businesses.load(connection, business.id())
                        .chain(open -> open.map(now -> decide(connection, now, first, rhythm))
                                .orElseGet(() -> Uni.createFrom().item(unknown(business, first, rhythm))))
                        .map(decided -> new Planned(decided.stream().map(Decided::occurrence).toList()))));
    }

    Uni<SeriesOutcome> book(Business business, BookingRequest first, Rhythm rhythm, boolean onlyFree, String origin,
            Alongside alongside) {
        return rhythm.refusal().<Uni<SeriesOutcome>>map(Uni.createFrom()::item)
                .orElseGet(() -> Contention.retried(() -> database.inTenant(business.id(),
                        connection -> Contention.limitWaiting(connection).chain(() -> alongside.before(connection))
                                .chain(() -> settled.business(connection, business.id(), Wish.of(first)))
                                .chain(open -> open.map(now -> decide(connection, now, first, rhythm))
                                        .orElseGet(() -> Uni.createFrom().item(unknown(business, first, rhythm)))
                                        .chain(decided -> write(connection, open.orElse(business), decided, onlyFree,
                                                new Order(rhythm, origin, alongside)))))));
    }

    /** A business that is not open any more gives nothing at any of the times, as it gives no single appointment. */
    private static List<Decided> unknown(Business business, BookingRequest first, Rhythm rhythm) {
        return rhythm.starts(first.start(), zone(business, first)).stream()
                .map(start -> new Decided(at(first, start), new DoesNot(new Refusal.UnknownService()))).toList();
    }

    private static ZoneId zone(Business business, BookingRequest first) {
        return business.location(first.location()).orElse(business.location()).zone();
    }

    /** One after the other, on one connection. */
    private Uni<List<Decided>> decide(SqlConnection connection, Business business, BookingRequest first, Rhythm rhythm) {
        var zone = zone(business, first);
        Uni<List<Decided>> all = Uni.createFrom().item(List.of());
        for (var start : rhythm.starts(first.start(), zone)) {
            var request = at(first, start);
            all = all.chain(sooner -> deciding.decide(connection, business, Wish.of(request))
                    .map(placement -> and(sooner, new Decided(request, placement))));
        }
        return all;
    }

    private static BookingRequest at(BookingRequest first, ZonedDateTime start) {
        var terms = switch (first.terms()) {
            case ONLINE, SERIES -> Terms.SERIES;
            case COUNTER -> Terms.COUNTER;
            case AFTER_HOURS -> Terms.AFTER_HOURS;
        };
        return new BookingRequest(first.customer(), first.customerName(), first.location(), first.services(),
                first.sideBySide(), start, terms);
    }

    private Uni<SeriesOutcome> write(SqlConnection connection, Business business, List<Decided> decided, boolean onlyFree,
            Order order) {
        var free = decided.stream().filter(each -> each.placement() instanceof Fits).toList();
        var conflicts = decided.stream().map(Decided::occurrence).filter(Conflict.class::isInstance).map(Conflict.class::cast)
                .toList();
        if (free.isEmpty() || (!conflicts.isEmpty() && !onlyFree)) {
            return Uni.createFrom().item(new Conflicts(conflicts, free.size()));
        }
        var series = SeriesId.next();
        return Reservations.queueFor(connection, free.stream().flatMap(each -> Claim.of(fits(each)).stream())
                .map(Claim::resource).distinct().toList())
                .chain(() -> SeriesRows.insert(connection, business.id(), series, free.getFirst().request().customer(),
                        order.rhythm(), clock.instant()))
                .chain(() -> appointments(connection, business, free, order))
                .call(appointments -> SeriesRows.join(connection, business.id(), series, appointments))
                .map(appointments -> new Booked(series, appointments, conflicts));
    }

    private Uni<List<Appointment>> appointments(SqlConnection connection, Business business, List<Decided> free, Order order) {
        Uni<List<Appointment>> all = Uni.createFrom().item(List.of());
        for (var each : free) {
            all = all.chain(sooner -> booking.write(connection, business, each.request(), fits(each), order.origin())
                    .call(appointment -> facts.booked(connection, business.id(), appointment))
                    .call(appointment -> order.alongside().after(connection, appointment))
                    .map(appointment -> and(sooner, appointment)));
        }
        return all;
    }

    private static Fits fits(Decided decided) {
        return switch (decided.placement()) {
            case Fits place -> place;
            case DoesNot no -> throw new IllegalStateException("Not free: " + no.why());
        };
    }

    private static <T> List<T> and(List<T> some, T another) {
        var all = new ArrayList<>(some);
        all.add(another);
        return List.copyOf(all);
    }
}
