package mx.yume.customers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;

/** Takes away who somebody is: names, what WhatsApp knows them by, notes. Consents stay, and say nothing but yes or no. */
@ApplicationScoped
public class Forgetting {

    private static final List<String> LIVES = List.of("real", "simulator", "playground");

    private static final String PERSON = """
            update person set name = $3, name_confirmed_at = $4, profile_name = null, erased_at = $4, version = version + 1
            where organization_id = $1 and id = $2 and erased_at is null
            """;
    private static final String IDENTITIES = "delete from person_identity where organization_id = $1 and person_id = $2";
    private static final String NOTE = "delete from person_note where organization_id = $1 and person_id = $2";
    private static final String CHANGES = """
            update identity_change set old_phone = null, old_user_id = null, new_phone = null, new_user_id = null
            where organization_id = $1 and (person_id = $2 or other_person_id = $2)
            """;
    /** Whoever works here is known by the same phone, and is no customer alone. */
    private static final String OF_THE_TEAM = """
            select 1 from person_identity i
            join staff_member s on s.organization_id = i.organization_id and s.active
                               and (i.kind = 'phone' and s.phone = i.value or i.kind = 'user_id' and s.user_id = i.value)
            where i.organization_id = $1 and i.person_id = $2
            """;

    private final SharedNames names;
    private final Clock clock;

    Forgetting(SharedNames names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    /** Whether they are somebody who works at the business. */
    public Uni<Boolean> ofTheTeam(SqlConnection connection, OrganizationId organization, PersonId id) {
        return connection.preparedQuery(OF_THE_TEAM).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> rows.size() > 0);
    }

    /**
     * In the caller's transaction.
     *
     * @return whether there was anything to forget: false when they were erased before
     */
    public Uni<Boolean> forget(SqlConnection connection, OrganizationId organization, PersonId id) {
        var who = Tuple.of(organization.value(), id.value());
        return connection.preparedQuery(PERSON)
                .execute(Tuple.of(organization.value(), id.value(), Profile.ERASED, clock.instant().atOffset(ZoneOffset.UTC)))
                .chain(rows -> rows.rowCount() == 0 ? Uni.createFrom().item(false)
                        : sharedNames(connection, organization, id)
                                .chain(() -> connection.preparedQuery(IDENTITIES).execute(who))
                                .chain(() -> connection.preparedQuery(NOTE).execute(who))
                                .chain(() -> connection.preparedQuery(CHANGES).execute(who)).replaceWith(true));
    }

    private Uni<Void> sharedNames(SqlConnection connection, OrganizationId organization, PersonId id) {
        Uni<Void> forgotten = Uni.createFrom().voidItem();
        for (var life : LIVES) {
            forgotten = forgotten.chain(() -> names.forget(connection, organization, id, life));
        }
        return forgotten;
    }
}
