package mx.yume.scheduling;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.MoveOutcome.Changed;
import mx.yume.scheduling.MoveOutcome.Moved;
import mx.yume.scheduling.MoveOutcome.NotFound;
import mx.yume.scheduling.MoveOutcome.Refused;
import mx.yume.scheduling.MoveOutcome.Unchanged;
import mx.yume.scheduling.Placement.DoesNot;
import mx.yume.scheduling.Placement.Fits;

/**
 * Another time, service, person, place or length for an appointment. What it has now is given up in the transaction that takes
 * the new, or not at all. What stays with the same person keeps the price it was booked at.
 */
@ApplicationScoped
class Changing {

    private final Holding holding;
    private final Settled settled;
    private final Deciding deciding;
    private final FreedTime freedTime;
    private final Facts facts;
    private final Clock clock;

    Changing(Holding holding, Settled settled, Deciding deciding, FreedTime freedTime, Facts facts, Clock clock) {
        this.holding = holding;
        this.settled = settled;
        this.deciding = deciding;
        this.freedTime = freedTime;
        this.facts = facts;
        this.clock = clock;
    }

    Uni<MoveOutcome> change(OrganizationId organization, Actor actor, AppointmentId id, int seenVersion, Change change,
            Optional<Agreed> agreed, Alongside alongside) {
        return holding.<MoveOutcome>held(organization, actor, id, alongside, new NotFound(), (connection, now) -> {
            if (now.version() != seenVersion || !now.changeableBy(actor, clock.instant())) {
                return Uni.createFrom().item(new Changed(now));
            }
            return change.describes(now) ? Uni.createFrom().item(new Unchanged(now))
                    : decide(connection, organization, actor, now, change.wish(actor.terms(change.terms()), now), agreed,
                            alongside);
        });
    }

    private Uni<MoveOutcome> decide(SqlConnection connection, OrganizationId organization, Actor actor, Appointment now,
            Wish wish, Optional<Agreed> agreed, Alongside alongside) {
        return settled.business(connection, organization, wish).chain(business -> business
                .map(open -> OwnLength.in(connection, organization, wish)
                        .chain(own -> place(connection, open, actor, now, own, agreed, alongside)))
                .orElse(Uni.createFrom().item(new Refused(new Refusal.UnknownService()))));
    }

    private Uni<MoveOutcome> place(SqlConnection connection, Business business, Actor actor, Appointment before, Wish wish,
            Optional<Agreed> agreed, Alongside alongside) {
        return deciding.decide(connection, business, wish).chain(placement -> switch (placement) {
            case DoesNot no -> Uni.createFrom().item(new Refused(no.why()));
            case Fits place -> agreed.flatMap(shown -> objection(shown, at(place, before)))
                    .map(why -> Uni.createFrom().<MoveOutcome>item(new Refused(why)))
                    .orElseGet(() -> write(connection, business, before, place)
                            .call(after -> OwnLength.keep(connection, business.id(), after, wish))
                            .call(after -> facts.moved(connection, business.id(), actor, before, after))
                            .call(after -> alongside.after(connection, after)).map(after -> new Moved(before, after)));
        });
    }

    private static Optional<Refusal> objection(Agreed agreed, Appointment after) {
        return agreed.objection(after.parts(), after.price());
    }

    private Uni<Appointment> write(SqlConnection connection, Business business, Appointment before, Fits place) {
        var after = at(place, before);
        return Reservations.queueFor(connection, resources(before, after))
                .chain(() -> Appointments.origin(connection, business.id(), before.id()))
                .chain(origin -> Reservations.delete(connection, business.id(), before.id())
                        .call(freed -> Reservations.insert(connection, business.id(), after, place, clock.instant())
                                .chain(held -> freedTime.freed(connection, business.id(), origin, both(freed, held)))))
                .chain(() -> Appointments.move(connection, business.id(), after))
                .replaceWith(after);
    }

    private static List<Claim> both(List<Claim> freed, List<Claim> held) {
        return Stream.concat(freed.stream(), held.stream()).toList();
    }

    private static Set<UUID> resources(Appointment before, Appointment after) {
        var both = new HashSet<>(before.resources());
        both.addAll(after.resources());
        return both;
    }

    /** The appointment as it would be there. */
    static Appointment at(Fits place, Appointment before) {
        var zone = place.location().zone();
        var parts = priced(Parts.of(place), before.parts());
        var price = new Money(parts.stream().mapToLong(part -> part.price().centavos()).sum());
        return new Appointment(before.id(), before.customer(), before.customerName(), place.location().id(), parts,
                place.visit().start().atZone(zone), place.visit().end().atZone(zone), price, before.status(),
                before.aftermath(), before.affirmed() && place.visit().start().equals(before.start().toInstant()),
                before.version() + 1);
    }

    /** Each booked price is kept once: the same service twice in one visit may have been booked at two. */
    private static List<Part> priced(List<Part> placed, List<Part> booked) {
        var left = new ArrayList<>(booked);
        return placed.stream().map(part -> {
            var same = left.stream().filter(one -> one.service().equals(part.service()) && one.staff().equals(part.staff()))
                    .findFirst();
            same.ifPresent(left::remove);
            return same.map(one -> part.at(one.price())).orElse(part);
        }).toList();
    }
}
