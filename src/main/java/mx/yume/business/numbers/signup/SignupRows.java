package mx.yume.business.numbers.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Tries to connect a number as rows. What is secret is opened when a whole try is read, and forgotten with its end. */
@ApplicationScoped
class SignupRows {

    /** A try that stands still longer than that does not hold up another. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** The same form may be sent twice: while a try is under way, another changes nothing. */
    private static final String BEGIN = """
            insert into whatsapp_signup (organization_id, id, staff_id, account, address, status, code, pin, asked_at, changed_at)
            values ($1, $2, $3, $4, $5, 'asked', $6, $7, $8, $8)
            on conflict (organization_id) do update
            set id = excluded.id, staff_id = excluded.staff_id, account = excluded.account, address = excluded.address,
                status = 'asked', code = excluded.code, pin = excluded.pin, token = null, token_expires_at = null, failure = null,
                detail = null, asked_at = excluded.asked_at, changed_at = excluded.changed_at
            where whatsapp_signup.status in ('connected', 'failed') or whatsapp_signup.changed_at < $9
            """;
    private static final String FIND = """
            select id, account, address, status, code, token, token_expires_at, pin from whatsapp_signup
            where organization_id = $1 and id = $2
            """;
    private static final String AUTHORIZE = """
            update whatsapp_signup set status = 'authorized', code = null, token = $3, token_expires_at = $4, changed_at = $5
            where organization_id = $1 and id = $2 and status = 'asked'
            """;
    private static final String ADVANCE = """
            update whatsapp_signup set status = $4, changed_at = $5 where organization_id = $1 and id = $2 and status = $3
            """;
    private static final String END = """
            update whatsapp_signup set status = $4, failure = $5, detail = $6, code = null, token = null, pin = null, changed_at = $7
            where organization_id = $1 and id = $2 and status = $3
            """;
    /** The last try, and the connection that there is; whichever is later says how it stands. */
    private static final String STATUS = """
            select s.status, s.failure, s.changed_at, c.status as connection, c.token_expires_at, c.connected_at, n.phone
            from (select $1::uuid as organization_id) as o
            left join whatsapp_signup s on s.organization_id = o.organization_id
            left join whatsapp_connection c on c.organization_id = o.organization_id and c.provider = $2
            left join business_number n on n.organization_id = c.organization_id and n.provider = c.provider and n.address = c.address
            order by c.connected_at desc nulls last limit 1
            """;

    private final SignupSecrets secrets;
    private final Clock clock;

    SignupRows(SignupSecrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether it is under way now; not so while another one is. */
    Uni<Boolean> begin(SqlConnection connection, OrganizationId organization, UUID id, UUID member, Grant grant, String pin) {
        var now = clock.instant();
        return connection.preparedQuery(BEGIN)
                .execute(Tuple.from(new Object[]{organization.value(), id, member, grant.account(), grant.address(),
                        secrets.sealed(organization, SignupSecrets.CODE, grant.code()),
                        secrets.sealed(organization, SignupSecrets.PIN, pin), utc(now), utc(now.minus(LONGEST))}))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Optional<Signup>> find(SqlConnection connection, OrganizationId organization, UUID id) {
        return connection.preparedQuery(FIND).execute(Tuple.of(organization.value(), id))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(signup(organization, rows.iterator().next())));
    }

    Uni<Boolean> authorize(SqlConnection connection, Signup signup, SignupStep.Authorized step) {
        return changed(connection, AUTHORIZE, signup.organization().value(), signup.id(),
                secrets.sealed(signup.organization(), SignupSecrets.TOKEN, step.token()),
                step.expires().map(SignupRows::utc).orElse(null), now());
    }

    Uni<Boolean> advance(SqlConnection connection, Signup signup, SignupState to) {
        return changed(connection, ADVANCE, signup.organization().value(), signup.id(), signup.state().sql(), to.sql(), now());
    }

    Uni<Boolean> fail(SqlConnection connection, Signup signup, SignupFailure why, String detail) {
        return changed(connection, END, signup.organization().value(), signup.id(), signup.state().sql(),
                SignupState.FAILED.sql(), why.sql(),
                detail.isBlank() ? null : detail.substring(0, Math.min(500, detail.length())),
                now());
    }

    Uni<Boolean> succeed(SqlConnection connection, Signup signup) {
        return changed(connection, END, signup.organization().value(), signup.id(), signup.state().sql(),
                SignupState.CONNECTED.sql(), null, null, now());
    }

    Uni<SignupStatus> status(SqlConnection connection, OrganizationId organization, String provider) {
        return connection.preparedQuery(STATUS).execute(Tuple.of(organization.value(), provider))
                .map(rows -> status(rows.iterator().next()));
    }

    private static SignupStatus status(Row row) {
        var tried = Optional.ofNullable(row.getString("status")).map(SignupState::of);
        var connected = Optional.ofNullable(row.getOffsetDateTime("connected_at"));
        if (tried.filter(SignupState::underWay).isPresent()) {
            return new SignupStatus.UnderWay();
        }
        var changed = row.getOffsetDateTime("changed_at");
        if (tried.filter(SignupState.FAILED::equals).isPresent()
                && connected.filter(since -> since.isAfter(changed)).isEmpty()) {
            return new SignupStatus.Failed(SignupFailure.of(row.getString("failure")));
        }
        var phone = Optional.ofNullable(row.getString("phone")).map(PhoneNumber::new);
        return connected.isEmpty() ? new SignupStatus.None()
                : row.getString("connection").equals("active")
                        ? new SignupStatus.Connected(phone,
                                Optional.ofNullable(row.getOffsetDateTime("token_expires_at")).map(OffsetDateTime::toInstant))
                        : new SignupStatus.Broken(phone);
    }

    private Signup signup(OrganizationId organization, Row row) {
        return new Signup(organization, row.getUUID("id"), row.getString("account"), row.getString("address"),
                SignupState.of(row.getString("status")), secrets.open(organization, SignupSecrets.CODE, row.getBuffer("code")),
                secrets.open(organization, SignupSecrets.TOKEN, row.getBuffer("token")),
                Optional.ofNullable(row.getOffsetDateTime("token_expires_at")).map(OffsetDateTime::toInstant),
                secrets.open(organization, SignupSecrets.PIN, row.getBuffer("pin")));
    }

    private static Uni<Boolean> changed(SqlConnection connection, String sql, @Nullable Object... values) {
        return connection.preparedQuery(sql).execute(Tuple.from(values)).map(rows -> rows.rowCount() == 1);
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
