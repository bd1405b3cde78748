package mx.yume.conversation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/**
 * What tools did, recorded in the transaction that did it under (turn, tool, canonical arguments). The same call again in the
 * same turn returns the first result, unless a later effect touched the same subject. Refusals are not recorded.
 */
@ApplicationScoped
public class Effects {

    /**
     * What one call did.
     *
     * @param arguments canonical: the same call always writes the same text
     * @param result JSON, as the tool wrote it
     * @param subject what it touched: an appointment, a service, somebody of the staff
     */
    public record Effect(String tool, String arguments, String result, Optional<UUID> subject) {}

    private static final String LOCK = """
            select 1 from turn where organization_id = $1 and id = $2 and epoch = $3 and status = 'open' for update
            """;
    private static final String INSERT = """
            insert into effect (organization_id, turn_id, ordinal, tool, arguments, result, subject_id, recorded_at)
            select $1, $2, coalesce(max(ordinal), 0) + 1, $3, $4, $5::text::jsonb, $6, $7
            from effect where organization_id = $1 and turn_id = $2
            """;
    private static final String OF_TURN = """
            select tool, arguments, result::text as result, subject_id from effect
            where organization_id = $1 and turn_id = $2 order by ordinal
            """;

    private final Database database;
    private final Clock clock;

    Effects(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Locks the turn for the rest of the transaction; fails with {@link StaleTurn} when another claim has it. */
    public Uni<Void> hold(SqlConnection connection, TurnKey key) {
        return connection.preparedQuery(LOCK)
                .execute(Tuple.of(key.organization().value(), key.turn().value(), key.epoch()))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw new StaleTurn(key);
                    }
                }).replaceWithVoid();
    }

    /** Records what was just done on this connection. The turn must be held. */
    public Uni<Void> record(SqlConnection connection, TurnKey key, Effect effect) {
        return connection.preparedQuery(INSERT)
                .execute(Tuple.from(new Object[]{key.organization().value(), key.turn().value(), effect.tool(),
                        effect.arguments(), effect.result(), effect.subject().orElse(null),
                        clock.instant().atOffset(ZoneOffset.UTC)}))
                .replaceWithVoid();
    }

    /** As {@link #hold}, in a transaction of the organization that is worked for, which need not be the conversation's. */
    public Uni<Void> hold(SqlConnection connection, OrganizationId worksFor, TurnKey key) {
        return database.lending(connection, worksFor, key.organization(), () -> hold(connection, key));
    }

    /** As {@link #record}, in a transaction of the organization that is worked for, which need not be the conversation's. */
    public Uni<Void> record(SqlConnection connection, OrganizationId worksFor, TurnKey key, Effect effect) {
        return database.lending(connection, worksFor, key.organization(), () -> record(connection, key, effect));
    }

    /** Does the work and records it, under the turn's claim, in one transaction of its own. */
    public Uni<Void> perform(TurnKey key, Effect effect, Function<SqlConnection, Uni<Void>> work) {
        return database.inTenant(key.organization(), connection -> hold(connection, key)
                .chain(() -> work.apply(connection)).chain(() -> record(connection, key, effect)));
    }

    /** Everything this turn has done so far, in order. */
    public Uni<List<Effect>> of(TurnKey key) {
        return database.inTenant(key.organization(), connection -> connection.preparedQuery(OF_TURN)
                .execute(Tuple.of(key.organization().value(), key.turn().value()))
                .map(rows -> {
                    var effects = new ArrayList<Effect>();
                    rows.forEach(row -> effects.add(effect(row)));
                    return List.copyOf(effects);
                }));
    }

    /** The first result of the same call in this turn, if it still holds. */
    public Uni<Optional<Effect>> earlier(TurnKey key, String tool, String arguments) {
        return of(key).map(effects -> repeatIn(effects, tool, arguments));
    }

    static Optional<Effect> repeatIn(List<Effect> effects, String tool, String arguments) {
        for (int at = effects.size() - 1; at >= 0; at--) {
            var effect = effects.get(at);
            if (effect.tool().equals(tool) && effect.arguments().equals(arguments)) {
                var touchedLater = effects.subList(at + 1, effects.size()).stream()
                        .anyMatch(later -> later.subject().isPresent()
                                && later.subject().equals(effect.subject()));
                return touchedLater ? Optional.empty() : Optional.of(effect);
            }
        }
        return Optional.empty();
    }

    private static Effect effect(Row row) {
        return new Effect(row.getString("tool"), row.getString("arguments"), row.getString("result"),
                Optional.ofNullable(row.getUUID("subject_id")));
    }
}
