package mx.yume.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.YumeConfig;

/**
 * Codes of six digits by which somebody shows that a phone is theirs: each for ten minutes and five tries. What is stored is their
 * HMAC under YUME_SECRET, since a million hashes are tried in no time.
 */
@ApplicationScoped
public class PhoneCodes {

    public static final Duration GOOD_FOR = Duration.ofMinutes(10);
    public static final int MOST_TRIES = 5;

    private static final int CODES = 1_000_000;
    private static final String ALGORITHM = "HmacSHA256";

    private static final String ASK = """
            insert into phone_code (organization_id, id, phone, may_be_sent, asked_at, expires_at) values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String ISSUE = """
            update phone_code set code_hash = $3
            where organization_id = $1 and id = $2 and may_be_sent and code_hash is null and expires_at > $4
            returning phone, expires_at
            """;
    /** Counted and compared by one statement: however many try at once, no more than may be are compared. */
    private static final String TRY = """
            update phone_code set tries = tries + 1, proven_at = case when code_hash = $3 then $4::timestamptz end
            where organization_id = $1 and id = $2 and proven_at is null and tries < $5 and expires_at > $4
            returning phone, tries, expires_at, proven_at
            """;
    private static final String FIND = """
            select phone, tries, expires_at, proven_at from phone_code where organization_id = $1 and id = $2
            """;

    /** @param code to be sent to the phone, and written down nowhere else */
    public record Issued(PhoneNumber phone, String code, Instant expires) {

        /** So that it gets into no log by accident. */
        @Override
        public String toString() {
            return "Code until " + expires;
        }
    }

    private final Database database;
    private final SecretKeySpec key;
    private final Clock clock;
    /** Of the bean, never static: it would be the one of the machine that builds a native image. */
    private final SecureRandom random = new SecureRandom();

    PhoneCodes(Database database, YumeConfig config, Clock clock) {
        this.database = database;
        this.key = new SecretKeySpec(Base64.getDecoder().decode(config.secret()), ALGORITHM);
        this.clock = clock;
    }

    /**
     * Writes down that a code was asked for; {@link #issue} makes it. In the caller's transaction.
     *
     * @param id of the form that asks, new
     * @param maySend whether it is to be made at all: of one that is not everything else is the same, and no code fits
     */
    public Uni<Void> ask(SqlConnection connection, OrganizationId organization, UUID id, PhoneNumber phone, boolean maySend) {
        var now = now();
        return connection.preparedQuery(ASK)
                .execute(Tuple.of(organization.value(), id, phone.e164(), maySend, now, now.plus(GOOD_FOR))).replaceWithVoid();
    }

    /** Makes the code that was asked for, once; empty when it is not to be sent, or too late. In the caller's transaction. */
    public Uni<Optional<Issued>> issue(SqlConnection connection, OrganizationId organization, UUID id) {
        var code = "%06d".formatted(random.nextInt(CODES));
        return connection.preparedQuery(ISSUE).execute(Tuple.of(organization.value(), id, hash(id, code), now()))
                .map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(rows.iterator().next()).map(row -> new Issued(
                                new PhoneNumber(row.getString("phone")), code,
                                row.getOffsetDateTime("expires_at").toInstant())));
    }

    /** Empty when nobody asked for one, or long ago. */
    public Uni<Optional<PhoneCode>> find(OrganizationId organization, UUID id) {
        return database.inTenant(organization, connection -> find(connection, organization, id));
    }

    private static Uni<Optional<PhoneCode>> find(SqlConnection connection, OrganizationId organization, UUID id) {
        return connection.preparedQuery(FIND).execute(Tuple.of(organization.value(), id))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next())));
    }

    /** @param typed six digits, whatever they are */
    public Uni<CodeOutcome> prove(OrganizationId organization, UUID id, String typed) {
        return database.inTenant(organization, connection -> connection.preparedQuery(TRY)
                .execute(Tuple.of(organization.value(), id, hash(id, typed), now(), MOST_TRIES))
                .chain(rows -> rows.size() > 0 ? Uni.createFrom().item(tried(read(rows.iterator().next())))
                        : find(connection, organization, id).map(this::untried)));
    }

    /** As {@link #prove} would say it, without a try. */
    public Uni<CodeOutcome> standing(OrganizationId organization, UUID id) {
        return find(organization, id).map(found -> found.filter(code -> code.openAt(clock.instant()))
                .<CodeOutcome>map(code -> new CodeOutcome.Wrong(code.triesLeft())).orElseGet(() -> untried(found)));
    }

    private static CodeOutcome tried(PhoneCode code) {
        return code.proven().isPresent() ? new CodeOutcome.Proven(code.phone()) : new CodeOutcome.Wrong(code.triesLeft());
    }

    private CodeOutcome untried(Optional<PhoneCode> found) {
        return found.<CodeOutcome>map(code -> {
            if (code.provenAt(clock.instant())) {
                return new CodeOutcome.Proven(code.phone());
            }
            return code.proven().isEmpty() && code.triesLeft() == 0 ? new CodeOutcome.Spent() : new CodeOutcome.Expired();
        }).orElseGet(CodeOutcome.Unknown::new);
    }

    private static PhoneCode read(Row row) {
        return new PhoneCode(new PhoneNumber(row.getString("phone")), Math.max(0, MOST_TRIES - row.getInteger("tries")),
                row.getOffsetDateTime("expires_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("proven_at")).map(OffsetDateTime::toInstant));
    }

    private byte[] hash(UUID id, String code) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(("phone code " + id + " " + code).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", impossible);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
