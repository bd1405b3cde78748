package mx.yume.business.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/**
 * What becomes of somebody's permission when WhatsApp says that they changed their number. It follows whoever linked a user id
 * when they joined and is known by it still: then two things that WhatsApp signs say that it is them. A phone alone opens nothing
 * for another phone. Owners are told either way.
 */
@ApplicationScoped
public class StaffNumbers {

    private static final String FIND = """
            select organization_id, id, user_id is not null and user_id = any ($2) as linked from staff_member
            where active and (phone = $1 or user_id = any ($2)) and ($3::uuid is null or organization_id = $3)
            order by organization_id, id
            """;
    /** Not what somebody else of the team has: whoever comes first keeps it. */
    private static final String FOLLOW = """
            update staff_member m set user_id = $5::text, phone = coalesce($4::text, m.phone), version = version + 1
            where m.organization_id = $1 and m.id = $2 and m.active and m.user_id = any ($3)
              and not exists (select 1 from staff_member o where o.organization_id = $1 and o.id <> m.id
                              and (o.phone = $4 or o.user_id = $5))
            """;

    /**
     * @param userIds that WhatsApp knew them by before; empty where it is not sure that they are one person
     * @param newPhone empty where it is not told
     */
    public record Change(Optional<PhoneNumber> oldPhone, Set<String> userIds, Optional<PhoneNumber> newPhone,
            Optional<String> newUserId) {

        public Change {
            userIds = Set.copyOf(userIds);
        }

        private String[] known() {
            return userIds.toArray(String[]::new);
        }
    }

    private record Found(OrganizationId organization, UUID staff, boolean linked) {}

    private final Database database;
    private final Jobs jobs;
    private final ObjectMapper json;

    StaffNumbers(Database database, Jobs jobs, ObjectMapper json) {
        this.database = database;
        this.jobs = jobs;
        this.json = json;
    }

    /**
     * In the caller's transaction, announced for the organization whose number heard it: of a business's own number its team is
     * concerned, of Yume's everybody who works anywhere.
     *
     * @param origin of the conversation, as the database writes it
     */
    public Uni<Void> follow(SqlConnection connection, OrganizationId heardBy, Change change, String origin) {
        return find(connection, heardBy, change).chain(found -> {
            Uni<Void> followed = Uni.createFrom().voidItem();
            for (var one : found) {
                followed = followed.chain(() -> database.lending(connection, heardBy, one.organization(),
                        () -> follow(connection, one, change, origin)));
            }
            return followed;
        });
    }

    private Uni<List<Found>> find(SqlConnection connection, OrganizationId heardBy, Change change) {
        var central = heardBy.equals(OrganizationId.YUME);
        var values = Tuple.of(e164(change.oldPhone()), change.known(), central ? null : heardBy.value());
        return central ? database.lending(connection, Scope.ROUTING, () -> find(connection, values)) : find(connection, values);
    }

    private static Uni<List<Found>> find(SqlConnection connection, Tuple values) {
        return connection.preparedQuery(FIND).execute(values).map(rows -> {
            List<Found> found = new ArrayList<>();
            rows.forEach(row -> found.add(found(row)));
            return List.copyOf(found);
        });
    }

    private static Found found(Row row) {
        return new Found(new OrganizationId(row.getUUID("organization_id")), row.getUUID("id"), row.getBoolean("linked"));
    }

    private Uni<Void> follow(SqlConnection connection, Found one, Change change, String origin) {
        var followed = !one.linked() ? Uni.createFrom().item(false)
                : connection.preparedQuery(FOLLOW)
                        .execute(Tuple.of(one.organization().value(), one.staff(), change.known(), e164(change.newPhone()),
                                change.newUserId().orElse(null)))
                        .map(rows -> rows.rowCount() > 0);
        return followed.chain(does -> jobs.add(connection, one.organization(), NumberFact.CHANGED,
                written(new NumberFact(one.staff(), change.newPhone().map(PhoneNumber::e164), does)), origin));
    }

    private String written(NumberFact fact) {
        try {
            return json.writeValueAsString(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be written", impossible);
        }
    }

    private static @Nullable String e164(Optional<PhoneNumber> phone) {
        return phone.map(PhoneNumber::e164).orElse(null);
    }
}
