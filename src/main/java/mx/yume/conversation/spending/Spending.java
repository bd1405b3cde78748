package mx.yume.conversation.spending;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.TurnKey;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/**
 * The books of what models cost. They are written as soon as it is spent, whatever becomes of the turn: money is gone even when an
 * answer is not sent. What is under way at once in several turns may together pass a budget by those turns.
 */
@ApplicationScoped
public class Spending {

    private static final String OF_PERSON = """
            insert into model_use (organization_id, day, person_id, calls, input_tokens, output_tokens, audio_seconds, micro_dollars)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (organization_id, day, person_id) do update
            set calls = model_use.calls + excluded.calls, input_tokens = model_use.input_tokens + excluded.input_tokens,
                output_tokens = model_use.output_tokens + excluded.output_tokens,
                audio_seconds = model_use.audio_seconds + excluded.audio_seconds,
                micro_dollars = model_use.micro_dollars + excluded.micro_dollars
            """;
    /** More than one attempt may have spent on a turn. */
    private static final String OF_TURN = """
            update turn set model_calls = model_calls + $3, input_tokens = input_tokens + $4, output_tokens = output_tokens + $5,
                            micro_dollars = micro_dollars + $6
            where organization_id = $1 and id = $2
            """;
    private static final String IN_ALL = """
            insert into model_use_total (organization_id, day, micro_dollars) values ($1, $2, $3)
            on conflict (organization_id, day) do update set micro_dollars = model_use_total.micro_dollars + excluded.micro_dollars
            """;
    private static final String SPENT = """
            select coalesce(sum(micro_dollars) filter (where person_id = $3), 0)::bigint as by_sender,
                   coalesce(sum(micro_dollars), 0)::bigint as by_business
            from model_use where organization_id = $1 and day = $2
            """;
    private static final String SPENT_IN_ALL = """
            select coalesce(sum(micro_dollars), 0)::bigint as in_all from model_use_total where organization_id = $1 and day = $2
            """;

    private final Database database;
    private final Clock clock;

    Spending(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param day where the conversation is */
    public Uni<Spent> today(OrganizationId organization, PersonId person, LocalDate day) {
        var here = database.inTenant(organization, connection -> connection.preparedQuery(SPENT)
                .execute(Tuple.of(organization.value(), day, person.value())).map(rows -> rows.iterator().next()));
        var inAll = database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(SPENT_IN_ALL)
                .execute(Tuple.of(OrganizationId.YUME.value(), utcDay())).map(rows -> rows.iterator().next()));
        return here.chain(row -> inAll.map(all -> new Spent(row.getLong("by_sender"), row.getLong("by_business"),
                all.getLong("in_all"))));
    }

    /** @param day where the conversation is */
    public Uni<Void> record(TurnKey turn, PersonId person, LocalDate day, ModelUse use) {
        if (use.equals(ModelUse.NOTHING)) {
            return Uni.createFrom().voidItem();
        }
        return database.inTenant(turn.organization(), connection -> ofPerson(connection, turn.organization(), person, day, use)
                .chain(() -> ofTurn(connection, turn, use)))
                .chain(() -> database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(IN_ALL)
                        .execute(Tuple.of(OrganizationId.YUME.value(), utcDay(), use.microDollars())).replaceWithVoid()));
    }

    private static Uni<Void> ofPerson(SqlConnection connection, OrganizationId organization, PersonId person, LocalDate day,
            ModelUse use) {
        return connection.preparedQuery(OF_PERSON)
                .execute(Tuple.from(new Object[]{organization.value(), day, person.value(), use.calls(), use.inputTokens(),
                        use.outputTokens(), use.audioSeconds(), use.microDollars()}))
                .replaceWithVoid();
    }

    private static Uni<Void> ofTurn(SqlConnection connection, TurnKey turn, ModelUse use) {
        return connection.preparedQuery(OF_TURN).execute(Tuple.of(turn.organization().value(), turn.turn().value(), use.calls(),
                use.inputTokens(), use.outputTokens(), use.microDollars())).replaceWithVoid();
    }

    private LocalDate utcDay() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
