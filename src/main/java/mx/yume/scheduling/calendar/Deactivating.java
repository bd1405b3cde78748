package mx.yume.scheduling.calendar;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.Witness;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Cancellation;
import mx.yume.scheduling.Contention;
import mx.yume.scheduling.Reservations;
import mx.yume.scheduling.calendar.DeactivationOutcome.CannotReassign;
import mx.yume.scheduling.calendar.DeactivationOutcome.Done;
import mx.yume.scheduling.calendar.DeactivationOutcome.HasFuture;
import mx.yume.scheduling.calendar.DeactivationOutcome.NotFound;
import mx.yume.scheduling.calendar.DeactivationOutcome.Refused;

/**
 * Somebody or something leaves the business: nobody books it from then on. Nothing is deleted. What is ahead with it is asked
 * about first, and what becomes of that commits with the leaving or not at all. A kept appointment keeps its time, and can be
 * cancelled, moved to somebody else and completed like any other.
 */
@ApplicationScoped
public class Deactivating {

    private final Database database;
    private final Businesses businesses;
    private final Cancellation cancellation;
    private final Reassigning reassigning;
    private final Clock clock;

    Deactivating(Database database, Businesses businesses, Cancellation cancellation, Reassigning reassigning, Clock clock) {
        this.database = database;
        this.businesses = businesses;
        this.cancellation = cancellation;
        this.reassigning = reassigning;
        this.clock = clock;
    }

    /** Never the owner. Their blocks and breaks stay and do not matter. */
    public Uni<DeactivationOutcome> staffMember(StaffId id, Request request) {
        return staffMember(id, request, Witness.none());
    }

    /** The same, with a witness. */
    public Uni<DeactivationOutcome> staffMember(StaffId id, Request request, Witness<DeactivationOutcome> witness) {
        return deactivate(new Leaving.Member(id), request, witness);
    }

    /** A staff member does not give a service any more. What else they give in the same visit goes where it goes. */
    public Uni<DeactivationOutcome> skill(StaffId member, ServiceId service, Request request) {
        return deactivate(new Leaving.Skill(member, service), request, Witness.none());
    }

    /** A visit of several services is kept or cancelled whole. */
    public Uni<DeactivationOutcome> service(ServiceId id, Request request) {
        return service(id, request, Witness.none());
    }

    /** The same, with a witness. */
    public Uni<DeactivationOutcome> service(ServiceId id, Request request, Witness<DeactivationOutcome> witness) {
        return deactivate(new Leaving.Offer(id), request, witness);
    }

    public Uni<DeactivationOutcome> spot(SpotId id, Request request) {
        return deactivate(new Leaving.Seat(id), request, Witness.none());
    }

    /** Never the last. */
    public Uni<DeactivationOutcome> location(LocationId id, Request request) {
        return deactivate(new Leaving.Place(id), request, Witness.none());
    }

    /**
     * Who asks, and what they know.
     *
     * @param seenVersion of whoever or whatever leaves, when they last saw it; of the staff member for a skill
     * @param by for what is told of the appointments
     * @param answer nothing the first time
     */
    public record Request(OrganizationId organization, int seenVersion, Actor.Staff by, Optional<Answer> answer) {}

    private Uni<DeactivationOutcome> deactivate(Leaving leaving, Request request, Witness<DeactivationOutcome> witness) {
        var organization = request.organization();
        return Contention.retried(() -> database.inTenant(organization, witness,
                connection -> Contention.limitWaiting(connection)
                        .chain(() -> Standstill.of(connection, organization))
                        .chain(() -> businesses.load(connection, organization))
                        .chain(found -> found.filter(leaving::isIn)
                                .map(business -> leave(connection, business, leaving, request))
                                .orElse(Uni.createFrom().item(new NotFound())))));
    }

    /** It leaves first, and comes back if there is still something to be answered. */
    private Uni<DeactivationOutcome> leave(SqlConnection connection, Business business, Leaving leaving, Request request) {
        return Savepoint.set(connection).chain(() -> leaving.leave(connection, business.id(), request.seenVersion()))
                .chain(refusal -> refusal.isPresent() ? Uni.createFrom().item(new Refused(refusal.get()))
                        : leaving.ahead().lock(connection, business.id(), clock.instant()).map(leaving::concerned)
                                .chain(ahead -> answered(connection, business, leaving, request, ahead)))
                .call(outcome -> outcome instanceof HasFuture || outcome instanceof CannotReassign
                        ? Savepoint.back(connection)
                        : Uni.createFrom().voidItem());
    }

    private Uni<DeactivationOutcome> answered(SqlConnection connection, Business business, Leaving leaving, Request request,
            List<Appointment> ahead) {
        if (ahead.isEmpty()) {
            return Uni.createFrom().item(new Done(List.of()));
        }
        return request.answer().filter(answer -> answer.covers(ahead)).map(answer -> switch (answer.what()) {
            case KEEP -> Uni.createFrom().<DeactivationOutcome>item(
                    new Done(ahead.stream().<Fate>map(Fate.Kept::new).toList()));
            case CANCEL -> cancel(connection, business.id(), request.by(), ahead);
            case REASSIGN -> leaving.relief(business).map(relief -> reassign(connection, relief, request, ahead))
                    .orElse(Uni.createFrom().item(new CannotReassign(ahead)));
        }).orElse(Uni.createFrom().item(new HasFuture(ahead)));
    }

    private Uni<DeactivationOutcome> cancel(SqlConnection connection, OrganizationId organization, Actor.Staff by,
            List<Appointment> ahead) {
        var resources = new HashSet<UUID>();
        ahead.forEach(appointment -> resources.addAll(appointment.resources()));
        return Reservations.queueFor(connection, resources).chain(() -> Multi.createFrom().iterable(ahead)
                .onItem().transformToUniAndConcatenate(appointment -> cancellation
                        .write(connection, organization, by, appointment, Optional.empty()).<Fate>map(Fate.Cancelled::new))
                .collect().asList()).map(Done::new);
    }

    private Uni<DeactivationOutcome> reassign(SqlConnection connection, Relief relief, Request request,
            List<Appointment> ahead) {
        return reassigning.swaps(connection, request.organization(), relief, ahead).chain(swaps -> {
            var swapped = swaps.stream().map(Swap::appointment).toList();
            return swaps.size() == ahead.size()
                    ? reassigning.write(connection, request.organization(), request.by(), relief, swaps).map(Done::new)
                    : Uni.createFrom().item(
                            new CannotReassign(ahead.stream().filter(one -> !swapped.contains(one)).toList()));
        });
    }
}
