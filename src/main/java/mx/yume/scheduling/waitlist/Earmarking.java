package mx.yume.scheduling.waitlist;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Deciding;
import mx.yume.scheduling.Holds;
import mx.yume.scheduling.Openings;
import mx.yume.scheduling.Placement.DoesNot;
import mx.yume.scheduling.Placement.Fits;
import mx.yume.scheduling.Placement.Seat;
import mx.yume.scheduling.Reservations;
import mx.yume.scheduling.Settled;
import mx.yume.scheduling.Slot;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.Wish;

/** Finds somebody's start in freed time and keeps it for them: decided and written as a booking is. */
@ApplicationScoped
class Earmarking {

    /** How long an offer is held. Who says yes within it gets the time, so nothing is offered whose notice ends before it. */
    static final Duration TO_ANSWER = Duration.ofMinutes(15);

    private final Settled settled;
    private final Deciding deciding;
    private final OfferFacts facts;
    private final Clock clock;

    Earmarking(Settled settled, Deciding deciding, OfferFacts facts, Clock clock) {
        this.settled = settled;
        this.deciding = deciding;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Looks first without standing in anybody's way, and again in the writers' line before it writes.
     *
     * @param before what was offered to them and not taken
     * @return whether something is held for them now
     */
    Uni<Boolean> earmark(SqlConnection connection, Business business, WaitlistEntry entry, Suiting suiting,
            List<TimeRange> before) {
        return best(connection, business, entry, suiting, before).chain(seen -> seen
                .map(slot -> settled.business(connection, business.id(), wish(entry, slot)).map(Optional::orElseThrow)
                        .call(open -> standInLine(connection, open, entry))
                        .chain(open -> best(connection, open, entry, suiting, before)
                                .chain(still -> still.map(free -> decide(connection, open, entry, free)).orElse(no()))))
                .orElse(no()));
    }

    private Uni<Optional<Slot>> best(SqlConnection connection, Business business, WaitlistEntry entry, Suiting suiting,
            List<TimeRange> before) {
        return suiting.query(entry)
                .map(query -> Openings.on(connection, business, query, clock.instant(), TO_ANSWER)
                        .map(free -> suiting.best(entry, free, before)))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> standInLine(SqlConnection connection, Business business, WaitlistEntry entry) {
        return Reservations.queueFor(connection,
                Openings.resources(business, entry.location(), entry.services(), clock.instant()));
    }

    private Uni<Boolean> decide(SqlConnection connection, Business business, WaitlistEntry entry, Slot free) {
        return deciding.decide(connection, business, wish(entry, free)).chain(placement -> switch (placement) {
            case DoesNot _ -> no();
            case Fits place -> write(connection, business, entry, place);
        });
    }

    /** Whoever left the list meanwhile is offered nothing. */
    private Uni<Boolean> write(SqlConnection connection, Business business, WaitlistEntry entry, Fits place) {
        var now = clock.instant();
        var zone = place.location().zone();
        var offer = new Offer(OfferId.next(), parts(entry.services(), place.seats()), place.visit().start().atZone(zone),
                place.visit().end().atZone(zone), OfferStatus.OPEN, now.plus(TO_ANSWER));
        return Entries.change(connection, business.id(), entry.id(), EntryStatus.WAITING, EntryStatus.OFFERED)
                .chain(waiting -> waiting
                        ? Offers.insert(connection, business.id(), entry.id(), offer, now)
                                .chain(() -> Holds.hold(connection, business.id(), offer.id().value(), place, now,
                                        offer.expires()))
                                .chain(() -> facts.made(connection, business.id(), offer, entry.origin())).replaceWith(true)
                        : no());
    }

    /** Who gives what, in the order in which the services were named. */
    private static List<Wanted> parts(List<Wanted> services, List<Seat> seats) {
        var left = new ArrayList<>(seats);
        var parts = new ArrayList<Wanted>();
        for (var wanted : services) {
            var seat = left.stream().filter(one -> one.service().id().equals(wanted.service())).findFirst().orElseThrow();
            left.remove(seat);
            parts.add(new Wanted(wanted.service(), Optional.of(seat.staff().id())));
        }
        return parts;
    }

    /** Of nobody in particular: what another entry of theirs holds for them is in the way here. */
    private static Wish wish(WaitlistEntry entry, Slot slot) {
        return new Wish(entry.location(), entry.services(), false, slot.start().toInstant(), Terms.ONLINE, Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    private static Uni<Boolean> no() {
        return Uni.createFrom().item(false);
    }
}
