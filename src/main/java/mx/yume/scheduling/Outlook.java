package mx.yume.scheduling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Location;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;

/** What could be had now, looked at and not taken: somebody else may be faster. */
@ApplicationScoped
class Outlook {

    private final Database database;
    private final Businesses businesses;
    private final Deciding deciding;
    private final Clock clock;

    Outlook(Database database, Businesses businesses, Deciding deciding, Clock clock) {
        this.database = database;
        this.businesses = businesses;
        this.deciding = deciding;
        this.clock = clock;
    }

    /** @param customer what the waiting list holds for them is free to them */
    Uni<List<Slot>> slots(Business business, SlotQuery query, Optional<PersonId> customer) {
        return business.location(query.location()).map(location -> slots(business, location, query, customer))
                .orElse(Uni.createFrom().item(List.of()));
    }

    private Uni<List<Slot>> slots(Business business, Location location, SlotQuery query, Optional<PersonId> customer) {
        var now = clock.instant();
        var unread = new Availability(business, location, Busy.NOTHING, now);
        return unread.relevant(query).map(range -> database.inTenant(business.id(), connection -> Reservations
                .busy(connection, business.id(), unread.resources(query.services()), range, Optional.empty(), customer, now))
                .map(busy -> new Availability(business, location, busy, now).slots(query)))
                .orElse(Uni.createFrom().item(List.of()));
    }

    /** The starts that a change could have, the appointment's own time counting as free. */
    Uni<List<Slot>> slots(Business business, Appointment appointment, Change change, LocalDate from, LocalDate to) {
        var wish = change.wish(change.terms(), appointment);
        return business.location(wish.location()).map(location -> slots(business, location, wish, from, to))
                .orElse(Uni.createFrom().item(List.<Slot>of()))
                .map(slots -> slots.stream().filter(slot -> !change.start(slot.start()).describes(appointment)).toList());
    }

    private Uni<List<Slot>> slots(Business business, Location location, Wish wish, LocalDate from, LocalDate to) {
        var now = clock.instant();
        var query = new SlotQuery(wish.location(), wish.services(), wish.sideBySide(), from, to, wish.terms());
        var unread = new Availability(business, location, Busy.NOTHING, now);
        return unread.relevant(query).map(range -> database.inTenant(business.id(), connection -> OwnLength
                .in(connection, business.id(), wish)
                .chain(own -> Reservations.busy(connection, business.id(), unread.resources(query.services()), range,
                        wish.instead().map(Appointment::id), wish.customer(), now)
                        .map(busy -> new Availability(business, location, busy, now).slots(own, query)))))
                .orElse(Uni.createFrom().item(List.of()));
    }

    Uni<Placement> decide(Business business, Wish wish) {
        return database.inTenant(business.id(), connection -> businesses.load(connection, business.id())
                .chain(found -> found
                        .map(open -> OwnLength.in(connection, business.id(), wish)
                                .chain(own -> deciding.decide(connection, open, own)))
                        .orElse(Uni.createFrom().item(new Placement.DoesNot(new Refusal.UnknownService())))));
    }
}
