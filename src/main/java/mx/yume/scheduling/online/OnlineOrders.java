package mx.yume.scheduling.online;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.platform.Database;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;

/** Orders as they were made on a page, until they are booked or a day old. */
@ApplicationScoped
public class OnlineOrders {

    private static final String KEEP = """
            insert into online_order (organization_id, id, customer_name, location_id, services, staff_id, starts_at, price_centavos,
                                      origin, made_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (organization_id, id) do nothing
            """;
    private static final String FIND = """
            select customer_name, location_id, services, staff_id, starts_at, price_centavos, origin from online_order
            where organization_id = $1 and id = $2
            """;
    private static final String MOVE = """
            update online_order set starts_at = $3, price_centavos = $4 where organization_id = $1 and id = $2
            """;

    private final Database database;
    private final Clock clock;

    OnlineOrders(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * In the caller's transaction.
     *
     * @return whether it is new: a form that is sent twice makes one
     */
    public Uni<Boolean> keep(SqlConnection connection, OrganizationId organization, OnlineOrder order) {
        return connection.preparedQuery(KEEP).execute(Tuple.from(new @Nullable Object[]{organization.value(), order.id(),
                order.name(), order.wish().location().value(),
                order.wish().services().stream().map(ServiceId::value).toArray(UUID[]::new),
                order.wish().staff().map(StaffId::value).orElse(null), order.start().atOffset(ZoneOffset.UTC),
                order.price().centavos(), order.origin(), clock.instant().atOffset(ZoneOffset.UTC)}))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Empty for what nobody ordered here, or long ago. */
    public Uni<Optional<OnlineOrder>> find(OrganizationId organization, UUID id) {
        return database.inTenant(organization, connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(organization.value(), id)).map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(read(id, rows.iterator().next()))));
    }

    /** To the time and the price that it has now. */
    public Uni<Void> move(OrganizationId organization, OnlineOrder order) {
        return database.inTenant(organization, connection -> connection.preparedQuery(MOVE)
                .execute(Tuple.of(organization.value(), order.id(), order.start().atOffset(ZoneOffset.UTC),
                        order.price().centavos()))
                .replaceWithVoid());
    }

    private static OnlineOrder read(UUID id, Row row) {
        var wish = new OnlineWish(new LocationId(row.getUUID("location_id")),
                Arrays.stream(row.getArrayOfUUIDs("services")).map(ServiceId::new).toList(),
                Optional.ofNullable(row.getUUID("staff_id")).map(StaffId::new));
        return new OnlineOrder(id, row.getString("customer_name"), wish, row.getOffsetDateTime("starts_at").toInstant(),
                new Money(row.getLong("price_centavos")), row.getString("origin"));
    }
}
