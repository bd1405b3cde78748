package mx.yume.business.numbers;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.Sweep;

/** Notices tokens that end soon, seven days before and once; what has ended is broken. */
@ApplicationScoped
class TokenExpiry implements Sweep {

    private static final Duration AHEAD = Duration.ofDays(7);
    private static final int MOST = 500;

    private static final String EXPIRING = """
            select organization_id, provider, address, token_expires_at from whatsapp_connection
            where status = 'active' and token_expires_at <= $1 and (expiry_told_at is null or token_expires_at <= $2)
            order by token_expires_at limit $3
            """;
    /** Another instance may have been faster, and the number connected anew meanwhile. */
    private static final String TELL = """
            update whatsapp_connection set expiry_told_at = $5
            where organization_id = $1 and provider = $2 and address = $3 and token_expires_at = $4 and status = 'active'
              and expiry_told_at is null
            """;

    private record Ending(OrganizationId organization, String provider, String address, Instant expires) {}

    private final Connections connections;
    private final Database database;

    TokenExpiry(Connections connections, Database database) {
        this.connections = connections;
        this.database = database;
    }

    @Override
    public String name() {
        return "token-expiry";
    }

    @Override
    public String purpose() {
        return "tells owners 7 days before their number's connection ends, and when it has ended";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Uni<Integer> sweep(Instant now) {
        return ending(now).chain(found -> Multi.createFrom().iterable(found)
                .onItem().transformToUniAndConcatenate(one -> tell(one, now)).collect().asList().map(List::size));
    }

    private Uni<List<Ending>> ending(Instant now) {
        return database.inScope(Scope.SWEEPS, connection -> connection.preparedQuery(EXPIRING)
                .execute(Tuple.of(utc(now.plus(AHEAD)), utc(now), MOST)).map(rows -> {
                    var found = new ArrayList<Ending>();
                    rows.forEach(row -> found.add(ending(row)));
                    return List.copyOf(found);
                }));
    }

    private Uni<Void> tell(Ending one, Instant now) {
        if (!one.expires().isAfter(now)) {
            return connections.broken(one.organization(), one.provider(), one.address(), "the token has expired");
        }
        return database.inTenant(one.organization(), connection -> connection.preparedQuery(TELL)
                .execute(Tuple.of(one.organization().value(), one.provider(), one.address(), utc(one.expires()), utc(now)))
                .chain(rows -> rows.rowCount() == 0 ? Uni.createFrom().voidItem()
                        : connections.fact(connection, one.organization(), ConnectionFact.EXPIRING, one.provider(),
                                one.address(), Optional.of(one.expires()))));
    }

    private static Ending ending(Row row) {
        return new Ending(new OrganizationId(row.getUUID("organization_id")), row.getString("provider"),
                row.getString("address"), row.getOffsetDateTime("token_expires_at").toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
