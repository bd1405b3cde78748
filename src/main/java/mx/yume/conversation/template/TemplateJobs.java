package mx.yume.conversation.template;

import java.time.Clock;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.Origin;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.UuidV7;

/** Accounts whose wanted templates somebody has to submit. */
@ApplicationScoped
class TemplateJobs {

    static final String KIND = "templates.wanted";

    /** Where. */
    @RegisterForReflection
    record Wanted(ChannelName channel, String account) {}

    /** One of an account at a time, so that nothing is submitted twice at once. */
    private static final String ADD = """
            insert into job (organization_id, id, kind, payload, origin, due_at, created_at)
            select $1, $2, $3, $4::text::jsonb, $5, $6, $6
            where not exists (select 1 from job where organization_id = $1 and kind = $3 and payload = $4::text::jsonb and failed_at is null)
            """;

    private final Database database;
    private final ObjectMapper json;
    private final Clock clock;

    TemplateJobs(Database database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    Uni<Void> add(ChannelName channel, String account) {
        var values = Tuple.of(OrganizationId.YUME.value(), UuidV7.next(), KIND, written(new Wanted(channel, account)),
                Origin.REAL.sql(), clock.instant().atOffset(ZoneOffset.UTC));
        return database.inTenant(OrganizationId.YUME,
                connection -> connection.preparedQuery(ADD).execute(values).replaceWithVoid());
    }

    Wanted read(String payload) {
        try {
            return json.readValue(payload, Wanted.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A job that cannot be read", broken);
        }
    }

    private String written(Wanted wanted) {
        try {
            return json.writeValueAsString(wanted);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A job that cannot be written", impossible);
        }
    }
}
