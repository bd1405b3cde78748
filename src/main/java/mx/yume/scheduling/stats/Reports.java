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
import mx.yume.business.LocationId;
import mx.yume.platform.Database;
import mx.yume.platform.Money;
import mx.yume.scheduling.stats.Report.Day;
import mx.yume.scheduling.stats.Report.Hour;
import mx.yume.scheduling.stats.Report.Line;
import mx.yume.scheduling.stats.Report.Totals;

/**
 * Counts what is in the books of a period, for charts: adds up what {@link KeptFigures} counted of days that are over, and counts the
 * others from the books. Each statement sees both as they are at one moment, and has a connection of its own, so none waits for the
 * others.
 */
@ApplicationScoped
public class Reports {

    /** Days of the longest period: a leap year. */
    public static final int LONGEST = 366;

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
    /**
     * From $2 to $3, both included, at the location $5 or at all where it is null: the days that are counted and did not change since,
     * and the visits of all other days.
     */
    private static final String BOOKS = """
            with counted as materialized (
                select d.location_id, d.day from figure_day d
                where d.organization_id = $1 and d.day between $2 and $3 and ($5::uuid is null or d.location_id = $5)
                  and not exists (select 1 from figure_stale_day s
                                  where s.organization_id = $1 and s.location_id = d.location_id and s.day = d.day)),
            uncounted as materialized (
                select l.id as location_id, g.moment::date as day
                from location l, generate_series($2::date::timestamp, $3::date::timestamp, interval '1 day') as g(moment)
                where l.organization_id = $1 and ($5::uuid is null or l.id = $5)
                  and not exists (select 1 from counted c where c.location_id = l.id and c.day = g.moment::date)),
            visit as materialized (select a.* from uncounted u, %s)
            """.formatted(Visits.OF.formatted("u"));
    /** What is seen of visits by day, by hour of the week and in all is added up from hours. */
    static final String HOURS = """
            %s
            select day, weekday, of_day, %s
            from (select h.day, extract(isodow from h.day)::int as weekday, h.hour::int as of_day, h.given, 0 as ahead, h.cancelled,
                         h.no_shows, h.earned
                  from counted c join figure_hour h on h.organization_id = $1 and h.location_id = c.location_id and h.day = c.day
                       and h.day between $2 and $3
                  union all
                  select a.local_start::date, extract(isodow from a.local_start)::int, extract(hour from a.local_start)::int, %s,
                         sum(a.price_centavos) filter (where %s)
                  from visit a group by 1, 2, 3) h
            group by grouping sets ((), (day), (weekday, of_day)) order by weekday, of_day
            """
            .formatted(BOOKS, SUMS, COUNTS, GIVEN);
    /**
     * Whoever is in a set of a counted day or came on another, each once. New are those whose first visit is one of these; where it may
     * have changed since it was found, it is found again.
     */
    static final String CUSTOMERS = """
            %s,
            came as materialized (
                select a.customer_id, n.number from visit a left join %s on true
                where a.customer_id is not null and a.status <> 'cancelled' and $4::timestamptz is not null),
            united as materialized (
                select s.block, bit_or(s.customers) as customers
                from counted c join figure_customers s on s.organization_id = $1 and s.location_id = c.location_id and s.day = c.day
                                                      and s.day between $2 and $3
                group by s.block)
            select kept.customers + others.customers - known.first - found.first as returning_customers,
                   known.first + found.first as new_customers
            from (select coalesce(sum(bit_count(customers)), 0)::bigint as customers from united) kept,
                 (select count(distinct came.customer_id) as customers
                  from came left join united u on u.block = came.number / 2048
                  where u.block is null or get_bit(u.customers, came.number %% 2048) = 0) others,
                 (select count(*) as first from first_visit f
                  where f.organization_id = $1 and f.day between $2 and $3 and ($5::uuid is null or f.location_id = $5)
                    and not exists (select 1 from figure_stale_customer s
                                    where s.organization_id = $1 and s.customer_id = f.customer_id)) known,
                 (select count(*) as first
                  from (select distinct s.customer_id from figure_stale_customer s where s.organization_id = $1) stale,
                       lateral (%s) as first
                  where first.day between $2 and $3 and ($5::uuid is null or first.location_id = $5)) found
            """
            .formatted(BOOKS, Visits.NUMBER.formatted("a"), Visits.FIRST.formatted("stale"));
    /**
     * No visit is longer than a day: that finds their parts by when these begin. Both sides are read once and then put together, never
     * the parts of one visit after the other.
     */
    static final String LINES = """
            %1$s,
            part as materialized (
                select p.appointment_id, p.service_id, p.staff_id, p.price_centavos from appointment_part p
                where p.organization_id = $1 and p.starts_at >= (select min(starts_at) from visit)
                  and p.starts_at < (select max(starts_at) from visit) + interval '1 day'),
            pairs as materialized (
                select p.service_id, p.staff_id, %2$s, sum(p.price_centavos) filter (where %3$s) as earned
                from visit a join part p on p.appointment_id = a.id group by 1, 2),
            line as (
                select f.subject, f.subject_id, sum(f.given) as given, 0 as ahead, sum(f.cancelled) as cancelled,
                       sum(f.no_shows) as no_shows, sum(f.earned) as earned
                from counted c join figure_line f on f.organization_id = $1 and f.location_id = c.location_id and f.day = c.day
                                                  and f.day between $2 and $3
                group by 1, 2
                union all
                select 'service', service_id, given, ahead, cancelled, no_shows, earned from pairs
                union all
                select 'staff', staff_id, given, ahead, cancelled, no_shows, earned from pairs),
            summed as (select subject, subject_id, %4$s from line group by 1, 2)
            select subject = 'service' as of_service, coalesce(s.name, m.name) as name, given, ahead, cancelled, no_shows, earned
            from summed
            left join service s on subject = 'service' and s.organization_id = $1 and s.id = subject_id
            left join staff_member m on subject = 'staff' and m.organization_id = $1 and m.id = subject_id
            order by given desc, ahead desc, name
            """
            .formatted(BOOKS, COUNTS, GIVEN, SUMS);
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
     * @param at one location; empty for all of them, each by its own clock
     * @param to included, at most {@link #LONGEST} days
     */
    public Uni<Report> of(Business business, Optional<LocationId> at, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || from.plusDays(LONGEST - 1).isBefore(to)) {
            throw new IllegalArgumentException("From %s to %s".formatted(from, to));
        }
        var values = Tuple.of(business.id().value(), from, to, clock.instant().atOffset(ZoneOffset.UTC),
                at.map(LocationId::value).orElse(null));
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
        return StreamSupport.stream(rows.spliterator(), false).filter(row -> row.getBoolean("of_service") == services)
                .limit(Report.MOST)
                .map(row -> new Line(row.getString("name"), row.getInteger("given"), row.getInteger("ahead"),
                        row.getInteger("cancelled"), row.getInteger("no_shows"), new Money(row.getLong("earned"))))
                .toList();
    }
}
