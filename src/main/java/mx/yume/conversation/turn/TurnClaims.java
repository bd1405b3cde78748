package mx.yume.conversation.turn;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import mx.yume.conversation.ConversationId;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;

/** Which instance works on which conversation. Due is business time; the lease is the database's clock. */
@ApplicationScoped
class TurnClaims {

    /** @param epoch grows with every claim of the conversation */
    record Claim(OrganizationId organization, ConversationId conversation, long epoch) {}

    /**
     * The organizations with waiting work are found by skipping through the partial index, so that the cost follows them and not
     * the backlog of any; from each, a few of the longest due.
     */
    private static final String CLAIM = """
            with recursive tenant as (
                (select organization_id from conversation where due_at is not null order by organization_id limit 1)
                union all
                select (select c.organization_id from conversation c
                        where c.due_at is not null and c.organization_id > tenant.organization_id
                        order by c.organization_id limit 1)
                from tenant where tenant.organization_id is not null
            ), due as (
                select found.organization_id, found.id
                from (select organization_id from tenant where organization_id is not null order by random()) as chosen
                cross join lateral (
                    select c.organization_id, c.id from conversation c
                    where c.organization_id = chosen.organization_id and c.due_at <= $1
                      and (c.lease_until is null or c.lease_until < clock_timestamp())
                    order by c.due_at limit $3 for update skip locked
                ) as found
                limit $2
            )
            update conversation set epoch = epoch + 1, lease_until = clock_timestamp() + $4::interval
            from due where conversation.organization_id = due.organization_id and conversation.id = due.id
            returning conversation.organization_id, conversation.id, conversation.epoch
            """;
    /**
     * One that is locked right now is renewed the next time: it must not hold up the others. One that was let go a moment ago has
     * no lease, and must not get one back.
     */
    private static final String RENEW = """
            update conversation set lease_until = clock_timestamp() + $4::interval
            from (select c.organization_id, c.id
                  from unnest($1::uuid[], $2::uuid[], $3::bigint[]) as held (organization_id, id, epoch)
                  join conversation c on c.organization_id = held.organization_id and c.id = held.id and c.epoch = held.epoch
                  where c.lease_until is not null
                  for update of c skip locked) as free
            where conversation.organization_id = free.organization_id and conversation.id = free.id
            """;

    private final Database database;
    private final WorkersConfig config;
    private final Clock clock;

    TurnClaims(Database database, WorkersConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    Uni<List<Claim>> claim(int most) {
        return database.inScope(Scope.CLAIMS, connection -> connection.preparedQuery(CLAIM)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), most, config.turnsOfOne(),
                        Interval.of(config.lease())))
                .map(rows -> {
                    var claims = new ArrayList<Claim>();
                    rows.forEach(row -> claims.add(new Claim(new OrganizationId(row.getUUID("organization_id")),
                            new ConversationId(row.getUUID("id")), row.getLong("epoch"))));
                    return List.copyOf(claims);
                }));
    }

    /** Holds on to what this instance is working on. Claims that somebody else has taken since are left alone. */
    Uni<Void> renew(Collection<Claim> claims) {
        if (claims.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var organizations = claims.stream().map(claim -> claim.organization().value()).toArray(UUID[]::new);
        var conversations = claims.stream().map(claim -> claim.conversation().value()).toArray(UUID[]::new);
        var epochs = claims.stream().map(Claim::epoch).toArray(Long[]::new);
        return database.inScope(Scope.CLAIMS, connection -> connection.preparedQuery(RENEW)
                .execute(Tuple.of(organizations, conversations, epochs, Interval.of(config.lease())))
                .replaceWithVoid());
    }
}
