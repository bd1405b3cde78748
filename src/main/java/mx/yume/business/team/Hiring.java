package mx.yume.business.team;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Permission;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.Witness;

/** Somebody joins the team ready to be booked: with what they give, and the hours of the main location. */
@ApplicationScoped
public class Hiring {

    private static final String SKILLS = """
            insert into staff_skill (organization_id, staff_id, service_id)
            select organization_id, $2, id from service
            where organization_id = $1 and active and ($3::uuid[] is null or id = any ($3))
            """;
    private static final String HOURS = """
            insert into staff_hours (organization_id, staff_id, location_id, weekday, opens, closes)
            select h.organization_id, $2, h.location_id, h.weekday, h.opens, h.closes from opening_hours h
            join location l on l.organization_id = h.organization_id and l.id = h.location_id
            where h.organization_id = $1 and l.id = (
                select id from location where organization_id = $1 and active order by position, id limit 1)
            """;

    private final Database database;
    private final Inviting inviting;

    Hiring(Database database, Inviting inviting) {
        this.database = database;
        this.inviting = inviting;
    }

    /**
     * They are asked to join.
     *
     * @param services what they give, or everything on the menu when empty; a viewer gives nothing and has no hours
     * @param origin of the conversation in which it was asked for, as the database writes it
     */
    public Uni<TeamOutcome> hire(OrganizationId organization, StaffDraft draft, Optional<List<ServiceId>> services,
            String origin, Witness<TeamOutcome> witness) {
        return database.inTenant(organization, witness, connection -> Team.add(connection, organization, draft)
                .call(outcome -> outcome instanceof TeamOutcome.Done(var staff, _) && draft.permission() != Permission.VIEWER
                        ? equip(connection, organization, staff, services)
                        : Uni.createFrom().voidItem())
                .call(outcome -> outcome instanceof TeamOutcome.Done(var staff, _)
                        ? inviting.invite(connection, organization, staff, origin)
                        : Uni.createFrom().voidItem()));
    }

    /** The same for somebody who is on the team already, in the caller's transaction. */
    public static Uni<Void> equip(SqlConnection connection, OrganizationId organization, StaffId staff,
            Optional<List<ServiceId>> services) {
        var ids = services.map(list -> list.stream().map(ServiceId::value).toArray(UUID[]::new)).orElse(null);
        return connection.preparedQuery(SKILLS).execute(Tuple.of(organization.value(), staff.value(), ids))
                .chain(() -> connection.preparedQuery(HOURS).execute(Tuple.of(organization.value(), staff.value())))
                .replaceWithVoid();
    }
}
