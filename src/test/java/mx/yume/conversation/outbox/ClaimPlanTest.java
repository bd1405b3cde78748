package mx.yume.conversation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** Thousands of messages that are due at one minute are new to the planner: whether another comes first costs no walk through them. */
class ClaimPlanTest {

    private final PlainYume yume = PlainYume.fresh();

    @Test
    void theFirstOfAConversationIsFoundByItsOwnIndexHoweverManyWait() {
        yume.superuser().execute(
                """
                        insert into person (organization_id, id, created_at)
                        select '%s', gen_random_uuid(), now() from generate_series(1, 2000);
                        insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address)
                        select organization_id, gen_random_uuid(), id, 'real', 'twilio', '+525500000002', id::text from person;
                        insert into outbox (organization_id, id, conversation_id, purpose, origin, channel, business_address, person_address,
                                            content, due_at, created_at)
                        select organization_id, gen_random_uuid(), id, 'p' || id, origin, channel, business_address, person_address,
                               '{"type":"text","body":"Te esperamos."}', '2027-01-01', '2027-01-01' from conversation"""
                        .formatted(SalonLupita.ID));
        var values = Tuple.of(yume.clock().instant().atOffset(ZoneOffset.UTC), 8, 8, Interval.of(Duration.ofSeconds(30)));
        var plan = yume.the(Database.class).inScope(Scope.CLAIMS, connection -> connection
                .preparedQuery("explain (costs off) " + OutboxClaims.CLAIM).execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0))
                        .collect(Collectors.joining("\n"))))
                .await().atMost(Duration.ofSeconds(30));
        assertThat(plan).contains("using outbox_waiting on outbox first").doesNotContain("Seq Scan on outbox");
    }
}
