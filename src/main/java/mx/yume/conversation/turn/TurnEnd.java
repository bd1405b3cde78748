package mx.yume.conversation.turn;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.Effects;
import mx.yume.conversation.Flow;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.Progress;
import mx.yume.conversation.TurnKey;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.conversation.turn.TurnClaims.Claim;
import mx.yume.platform.Database;
import mx.yume.platform.StorableText;

/** The end of a turn: reply, flow and trace commit together, under the epoch of the claim, or not at all. */
@ApplicationScoped
class TurnEnd {

    /**
     * @param purpose of the first message; further ones add their place to it
     * @param failed the reply is an apology
     */
    record Outcome(String route, String assistant, List<OutboundContent> messages, String purpose, boolean failed) {}

    /** First the conversation, then the turn: the order in which a new claim takes them. */
    private static final String LOCK_CONVERSATION = "select 1 from conversation where organization_id = $1 and id = $2 for update";
    private static final String FINISH = """
            with finished as (
                update turn set status = $3, route = $4, assistant = $5, finished_at = $7
                where organization_id = $1 and id = $2 returning organization_id, id, started_at)
            insert into turn_trace (organization_id, turn_id, started_at, steps)
            select organization_id, id, started_at, $6::text::jsonb from finished
            """;
    private static final String SAVE_FLOW = """
            insert into flow (organization_id, id, conversation_id, kind, state, last_active_state, active, draft, started_at, updated_at,
                              abandoned_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9, $9, $11)
            on conflict (id) do update
            set state = excluded.state, last_active_state = excluded.last_active_state, active = excluded.active,
                draft = excluded.draft, updated_at = excluded.updated_at, abandoned_at = excluded.abandoned_at,
                version = flow.version + 1
            where $10::boolean
            """;
    private static final String END_OTHER_FLOWS = """
            update flow set active = false, state = case when kind = 'RELAY' then 'COMPLETED' else 'DROPPED' end, updated_at = $4,
                            version = version + 1
            where organization_id = $1 and conversation_id = $2 and active and id <> $3
            """;
    /** What arrived meanwhile keeps the conversation due; a newer claim keeps its lease. */
    private static final String RELEASE = """
            update conversation
            set offered = case when $4::text is null then offered else $4::text::jsonb end, misunderstandings = $5,
                due_at = case when epoch = $3 and pending_since is null then null else due_at end,
                lease_until = case when epoch = $3 then null else lease_until end
            where organization_id = $1 and id = $2 returning due_at
            """;
    private static final String HAND_BACK = """
            update conversation set due_at = $4, lease_until = null where organization_id = $1 and id = $2 and epoch = $3
            """;

    private final Database database;
    private final Effects effects;
    private final Outbox outbox;
    private final Alarm alarm;
    private final ObjectMapper json;
    private final Clock clock;

    TurnEnd(Database database, Effects effects, Outbox outbox, Alarm alarm, ObjectMapper json, Clock clock) {
        this.database = database;
        this.effects = effects;
        this.outbox = outbox;
        this.alarm = alarm;
        this.json = json;
        this.clock = clock;
    }

    /** Fails with {@link mx.yume.conversation.StaleTurn} when another claim is newer, and then nothing was written. */
    Uni<Outcome> finish(TurnKey key, Progress progress, Outcome outcome) {
        return finish(key, progress, Conclusion.of(outcome));
    }

    /** The same, for a turn that does something for others in the end. */
    Uni<Outcome> finish(TurnKey key, Progress progress, Conclusion conclusion) {
        return database.inTenant(key.organization(), connection -> conclusion.reach(connection)
                .chain(outcome -> finish(connection, key, progress, conclusion, outcome)
                        .map(due -> new Ended(outcome, due))))
                .invoke(ended -> ended.due().ifPresent(at -> alarm.at(at.toInstant()))).map(Ended::outcome);
    }

    /** @param due when the conversation is due again, if it is */
    private record Ended(Outcome outcome, Optional<OffsetDateTime> due) {}

    private Uni<Optional<OffsetDateTime>> finish(SqlConnection connection, TurnKey key, Progress progress,
            Conclusion conclusion, Outcome outcome) {
        return connection.preparedQuery(LOCK_CONVERSATION)
                .execute(Tuple.of(key.organization().value(), key.conversation().value()))
                .chain(() -> effects.hold(connection, key))
                .chain(() -> write(connection, key, outcome))
                .chain(() -> conclusion.afterwards(connection))
                .chain(() -> saveFlow(connection, key, progress))
                .chain(() -> close(connection, key, progress, outcome))
                .chain(() -> release(connection, key, progress, outcome));
    }

    /** Gives a turn that could not be finished back, to be tried again after a while. */
    Uni<Void> handBack(Claim claim, Duration wait) {
        var due = clock.instant().plus(wait);
        return database.inTenant(claim.organization(), connection -> connection.preparedQuery(HAND_BACK)
                .execute(Tuple.of(claim.organization().value(), claim.conversation().value(), claim.epoch(),
                        due.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid()).invoke(() -> alarm.at(due));
    }

    private Uni<Void> write(SqlConnection connection, TurnKey key, Outcome outcome) {
        Uni<Void> written = Uni.createFrom().voidItem();
        var messages = Pages.of(outcome.messages());
        for (int at = 0; at < messages.size(); at++) {
            var purpose = at == 0 ? outcome.purpose() : outcome.purpose() + "#" + (at + 1);
            var letter = new Letter(key.conversation(), Optional.of(key.turn()), purpose, messages.get(at));
            written = written.chain(() -> outbox.write(connection, key.organization(), letter));
        }
        return written;
    }

    /** What nobody was at in this turn stays as it is, abandoned perhaps. */
    private Uni<Void> saveFlow(SqlConnection connection, TurnKey key, Progress progress) {
        var flow = progress.flow();
        if (flow.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var now = now();
        var rows = Stream.concat(progress.ended().stream(), flow.stream()).map(it -> row(key, it, now, progress.touched()))
                .toList();
        return connection.preparedQuery(END_OTHER_FLOWS)
                .execute(Tuple.of(key.organization().value(), key.conversation().value(), flow.get().id(), now))
                .chain(() -> connection.preparedQuery(SAVE_FLOW).executeBatch(rows)).replaceWithVoid();
    }

    private static Tuple row(TurnKey key, Flow it, OffsetDateTime now, boolean touched) {
        return Tuple.from(new @Nullable Object[]{key.organization().value(), it.id(), key.conversation().value(),
                it.kind().name(), it.state().name(), it.lastActiveState().name(), it.active(), StorableText.json(it.draft()),
                now,
                touched, it.abandonedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null)});
    }

    private Uni<Void> close(SqlConnection connection, TurnKey key, Progress progress, Outcome outcome) {
        return connection.preparedQuery(FINISH)
                .execute(Tuple.from(new Object[]{key.organization().value(), key.turn().value(),
                        outcome.failed() ? "failed" : "done", outcome.route(), outcome.assistant(), json(progress.trace()),
                        now()}))
                .replaceWithVoid();
    }

    private Uni<Optional<OffsetDateTime>> release(SqlConnection connection, TurnKey key, Progress progress,
            Outcome outcome) {
        // A notice in between leaves what was offered before as it was.
        var asksNothing = outcome.messages().isEmpty()
                || (outcome.assistant().equals(FixedReplies.ASSISTANT) && outcome.messages().getLast().options().isEmpty());
        var offered = asksNothing ? null : json(outcome.messages().getLast().options());
        return connection.preparedQuery(RELEASE)
                .execute(Tuple.of(key.organization().value(), key.conversation().value(), key.epoch(), offered,
                        progress.misunderstandings()))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("due_at")));
    }

    private String json(Object value) {
        try {
            return StorableText.json(json.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("State that cannot be written: " + value.getClass().getSimpleName(), impossible);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
