package mx.yume.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.UuidV7;

/** Who is signed in, by the token in their cookie. */
@ApplicationScoped
public class Sessions {

    /** From signing in, however much it is used. */
    public static final Duration GOOD_FOR = Duration.ofDays(7);

    private static final String OPEN = """
            insert into session (organization_id, id, staff_id, token_hash, opened_at, expires_at)
            values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String FIND = """
            select organization_id, staff_id from session where token_hash = $1 and revoked_at is null and expires_at > $2
            """;
    private static final String REVOKE = "update session set revoked_at = $2 where token_hash = $1 and revoked_at is null";

    private final Database database;
    private final Clock clock;

    Sessions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Uni<Void> open(SqlConnection connection, SignedIn who, Token token) {
        var now = clock.instant();
        return connection.preparedQuery(OPEN)
                .execute(Tuple.of(who.organization().value(), UuidV7.next(), who.staffMember(), token.hash(),
                        now.atOffset(ZoneOffset.UTC), now.plus(GOOD_FOR).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Empty when it was revoked, is too old or never was. */
    public Uni<Optional<SignedIn>> find(Token token) {
        return database.inScope(Scope.ROUTING, connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(token.hash(), clock.instant().atOffset(ZoneOffset.UTC))).map(rows -> {
                    var found = rows.iterator();
                    return found.hasNext() ? Optional.of(signedIn(found.next())) : Optional.empty();
                }));
    }

    /** It opens nothing any more; a second time, nothing happens. */
    public Uni<Void> revoke(Token token) {
        return database.inScope(Scope.ROUTING, connection -> connection.preparedQuery(REVOKE)
                .execute(Tuple.of(token.hash(), clock.instant().atOffset(ZoneOffset.UTC))).replaceWithVoid());
    }

    private static SignedIn signedIn(Row row) {
        return new SignedIn(new OrganizationId(row.getUUID("organization_id")), row.getUUID("staff_id"));
    }
}
