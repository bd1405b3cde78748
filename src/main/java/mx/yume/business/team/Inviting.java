package mx.yume.business.team;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.StaffId;
import mx.yume.platform.Database;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;

/** Asks people of the team to join by chat: when they are added, and again when somebody wants to. */
@ApplicationScoped
public class Inviting {

    private static final String AWAITED = """
            select id from staff_member
            where organization_id = $1 and active and onboarded_at is null and phone is not null order by position, id
            """;

    private final Database database;
    private final Jobs jobs;
    private final ObjectMapper json;

    Inviting(Database database, Jobs jobs, ObjectMapper json) {
        this.database = database;
        this.jobs = jobs;
        this.json = json;
    }

    /** In the caller's transaction. */
    public Uni<Void> invite(SqlConnection connection, OrganizationId organization, StaffId staff, String origin) {
        return state(connection, organization, StaffFact.INVITED, staff, origin);
    }

    /** Whether they are still awaited: whoever has joined, has left or has no phone is not asked. */
    public Uni<Boolean> inviteAgain(OrganizationId organization, StaffId staff, String origin) {
        return database.inTenant(organization, connection -> awaited(connection, organization)
                .map(all -> all.contains(staff))
                .call(awaited -> awaited ? state(connection, organization, StaffFact.INVITED_AGAIN, staff, origin)
                        : Uni.createFrom().voidItem()));
    }

    /** Those who can write to the business and have not joined yet, in the owner's order. */
    public Uni<List<StaffId>> awaited(OrganizationId organization) {
        return database.inTenant(organization, connection -> awaited(connection, organization));
    }

    /** The same in the caller's transaction. */
    public static Uni<List<StaffId>> awaited(SqlConnection connection, OrganizationId organization) {
        return connection.preparedQuery(AWAITED).execute(Tuple.of(organization.value())).map(rows -> {
            var all = new ArrayList<StaffId>();
            rows.forEach(row -> all.add(new StaffId(row.getUUID("id"))));
            return List.copyOf(all);
        });
    }

    private Uni<Void> state(SqlConnection connection, OrganizationId organization, String kind, StaffId staff, String origin) {
        try {
            return jobs.add(connection, organization, kind, json.writeValueAsString(new StaffFact(staff.value())), origin);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be written", impossible);
        }
    }
}
