package mx.yume.identity;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
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
import mx.yume.platform.YumeConfig;

/** Links by which somebody of the staff signs in: each once, within ten minutes. */
@ApplicationScoped
public class MagicLinks {

    /** ASVS 5.0, 6.5.5: at most ten minutes. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final String ISSUE = """
            insert into magic_link (organization_id, id, staff_id, token_hash, issued_at, expires_at)
            values ($1, $2, $3, $4, $5, $6)
            """;
    /** Of two at once the row lets one through: the other finds it used. Whoever was let go meanwhile finds it so too. */
    private static final String USE = """
            update magic_link l set used_at = $2 from staff_member m, organization o
            where l.token_hash = $1 and l.used_at is null and l.expires_at > $2
              and m.organization_id = l.organization_id and m.id = l.staff_id and m.active
              and o.organization_id = l.organization_id and o.status = 'active'
            returning l.organization_id, l.staff_id
            """;

    private final Database database;
    private final Sessions sessions;
    private final YumeConfig config;
    private final Clock clock;
    /** Of the bean, never static: it would be the one of the machine that builds a native image. */
    private final SecureRandom random = new SecureRandom();

    MagicLinks(Database database, Sessions sessions, YumeConfig config, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Makes a link on this connection, which works for that organization: it is good if and when its transaction commits. Those
     * made before stay good.
     *
     * @param staffMember for whom it is: of that organization
     */
    public Uni<MagicLink> issue(SqlConnection connection, OrganizationId organization, UUID staffMember) {
        return issue(connection, organization, staffMember, "/entrar");
    }

    /** The same in a transaction of its own. */
    public Uni<MagicLink> issue(OrganizationId organization, UUID staffMember) {
        return database.inTenant(organization, connection -> issue(connection, organization, staffMember));
    }

    /** @param page of ours, that lets in and then shows itself */
    public Uni<MagicLink> issue(SqlConnection connection, OrganizationId organization, UUID staffMember, String page) {
        var token = Token.next(random);
        var now = clock.instant();
        var link = new MagicLink(URI.create(config.publicUrl() + page + "?t=" + token.written()), now.plus(GOOD_FOR));
        return connection.preparedQuery(ISSUE)
                .execute(Tuple.of(organization.value(), UuidV7.next(), staffMember, token.hash(),
                        now.atOffset(ZoneOffset.UTC), link.expires().atOffset(ZoneOffset.UTC)))
                .replaceWith(link);
    }

    /** Uses the link up and opens a session, on a device that nobody knows. */
    public Uni<Optional<Token>> use(Token token) {
        return use(token, "");
    }

    /**
     * Uses the link up and opens a session; empty for one that was used, is too old or never was.
     *
     * @param device in words, 60 characters at most: "Chrome en Android"
     */
    public Uni<Optional<Token>> use(Token token, String device) {
        return database.inScope(Scope.ROUTING, connection -> connection.preparedQuery(USE)
                .execute(Tuple.of(token.hash(), clock.instant().atOffset(ZoneOffset.UTC)))
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().item(Optional.empty())
                        : open(connection, rows.iterator().next(), device)));
    }

    private Uni<Optional<Token>> open(SqlConnection connection, Row row, String device) {
        var session = Token.next(random);
        var who = new SignedIn(new OrganizationId(row.getUUID("organization_id")), row.getUUID("staff_id"));
        return sessions.open(connection, who, session, device).replaceWith(Optional.of(session));
    }
}
