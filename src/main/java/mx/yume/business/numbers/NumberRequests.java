package mx.yume.business.numbers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;

/** Asks for the number of a business, in the transaction that founds it. */
@ApplicationScoped
public class NumberRequests {

    private static final String ADD = """
            insert into number_request (organization_id, conversation_id, errand_id, origin, requested_at)
            values ($1, $2, $3, $4, $5)
            """;

    private final Jobs jobs;
    private final ObjectMapper json;
    private final Clock clock;

    NumberRequests(Jobs jobs, ObjectMapper json, Clock clock) {
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /** @param conversation of Yume's own, where its owner is told; {@code errand} is the flow there */
    public Uni<Void> ask(SqlConnection connection, OrganizationId organization, UUID conversation, UUID errand,
            String origin) {
        return connection.preparedQuery(ADD)
                .execute(Tuple.of(organization.value(), conversation, errand, origin,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .chain(() -> jobs.add(connection, organization, NumberRequest.REQUESTED,
                        written(new NumberRequest(conversation, errand, origin)), origin));
    }

    private String written(NumberRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A request that cannot be written", impossible);
        }
    }
}
