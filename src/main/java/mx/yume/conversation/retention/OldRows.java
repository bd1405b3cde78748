package mx.yume.conversation.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.Sweep;

/**
 * Deletes, a batch at a time, what is too old and cannot be partitioned, since it is unique whenever it was written, or pointed at.
 * Before a turn goes what it sent; a conversation stays, with the person whose it is.
 */
@ApplicationScoped
class OldRows implements Sweep {

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int BATCH = 1000;
    /** Of each kind in one sweep; more are deleted in the next. */
    private static final int MOST_BATCHES = 20;

    private static final String HANDOFFS = """
            delete from handoff where id in (
                select id from handoff where ended_at < $1 and told_at is not null order by ended_at limit $2 for update skip locked)
            """;
    private static final String OUTBOX = """
            delete from outbox where id in (
                select id from outbox where created_at < $1 and status not in ('pending', 'sending')
                order by created_at limit $2 for update skip locked)
            """;
    private static final String TURNS = """
            with old as (
                select organization_id, id from turn t
                where started_at < $1 and status <> 'open'
                  and not exists (select 1 from outbox o where o.organization_id = t.organization_id and o.turn_id = t.id)
                  and not exists (select 1 from handoff h where h.organization_id = t.organization_id and h.turn_id = t.id)
                order by started_at limit $2 for update skip locked
            ), undone as (
                delete from effect using old where effect.organization_id = old.organization_id and effect.turn_id = old.id)
            delete from turn using old where turn.organization_id = old.organization_id and turn.id = old.id
            """;
    private static final String FLOWS = """
            delete from flow where id in (
                select id from flow where updated_at < $1 and not active order by updated_at limit $2 for update skip locked)
            """;
    private static final String UNREADABLE = """
            delete from unreadable_event where id in (
                select id from unreadable_event where received_at < $1 order by received_at limit $2 for update skip locked)
            """;
    private static final String RECEIPTS = """
            delete from inbound_receipt where (organization_id, provider, provider_message_id) in (
                select organization_id, provider, provider_message_id from inbound_receipt
                where received_at < $1 order by received_at limit $2 for update skip locked)
            """;
    private static final String REMINDERS = """
            delete from reminder where (organization_id, appointment_id, starts_at, which) in (
                select organization_id, appointment_id, starts_at, which from reminder
                where starts_at < $1 order by starts_at limit $2 for update skip locked)
            """;
    private static final String FAILED_JOBS = """
            delete from job where id in (
                select id from job where failed_at < $1 order by failed_at limit $2 for update skip locked)
            """;

    private final Database database;
    private final Ages ages;

    OldRows(Database database, Ages ages) {
        this.database = database;
        this.ages = ages;
    }

    @Override
    public String name() {
        return "old-rows";
    }

    @Override
    public String purpose() {
        return "deletes what else is past its retention: messages out, turns, flows, handoffs, receipts, reminders, failed jobs";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Uni<Integer> sweep(Instant now) {
        var messages = ages.messages(now);
        return Multi.createFrom().items(
                delete(HANDOFFS, messages), delete(OUTBOX, messages), delete(TURNS, messages), delete(FLOWS, messages),
                delete(UNREADABLE, messages), delete(REMINDERS, messages), delete(RECEIPTS, ages.receipts(now)),
                delete(FAILED_JOBS, ages.failedJobs(now)))
                .onItem().transformToUniAndConcatenate(deleting -> deleting)
                .collect().with(Collectors.summingInt(deleted -> deleted));
    }

    private Uni<Integer> delete(String statement, Instant before) {
        return Uni.createFrom().deferred(() -> batches(statement, before, MOST_BATCHES));
    }

    private Uni<Integer> batches(String statement, Instant before, int most) {
        return database.inScope(Scope.SWEEPS, connection -> connection.preparedQuery(statement)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), BATCH)).map(rows -> rows.rowCount()))
                .chain(deleted -> deleted < BATCH || most == 1 ? Uni.createFrom().item(deleted)
                        : batches(statement, before, most - 1).map(more -> deleted + more));
    }
}
