package mx.yume.scheduling.stats;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Business;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.platform.Database;
import mx.yume.platform.Money;
import mx.yume.scheduling.stats.Report.Day;
import mx.yume.scheduling.stats.Report.Hour;
import mx.yume.scheduling.stats.Report.Line;
import mx.yume.scheduling.stats.Report.Totals;

/** Counts what is in the books of a period, for charts. All is read at once; however many visits there are, few rows come back. */
@ApplicationScoped
public class Reports {

    /** Days of the longest period: a leap year. */
    public static final int LONGEST = 366;

    /** Of a visit: a. $4 is now, $5 a location or null for all. */
    private static final String WHICH = """
            a.organization_id = $1 and a.starts_at >= $2 and a.starts_at < $3 and ($5::uuid is null or a.location_id = $5)
            """;
    private static final String GIVEN = "(a.status = 'completed' or (a.status in ('pending', 'confirmed') and a.ends_at <= $4))";
    private static final String COUNTS = """
            count(*) filter (where %1$s) as given,
            count(*) filter (where a.status in ('pending', 'confirmed') and a.ends_at > $4) as ahead,
            count(*) filter (where a.status = 'cancelled') as cancelled,
            count(*) filter (where a.status = 'no_show') as no_shows
            """.formatted(GIVEN);
    private static final String TOTALS = """
            with visit as (select * from appointment a where %1$s),
                 known as (select distinct customer_id from visit where customer_id is not null and status <> 'cancelled'),
                 before as (select k.customer_id, exists (
                                select 1 from appointment b where b.organization_id = $1 and b.customer_id = k.customer_id
                                  and b.starts_at < $2 and b.status <> 'cancelled') as came from known k)
            select %2$s, coalesce(sum(a.price_centavos) filter (where %3$s), 0)::bigint as earned,
                   (select count(*) from before where not came) as new_customers,
                   (select count(*) from before where came) as returning_customers
            from visit a
            """.formatted(WHICH, COUNTS, GIVEN);
    private static final String DAYS = """
            select a.local_start::date as day, count(*) as visits,
                   coalesce(sum(a.price_centavos) filter (where %2$s), 0)::bigint as earned
            from appointment a where %1$s and a.status not in ('cancelled', 'no_show') group by 1
            """.formatted(WHICH, GIVEN);
    private static final String HOURS = """
            select extract(isodow from a.local_start)::int as day, extract(hour from a.local_start)::int as hour, count(*) as visits
            from appointment a where %1$s and a.status <> 'cancelled' and $4::timestamptz is not null group by 1, 2 order by 1, 2
            """
            .formatted(WHICH);
    private static final String BY = """
            select t.name, %2$s, coalesce(sum(p.price_centavos) filter (where %3$s), 0)::bigint as earned
            from appointment a
            join appointment_part p on p.organization_id = a.organization_id and p.appointment_id = a.id
            join %%1$s t on t.organization_id = a.organization_id and t.id = p.%%2$s
            where %1$s group by t.id, t.name order by given desc, ahead desc, t.name limit %4$d
            """.formatted(WHICH, COUNTS, GIVEN, Report.MOST);
    private static final String SERVICES = BY.formatted("service", "service_id");
    private static final String STAFF = BY.formatted("staff_member", "staff_id");
    private static final String WRITTEN = """
            select count(*) from appointment where organization_id = $1 and created_at >= $2 and created_at < $3
            """;
    private static final String ANY = "select exists (select 1 from appointment where organization_id = $1)";

    private final Database database;
    private final Clock clock;

    Reports(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param at one location; empty for all of them, days being those of the main one
     * @param to included, at most {@link #LONGEST} days
     */
    public Uni<Report> of(Business business, Optional<LocationId> at, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || from.plusDays(LONGEST - 1).isBefore(to)) {
            throw new IllegalArgumentException("From %s to %s".formatted(from, to));
        }
        var zone = at.flatMap(business::location).map(Location::zone).orElse(business.location().zone());
        var values = Tuple.of(business.id().value(), start(from, zone), start(to.plusDays(1), zone),
                clock.instant().atOffset(ZoneOffset.UTC), at.map(LocationId::value).orElse(null));
        return database.inTenant(business.id(), connection -> Uni.combine().all().unis(
                rows(connection, TOTALS, values), rows(connection, DAYS, values), rows(connection, HOURS, values),
                rows(connection, SERVICES, values), rows(connection, STAFF, values))
                .with((totals, days, hours, services, staff) -> new Report(totals(totals.iterator().next()),
                        days(days, from, to), hours(hours), lines(services), lines(staff))));
    }

    /** How many were written into the books on these days of the main location, for whenever. */
    public Uni<Long> written(Business business, LocalDate from, LocalDate to) {
        var zone = business.location().zone();
        return database.inTenant(business.id(), connection -> connection.preparedQuery(WRITTEN)
                .execute(Tuple.of(business.id().value(), start(from, zone), start(to.plusDays(1), zone)))
                .map(rows -> rows.iterator().next().getLong(0)));
    }

    /** Whether anything was ever booked. */
    public Uni<Boolean> begun(Business business) {
        return database.inTenant(business.id(), connection -> connection.preparedQuery(ANY)
                .execute(Tuple.of(business.id().value())).map(rows -> rows.iterator().next().getBoolean(0)));
    }

    private static OffsetDateTime start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }

    private static Uni<RowSet<Row>> rows(SqlConnection connection, String query, Tuple values) {
        return connection.preparedQuery(query).execute(values);
    }

    private static Totals totals(Row row) {
        return new Totals(row.getInteger("given"), row.getInteger("ahead"), row.getInteger("cancelled"),
                row.getInteger("no_shows"), new Money(row.getLong("earned")), row.getInteger("new_customers"),
                row.getInteger("returning_customers"));
    }

    private static List<Day> days(RowSet<Row> rows, LocalDate from, LocalDate to) {
        var found = new HashMap<LocalDate, Day>();
        rows.forEach(row -> found.put(row.getLocalDate("day"),
                new Day(row.getLocalDate("day"), row.getInteger("visits"), new Money(row.getLong("earned")))));
        return from.datesUntil(to.plusDays(1)).map(day -> found.getOrDefault(day, new Day(day, 0, new Money(0)))).toList();
    }

    private static List<Hour> hours(RowSet<Row> rows) {
        var hours = new ArrayList<Hour>();
        rows.forEach(row -> hours.add(new Hour(DayOfWeek.of(row.getInteger("day")), row.getInteger("hour"),
                row.getInteger("visits"))));
        return List.copyOf(hours);
    }

    private static List<Line> lines(RowSet<Row> rows) {
        var lines = new ArrayList<Line>();
        rows.forEach(row -> lines.add(new Line(row.getString("name"), row.getInteger("given"), row.getInteger("ahead"),
                row.getInteger("cancelled"), row.getInteger("no_shows"), new Money(row.getLong("earned")))));
        return List.copyOf(lines);
    }
}
