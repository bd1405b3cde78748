package mx.yume.scheduling.calendar;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.business.menu.Menu;
import mx.yume.business.menu.Skills;
import mx.yume.business.premises.Locations;
import mx.yume.business.premises.Spots;
import mx.yume.business.team.Team;
import mx.yume.platform.Explained;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Appointment;

/** Who or what is to leave. */
sealed interface Leaving {

    record Member(StaffId id) implements Leaving {}

    /** One service of one staff member. */
    record Skill(StaffId member, ServiceId service) implements Leaving {}

    record Offer(ServiceId id) implements Leaving {}

    record Seat(SpotId id) implements Leaving {}

    record Place(LocationId id) implements Leaving {}

    /** Whether it is there, to leave. */
    default boolean isIn(Business business) {
        return switch (this) {
            case Member(var id) -> business.staffMember(id).isPresent();
            case Skill(var member, var service) -> business.staffMember(member).filter(one -> one.gives(service)).isPresent();
            case Offer(var id) -> business.service(id).isPresent();
            case Seat(var id) -> business.spot(id).isPresent();
            case Place(var id) -> business.location(id).isPresent();
        };
    }

    /** Where to look for the appointments it has a part in. */
    default Ahead ahead() {
        return switch (this) {
            case Member(var id) -> Ahead.with(Set.of(id));
            case Skill(var member, _) -> Ahead.with(Set.of(member));
            case Offer(var id) -> Ahead.of(id);
            case Seat(var id) -> Ahead.on(id);
            case Place(var id) -> Ahead.at(id);
        };
    }

    /** Those of them that it has a part in. */
    default List<Appointment> concerned(List<Appointment> ahead) {
        return switch (this) {
            case Skill(var member, var service) -> ahead.stream().filter(appointment -> appointment.parts().stream()
                    .anyMatch(part -> part.staff().equals(member) && part.service().equals(service))).toList();
            case Member _,Offer _,Seat _,Place _ -> ahead;
        };
    }

    /** Who or what could take its place; nothing takes that of a service or a location. */
    default Optional<Relief> relief(Business business) {
        return switch (this) {
            case Member(var id) -> Optional.of(new Relief.OfMember(business, id));
            case Skill(var member, _) -> Optional.of(new Relief.OfMember(business, member));
            case Seat(var id) -> Optional.of(new Relief.OfSpot(business, id));
            case Offer _,Place _ -> Optional.empty();
        };
    }

    /** @return why it cannot, whatever becomes of its appointments */
    default Uni<Optional<Explained>> leave(SqlConnection connection, OrganizationId organization, int seenVersion) {
        return switch (this) {
            case Member(var id) -> Team.deactivate(connection, organization, id, seenVersion).map(Leaving::refusal);
            case Skill(var member, var service) -> Skills.take(connection, organization, member, seenVersion, service)
                    .map(Leaving::refusal);
            case Offer(var id) -> Menu.deactivate(connection, organization, id, seenVersion).map(Leaving::refusal);
            case Seat(var id) -> Spots.deactivate(connection, organization, id, seenVersion).map(Leaving::refusal);
            case Place(var id) -> Locations.deactivate(connection, organization, id, seenVersion).map(Leaving::refusal);
        };
    }

    private static Optional<Explained> refusal(Object outcome) {
        return outcome instanceof Explained why ? Optional.of(why) : Optional.empty();
    }
}
