package mx.yume.scheduling.stats;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Business;
import mx.yume.platform.Database;
import mx.yume.platform.Money;
import mx.yume.scheduling.stats.Figures.Count;

/** Counts what is in the books, days being those of the main location. */
@ApplicationScoped
public class Statistics {

    private static final String VISITS = """
            select count(*) filter (where status = 'completed' or (status in ('pending', 'confirmed') and ends_at <= $4)) as completed,
                   count(*) filter (where status in ('pending', 'confirmed') and ends_at > $4) as ahead,
                   count(*) filter (where status = 'cancelled') as cancelled,
                   count(*) filter (where status = 'no_show') as no_shows,
                   coalesce(sum(price_centavos) filter (
                       where status = 'completed' or (status in ('pending', 'confirmed') and ends_at <= $4)), 0)::bigint as earned
            from appointment where organization_id = $1 and starts_at >= $2 and starts_at < $3
            """;
    private static final String NEW_CUSTOMERS = """
            select count(distinct a.customer_id) from appointment a
            where a.organization_id = $1 and a.starts_at >= $2 and a.starts_at < $3 and a.status <> 'cancelled'
              and not exists (select 1 from appointment b where b.organization_id = $1 and b.customer_id = a.customer_id
                              and b.starts_at < $2 and b.status <> 'cancelled')
            """;
    private static final String BY = """
            select t.name, count(*) as visits from appointment a
            join appointment_part p on p.organization_id = a.organization_id and p.appointment_id = a.id
            join %1$s t on t.organization_id = a.organization_id and t.id = p.%2$s
            where a.organization_id = $1 and a.starts_at >= $2 and a.starts_at < $3 and a.status not in ('cancelled', 'no_show')
            group by t.id, t.name order by visits desc, t.name limit %3$d
            """;
    private static final String SERVICES = BY.formatted("service", "service_id", 5);
    private static final String STAFF = BY.formatted("staff_member", "staff_id", 100);

    private final Database database;
    private final Clock clock;

    Statistics(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param to included */
    public Uni<Figures> of(Business business, LocalDate from, LocalDate to) {
        var zone = business.location().zone();
        var period = Tuple.of(business.id().value(), from.atStartOfDay(zone).toOffsetDateTime(),
                to.plusDays(1).atStartOfDay(zone).toOffsetDateTime());
        var periodAndNow = Tuple.of(period.getUUID(0), period.getOffsetDateTime(1), period.getOffsetDateTime(2),
                clock.instant().atOffset(ZoneOffset.UTC));
        return database.inTenant(business.id(), connection -> Uni.combine().all().unis(
                connection.preparedQuery(VISITS).execute(periodAndNow), connection.preparedQuery(NEW_CUSTOMERS).execute(period),
                connection.preparedQuery(SERVICES).execute(period), connection.preparedQuery(STAFF).execute(period))
                .with((visits, customers, services, staff) -> figures(visits.iterator().next(),
                        customers.iterator().next().getInteger(0), counts(services), counts(staff))));
    }

    private static Figures figures(Row visits, int newCustomers, List<Count> services, List<Count> staff) {
        return new Figures(visits.getInteger("completed"), visits.getInteger("ahead"), visits.getInteger("cancelled"),
                visits.getInteger("no_shows"), new Money(visits.getLong("earned")), newCustomers, services, staff);
    }

    private static List<Count> counts(RowSet<Row> rows) {
        var counts = new ArrayList<Count>();
        rows.forEach(row -> counts.add(new Count(row.getString("name"), row.getInteger("visits"))));
        return List.copyOf(counts);
    }
}
