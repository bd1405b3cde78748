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
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
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

/**
 * Counts what is in the books of a period, for charts. However many visits there are, few rows come back. Each count has a connection of
 * its own: they take long where there is much, and none waits for the others.
 */
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
    private static final String SUMS = """
            sum(given)::int as given, sum(ahead)::int as ahead, sum(cancelled)::int as cancelled, sum(no_shows)::int as no_shows,
            coalesce(sum(earned), 0)::bigint as earned
            """;
    /** Every visit is looked at once; what is seen of them by day, by hour of the week and in all is added up from hours. */
    private static final String HOURS = """
            with hourly as materialized (
                select date_trunc('hour', a.local_start) as hour, %2$s, sum(a.price_centavos) filter (where %3$s) as earned
                from appointment a where %1$s group by 1)
            select day, weekday, of_day, %4$s
            from (select hourly.*, hour::date as day, extract(isodow from hour)::int as weekday, extract(hour from hour)::int as of_day
                  from hourly) h
            group by grouping sets ((), (day), (weekday, of_day)) order by weekday, of_day
            """
            .formatted(WHICH, COUNTS, GIVEN, SUMS);
    /** Counted inside, or whether somebody came before would be asked once for each figure. */
    private static final String CUSTOMERS = """
            select everybody - returning_customers as new_customers, returning_customers
            from (select count(*) as everybody, count(*) filter (where exists (
                      select 1 from appointment b where b.organization_id = $1 and b.customer_id = known.customer_id
                        and b.starts_at < $2 and b.status <> 'cancelled')) as returning_customers
                  from (select distinct a.customer_id from appointment a
                        where %s and a.customer_id is not null and a.status <> 'cancelled' and $4::timestamptz is not null) known) counted
            """
            .formatted(WHICH);
    /**
     * No visit is longer than a day: that finds their parts by when these begin. Both sides are read once and then put together, never
     * the parts of one visit after the other.
     */
    private static final String LINES = """
            with visit as materialized (select a.id, a.status, a.ends_at from appointment a where %1$s),
            part as materialized (
                select p.appointment_id, p.service_id, p.staff_id, p.price_centavos from appointment_part p
                where p.organization_id = $1 and p.starts_at >= $2 and p.starts_at < $3 + interval '1 day'),
            pairs as materialized (
                select p.service_id, p.staff_id, %2$s, sum(p.price_centavos) filter (where %3$s) as earned
                from visit a join part p on p.appointment_id = a.id group by 1, 2)
            select s.id as service_id, coalesce(s.name, m.name) as name, %4$s
            from pairs
            join service s on s.organization_id = $1 and s.id = pairs.service_id
            join staff_member m on m.organization_id = $1 and m.id = pairs.staff_id
            group by grouping sets ((s.id, s.name), (m.id, m.name)) order by given desc, ahead desc, name
            """.formatted(WHICH, COUNTS, GIVEN, SUMS);
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
        return Uni.combine().all()
                .unis(rows(business, HOURS, values), rows(business, CUSTOMERS, values), rows(business, LINES, values))
                .with((hours, customers, lines) -> report(hours, customers.iterator().next(), lines, from, to));
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

    private Uni<RowSet<Row>> rows(Business business, String query, Tuple values) {
        return database.inTenant(business.id(), connection -> connection.preparedQuery(query).execute(values));
    }

    private static Report report(RowSet<Row> sums, Row customers, RowSet<Row> lines, LocalDate from, LocalDate to) {
        var days = new HashMap<LocalDate, Day>();
        var hours = new ArrayList<Hour>();
        var totals = new Totals(0, 0, 0, 0, new Money(0), 0, 0);
        for (var row : sums) {
            if (row.getLocalDate("day") != null) {
                days.put(row.getLocalDate("day"), day(row));
            } else if (row.getInteger("weekday") != null) {
                hours.add(hour(row));
            } else if (row.getInteger("given") != null) {
                totals = totals(row, customers);
            }
        }
        return new Report(totals,
                from.datesUntil(to.plusDays(1)).map(day -> days.getOrDefault(day, new Day(day, 0, new Money(0))))
                        .toList(),
                hours.stream().filter(hour -> hour.visits() > 0).toList(), lines(lines, true), lines(lines, false));
    }

    private static Totals totals(Row row, Row customers) {
        return new Totals(row.getInteger("given"), row.getInteger("ahead"), row.getInteger("cancelled"),
                row.getInteger("no_shows"), new Money(row.getLong("earned")), customers.getInteger("new_customers"),
                customers.getInteger("returning_customers"));
    }

    private static Day day(Row row) {
        return new Day(row.getLocalDate("day"), row.getInteger("given") + row.getInteger("ahead"),
                new Money(row.getLong("earned")));
    }

    private static Hour hour(Row row) {
        return new Hour(DayOfWeek.of(row.getInteger("weekday")), row.getInteger("of_day"),
                row.getInteger("given") + row.getInteger("ahead") + row.getInteger("no_shows"));
    }

    private static List<Line> lines(RowSet<Row> rows, boolean services) {
        return StreamSupport.stream(rows.spliterator(), false).filter(row -> (row.getUUID("service_id") != null) == services)
                .limit(Report.MOST)
                .map(row -> new Line(row.getString("name"), row.getInteger("given"), row.getInteger("ahead"),
                        row.getInteger("cancelled"), row.getInteger("no_shows"), new Money(row.getLong("earned"))))
                .toList();
    }
}
