package mx.yume.notifications;

import java.time.Instant;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;

/** Takes a link or a code out of the message that carried it when it opens nothing any more: what is kept of a chat holds neither. */
@ApplicationScoped
public class SpentLinks implements JobHandler {

    private static final String KIND = "magic_link.expired";
    private static final String CODE = "booking_code.expired";

    private static final String ORIGIN = "select origin from outbox where organization_id = $1 and purpose = $2";
    private static final String TAKE_OUT = """
            update outbox set content = regexp_replace(content::text, '([?]t=)[A-Za-z0-9_-]+', '\\1…', 'g')::jsonb,
                   template = regexp_replace(template::text, '([?]t=)[A-Za-z0-9_-]+', '\\1…', 'g')::jsonb
            where organization_id = $1 and purpose = $2::text::jsonb #>> '{}'
            """;
    private static final String TAKE_CODE_OUT = """
            update outbox set content = regexp_replace(content::text, '\\m[0-9]{6}\\M', '······', 'g')::jsonb,
                   template = regexp_replace(template::text, '\\m[0-9]{6}\\M', '······', 'g')::jsonb
            where organization_id = $1 and purpose = $2::text::jsonb #>> '{}'
            """;

    private final Jobs jobs;

    SpentLinks(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * On the connection on which the message was written.
     *
     * @param purpose of that message; the payload is nothing but this
     */
    Uni<Void> takeOut(SqlConnection connection, OrganizationId organization, String purpose, Instant expired) {
        return takeOut(connection, organization, KIND, purpose, expired);
    }

    /** The same of a code of six digits. */
    public Uni<Void> takeCodeOut(SqlConnection connection, OrganizationId organization, String purpose, Instant expired) {
        return takeOut(connection, organization, CODE, purpose, expired);
    }

    private Uni<Void> takeOut(SqlConnection connection, OrganizationId organization, String kind, String purpose,
            Instant expired) {
        return connection.preparedQuery(ORIGIN).execute(Tuple.of(organization.value(), purpose))
                .chain(rows -> jobs.add(connection, organization, kind, "\"" + purpose + "\"",
                        rows.iterator().next().getString("origin"), expired));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND, CODE);
    }

    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        return connection.preparedQuery(job.kind().equals(CODE) ? TAKE_CODE_OUT : TAKE_OUT)
                .execute(Tuple.of(job.organization().value(), job.payload()))
                .replaceWithVoid();
    }
}
