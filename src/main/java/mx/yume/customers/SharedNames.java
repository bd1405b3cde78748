package mx.yume.customers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.YumeConfig;

/**
 * How people are called, for any business they write to: the only thing that businesses share of a customer, and only while that
 * customer allows it. Kept under a keyed hash of the phone or user id, so that the table tells neither who it is nor where they
 * were. A name found here is a guess to be asked about, never taken.
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
    private static final String ALLOW = """
            insert into shared_name (identity, shared, updated_at) select identity, $2, $3 from unnest($1::bytea[]) as identity
            on conflict (identity) do update
            set shared = excluded.shared, updated_at = excluded.updated_at,
                name = case when excluded.shared then shared_name.name end
            """;

    private final Database database;
    private final YumeConfig config;
    private final Clock clock;

    SharedNames(Database database, YumeConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What this person told another business to be called, if they share it.
     *
     * @param origin of the conversation, as the database writes it: people of the simulator are not those of real life
     */
    public Uni<Optional<String>> find(OrganizationId organization, PersonId person, String origin) {
        return identities(organization, person, origin).chain(keys -> database.inScope(Scope.SHARED_NAMES,
                connection -> connection.preparedQuery(FIND).execute(Tuple.of(keys)).map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getString("name")))));
    }

    /** Keeps a name that the person has just told or confirmed, unless they do not share it. */
    public Uni<Void> keep(OrganizationId organization, PersonId person, String origin, String name) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return identities(organization, person, origin).chain(keys -> database.inScope(Scope.SHARED_NAMES,
                connection -> connection.preparedQuery(KEEP).execute(Tuple.of(keys, name, now)).replaceWithVoid()));
    }

    /** Whether the name may be shared from now on; what was kept is forgotten when it may not. */
    public Uni<Void> allow(OrganizationId organization, PersonId person, String origin, boolean shared) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return identities(organization, person, origin).chain(keys -> database.inScope(Scope.SHARED_NAMES,
                connection -> connection.preparedQuery(ALLOW).execute(Tuple.of(keys, shared, now)).replaceWithVoid()));
    }

    private Uni<Buffer[]> identities(OrganizationId organization, PersonId person, String origin) {
        return database.inTenant(organization, connection -> connection.preparedQuery(IDENTITIES)
                .execute(Tuple.of(organization.value(), person.value())).map(rows -> {
                    List<Buffer> keys = new ArrayList<>();
                    rows.forEach(row -> keys.add(key(origin, row.getString("kind"), row.getString("value"))));
                    return keys.toArray(Buffer[]::new);
                }));
    }

    private Buffer key(String origin, String kind, String value) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(config.secret()), ALGORITHM));
            var text = "shared name\n" + origin + "\n" + kind + "\n" + value;
            return Buffer.buffer(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }
}
