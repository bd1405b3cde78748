package mx.yume.scheduling.online;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.Sweep;

/** Nobody goes on with an order after a day, and it says who wanted what. */
@ApplicationScoped
class OldOrders implements Sweep {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST = 1000;
    private static final String DELETE = """
            delete from online_order where (organization_id, id) in (
                select organization_id, id from online_order where made_at < $1 order by made_at limit $2)
            """;

    private final Database database;

    OldOrders(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "old-online-orders";
    }

    @Override
    public String purpose() {
        return "deletes what was ordered on public pages a day ago; what was booked stays booked";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Uni<Integer> sweep(Instant now) {
        return database.inScope(Scope.SWEEPS, connection -> connection.preparedQuery(DELETE)
                .execute(Tuple.of(now.minus(KEPT).atOffset(ZoneOffset.UTC), MOST)).map(rows -> rows.rowCount()));
    }
}
