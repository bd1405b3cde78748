package mx.yume.business.team;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.StaffId;
import mx.yume.business.Wording;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;

/** The end of somebody's onboarding: the name they go by, how WhatsApp knows them, and that they have joined. */
@ApplicationScoped
public class Joining {

    /** Once: whoever has joined stays so. A user id that somebody else of the team has linked is not taken from them. */
    private static final String JOIN = """
            update staff_member m set name = $3, onboarded_at = $5, version = version + 1,
                user_id = coalesce(m.user_id, case when not exists (
                    select 1 from staff_member o where o.organization_id = $1 and o.user_id = $4) then $4::text end)
            where m.organization_id = $1 and m.id = $2 and m.active and m.onboarded_at is null
            """;

    private final Jobs jobs;
    private final ObjectMapper json;
    private final Clock clock;

    Joining(Jobs jobs, ObjectMapper json, Clock clock) {
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /** Whether somebody can go by this name. */
    public static boolean isName(String name) {
        return Wording.isBetween(1, Wording.tidy(name), Team.LONGEST_NAME);
    }

    /**
     * They have joined, and it is told; in the caller's transaction. Nothing happens when they had already.
     *
     * @param name 1 to 80 characters
     * @param userId WhatsApp's, if it told one
     * @param origin of the conversation, as the database writes it
     */
    public Uni<Void> join(SqlConnection connection, OrganizationId organization, StaffId staff, String name,
            Optional<String> userId, String origin) {
        var row = Arrays.<@Nullable Object>asList(organization.value(), staff.value(), Wording.tidy(name), userId.orElse(null),
                clock.instant().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(JOIN).execute(Tuple.from(row)).chain(joined -> joined.rowCount() == 0
                ? Uni.createFrom().voidItem()
                : jobs.add(connection, organization, StaffFact.JOINED, written(new StaffFact(staff.value())), origin));
    }

    private String written(StaffFact fact) {
        try {
            return json.writeValueAsString(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be written", impossible);
        }
    }
}
