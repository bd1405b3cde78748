package mx.yume.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
    /** More than anybody has devices; they are closed all the same. */
    public static final int MOST_LISTED = 50;

    /** That somebody is here is written down no more often. */
    private static final Duration SEEN_EVERY = Duration.ofHours(1);

    private static final String OPEN = """
            insert into session (organization_id, id, staff_id, token_hash, opened_at, seen_at, expires_at, device)
            values ($1, $2, $3, $4, $5, $5, $6, $7)
            """;
    /** Of whoever was let go, or whose business is suspended, there is none. */
    private static final String FIND = """
            select s.organization_id, s.id, s.staff_id, coalesce(s.seen_at, s.opened_at) as seen_at from session s
            join staff_member m on m.organization_id = s.organization_id and m.id = s.staff_id and m.active
            join organization o on o.organization_id = s.organization_id and o.status = 'active'
            where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2
            """;
    private static final String SEE = "update session set seen_at = $2 where id = $1";
    private static final String REVOKE = "update session set revoked_at = $2 where token_hash = $1 and revoked_at is null";
    private static final String THEIRS = """
            organization_id = $1 and staff_id = $2 and revoked_at is null and expires_at > $3
            """;
    private static final String LIST = """
            select id, device, opened_at, coalesce(seen_at, opened_at) as seen_at, token_hash = $4 as current from session
            where %s order by token_hash = $4 desc, seen_at desc, id limit $5
            """.formatted(THEIRS);
    private static final String CLOSE = "update session set revoked_at = $3 where %s".formatted(THEIRS);

    /** From when they were last seen: until then they were let in. */
    private static final String END = """
            update session set revoked_at = coalesce(seen_at, opened_at)
            where organization_id = $1 and staff_id = $2 and revoked_at is null
            """;

    private final Database database;
    private final Clock clock;

    Sessions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param device in words, and nothing else of whoever it is */
    Uni<Void> open(SqlConnection connection, SignedIn who, Token token, String device) {
        var now = clock.instant();
        return connection.preparedQuery(OPEN)
                .execute(Tuple.from(new Object[]{who.organization().value(), UuidV7.next(), who.staffMember(), token.hash(),
                        now.atOffset(ZoneOffset.UTC), now.plus(GOOD_FOR).atOffset(ZoneOffset.UTC), device}))
                .replaceWithVoid();
    }

    /** Empty when it was revoked, is too old or never was; and when they do not work there any more, or the business is suspended. */
    public Uni<Optional<SignedIn>> find(Token token) {
        return database.inScope(Scope.ROUTING, connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(token.hash(), now()))
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().item(Optional.empty())
                        : seen(connection, rows.iterator().next())));
    }

    private Uni<Optional<SignedIn>> seen(SqlConnection connection, Row row) {
        var who = Optional.of(signedIn(row));
        return row.getOffsetDateTime("seen_at").plus(SEEN_EVERY).isAfter(now()) ? Uni.createFrom().item(who)
                : connection.preparedQuery(SEE).execute(Tuple.of(row.getUUID("id"), now())).replaceWith(who);
    }

    /**
     * Where they are signed in: the current one first, then by when it was used.
     *
     * @param current of the session that asks
     */
    public Uni<List<OpenSession>> of(SignedIn who, Token current) {
        return database.inTenant(who.organization(), connection -> connection.preparedQuery(LIST)
                .execute(Tuple.of(who.organization().value(), who.staffMember(), now(), current.hash(), MOST_LISTED))
                .map(rows -> {
                    var found = new ArrayList<OpenSession>();
                    rows.forEach(row -> found.add(new OpenSession(row.getUUID("id"), row.getString("device"),
                            row.getOffsetDateTime("opened_at").toInstant(), row.getOffsetDateTime("seen_at").toInstant(),
                            row.getBoolean("current"))));
                    return List.copyOf(found);
                }));
    }

    /** One of theirs; whether there was one. */
    public Uni<Boolean> close(SignedIn who, UUID session) {
        return database.inTenant(who.organization(), connection -> connection.preparedQuery(CLOSE + " and id = $4")
                .execute(Tuple.of(who.organization().value(), who.staffMember(), now(), session))
                .map(rows -> rows.rowCount() > 0));
    }

    /** All of theirs but this one. */
    public Uni<Void> closeOthers(SignedIn who, Token current) {
        return database.inTenant(who.organization(), connection -> connection.preparedQuery(CLOSE + " and token_hash <> $4")
                .execute(Tuple.of(who.organization().value(), who.staffMember(), now(), current.hash()))
                .replaceWithVoid());
    }

    /** All of theirs. */
    public Uni<Void> closeAll(SignedIn who) {
        return database.inTenant(who.organization(), connection -> connection.preparedQuery(CLOSE)
                .execute(Tuple.of(who.organization().value(), who.staffMember(), now())).replaceWithVoid());
    }

    /** All of theirs, in the transaction that takes them off the team: if they come back, they sign in anew. */
    public static Uni<Void> end(SqlConnection connection, SignedIn who) {
        return connection.preparedQuery(END).execute(Tuple.of(who.organization().value(), who.staffMember()))
                .replaceWithVoid();
    }

    /** It opens nothing any more; a second time, nothing happens. */
    public Uni<Void> revoke(Token token) {
        return database.inScope(Scope.ROUTING, connection -> connection.preparedQuery(REVOKE)
                .execute(Tuple.of(token.hash(), now())).replaceWithVoid());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static SignedIn signedIn(Row row) {
        return new SignedIn(new OrganizationId(row.getUUID("organization_id")), row.getUUID("staff_id"));
    }
}
