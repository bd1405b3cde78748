package mx.yume.customers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.customers.Consent.What;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.YumeConfig;

/**
 * How people are called, for any business they write to: the only thing that businesses share of a customer, and only while that
 * customer allows it. Kept under a keyed hash of the phone or user id, so that the table tells neither who it is nor where they
 * were. A name found here is a guess to be asked about, never taken.
 * <p>
 * The key is YUME_SECRET. Where it changes, names that were kept before are shared no more until they are told anew; refusals are
 * still found while YUME_SECRET_PREVIOUS says what it was, and are carried over for whoever is looked up or tells a name meanwhile.
 * Of all others they are lost with the old key.
 */
@ApplicationScoped
public class SharedNames {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String IDENTITIES = """
            select kind, value from person_identity where organization_id = $1 and person_id = $2 order by kind, value
            """;
    private static final String FIND = """
            select name from shared_name where identity = any ($1) and shared and name is not null
            order by updated_at desc limit 1
            """;
    /** Whoever does not share goes on not sharing. */
    private static final String KEEP = """
            insert into shared_name (identity, name, shared, updated_at) select identity, $2, true, $3 from unnest($1::bytea[]) as identity
            on conflict (identity) do update set name = excluded.name, updated_at = excluded.updated_at where shared_name.shared
            """;
    /** What was refused under the key before is refused under this one too, before anything else is asked or kept. */
    private static final String CARRY_OVER = """
            insert into shared_name (identity, shared, updated_at) select identity, false, $3 from unnest($1::bytea[]) as identity
            where exists (select 1 from shared_name as before where before.identity = any ($2) and not before.shared)
            on conflict (identity) do update set shared = false, name = null, updated_at = excluded.updated_at
            where shared_name.shared
            """;
    private static final String ALLOW = """
            insert into shared_name (identity, shared, updated_at) select identity, $2, $3 from unnest($1::bytea[]) as identity
            on conflict (identity) do update
            set shared = excluded.shared, updated_at = excluded.updated_at,
                name = case when excluded.shared then shared_name.name end
            """;

    private static final String FORGET = "update shared_name set name = null, updated_at = $2 where identity = any ($1)";

    /** One person's, by phone and by user id. */
    private static final class Keys {

        private final Buffer[] now;
        private final Buffer[] before;

        Keys(Buffer[] now, Buffer[] before) {
            this.now = now;
            this.before = before;
        }

        Buffer[] now() {
            return now;
        }

        Buffer[] before() {
            return before;
        }

        Buffer[] all() {
            return Stream.concat(Stream.of(now), Stream.of(before)).toArray(Buffer[]::new);
        }
    }

    private final Database database;
    private final YumeConfig config;
    private final Consents consents;
    private final Clock clock;

    SharedNames(Database database, YumeConfig config, Consents consents, Clock clock) {
        this.database = database;
        this.config = config;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * What this person told another business to be called, if they share it.
     *
     * @param origin of the conversation, as the database writes it: people of the simulator are not those of real life
     */
    public Uni<Optional<String>> find(OrganizationId organization, PersonId person, String origin) {
        return identities(organization, person, origin).chain(keys -> inScope(keys, connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(keys.now())).map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(rows.iterator().next().getString("name")))));
    }

    /** Keeps a name that the person has just told or confirmed, unless they do not share it. */
    public Uni<Void> keep(OrganizationId organization, PersonId person, String origin, String name) {
        return identities(organization, person, origin).chain(keys -> inScope(keys, connection -> connection.preparedQuery(KEEP)
                .execute(Tuple.of(keys.now(), name, now())).replaceWithVoid()));
    }

    /**
     * Whether the name may be shared from now on; what was kept is forgotten when it may not. In the caller's transaction, together
     * with the consent.
     *
     * @param turn in which they said so
     */
    public Uni<Void> allow(SqlConnection connection, OrganizationId organization, PersonId person, String origin,
            boolean shared,
            UUID turn) {
        return identities(connection, organization, person, origin)
                .chain(keys -> database.lending(connection, Scope.SHARED_NAMES,
                        () -> connection.preparedQuery(ALLOW).execute(Tuple.of(keys.all(), shared, now())).replaceWithVoid()))
                .chain(() -> consents.add(connection, organization, person, What.SHARED_NAME, shared, turn));
    }

    /** Nobody knows the name any more; what they refused stays refused. In the caller's transaction, before the identities go. */
    Uni<Void> forget(SqlConnection connection, OrganizationId organization, PersonId person, String origin) {
        return identities(connection, organization, person, origin).chain(keys -> database.lending(connection,
                Scope.SHARED_NAMES,
                () -> connection.preparedQuery(FORGET).execute(Tuple.of(keys.all(), now())).replaceWithVoid()));
    }

    /**
     * What was refused under what they were known by goes on being refused under what they are known by from now on; in the caller's
     * transaction, before the old is forgotten.
     */
    Uni<Void> inherit(SqlConnection connection, String origin, List<Identity> before, List<Identity> now) {
        return database.lending(connection, Scope.SHARED_NAMES, () -> connection.preparedQuery(CARRY_OVER)
                .execute(Tuple.of(keys(origin, now).now(), keys(origin, before).all(), now())).replaceWithVoid());
    }

    private <T> Uni<T> inScope(Keys keys, Function<SqlConnection, Uni<T>> work) {
        return database.inScope(Scope.SHARED_NAMES, connection -> keys.before().length == 0 ? work.apply(connection)
                : connection.preparedQuery(CARRY_OVER).execute(Tuple.of(keys.now(), keys.before(), now()))
                        .chain(() -> work.apply(connection)));
    }

    private Uni<Keys> identities(OrganizationId organization, PersonId person, String origin) {
        return database.inTenant(organization, connection -> identities(connection, organization, person, origin));
    }

    private Uni<Keys> identities(SqlConnection connection, OrganizationId organization, PersonId person, String origin) {
        return connection.preparedQuery(IDENTITIES).execute(Tuple.of(organization.value(), person.value())).map(rows -> {
            List<Identity> known = new ArrayList<>();
            rows.forEach(row -> known.add(new Identity(row.getString("kind"), row.getString("value"))));
            return keys(origin, known);
        });
    }

    private Keys keys(String origin, List<Identity> known) {
        var texts = known.stream().map(it -> "shared name\n" + origin + "\n" + it.kind() + "\n" + it.value()).toList();
        return new Keys(hashed(config.secret(), texts),
                config.previousSecret().map(secret -> hashed(secret, texts)).orElseGet(() -> new Buffer[0]));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Buffer[] hashed(String secret, List<String> texts) {
        return texts.stream().map(text -> key(secret, text)).toArray(Buffer[]::new);
    }

    private static Buffer key(String secret, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), ALGORITHM));
            return Buffer.buffer(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }
}
