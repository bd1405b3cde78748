package mx.yume.scheduling.stats;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.Sweep;

/**
 * Counts days that are over, and anew those that changed since, so that the figures of a year are sums of sums. Whatever changes an
 * appointment leaves a note of the day and the customer, committed with it (V18__figures.sql); counting takes the notes out first and
 * looks at the books after that: a change in between leaves its note where it is, and {@link Reports} trusts no day with a note.
 */
@ApplicationScoped
class KeptFigures implements Sweep {

    private static final Duration EVERY = Duration.ofMinutes(5);
    /** Days, or customers, that are counted in one transaction. */
    private static final int BATCH = 200;
    /** No batch begins after this; more are counted in the next sweep. */
    private static final Duration LONGEST = Duration.ofSeconds(15);
    /** The last zone of the world to reach a midnight does so this long after Greenwich. */
    private static final Duration LAST_ZONE = Duration.ofHours(12);

    private static final String BUSINESSES = """
            select organization_id from figure_stale_day where day <= $1 union select organization_id from figure_stale_customer
            """;
    /** One instance at a time. */
    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtextextended('figures ' || $1, 0))";
    /** Visits that go on past midnight hold their day up until they have ended. */
    private static final String TAKE_DAYS = """
            with stale as materialized (
                select location_id, day from figure_stale_day where organization_id = $1 and day <= $2 group by location_id, day),
            going_on as materialized (
                select a.location_id, a.local_start::date as day from appointment a
                where a.organization_id = $1 and a.starts_at > $3::timestamptz - interval '1 day' and a.starts_at <= $3 and a.ends_at > $3),
            due as (
                select s.location_id, s.day from stale s
                where not exists (select 1 from going_on g where g.location_id = s.location_id and g.day = s.day)
                order by s.location_id, s.day limit $4)
            delete from figure_stale_day s using due
            where s.organization_id = $1 and s.location_id = due.location_id and s.day = due.day
            returning s.location_id, s.day
            """;
    private static final String FORGET = """
            delete from figure_day d using unnest($2::uuid[], $3::date[]) as due(location_id, day)
            where d.organization_id = $1 and d.location_id = due.location_id and d.day = due.day
            """;
    private static final String VISITS = """
            from unnest($2::uuid[], $3::date[]) as due(location_id, day)
            cross join %s
            """.formatted(Visits.OF.formatted("due"));
    static final String COUNT_DAYS = """
            insert into figure_day (organization_id, location_id, day)
            select $1, due.location_id, due.day from unnest($2::uuid[], $3::date[]) as due(location_id, day)
            """;
    static final String NUMBER = """
            insert into customer_number (organization_id, customer_id, number)
            select $1, customer_id,
                   (select coalesce(max(number), -1) from customer_number where organization_id = $1) + row_number() over ()
            from (select distinct a.customer_id %s
                  where a.customer_id is not null and a.status <> 'cancelled') as came
            where not exists (select from %s)
            """.formatted(VISITS, Visits.NUMBER.formatted("came"));
    static final String COUNT_CUSTOMERS = """
            insert into figure_customers (organization_id, location_id, day, block, customers)
            select $1, due.location_id, due.day, n.number / 2048, bit_or(set_bit(b'0'::bit(2048), n.number %% 2048, 1))
            %s cross join %s
            where a.status <> 'cancelled' group by due.location_id, due.day, n.number / 2048
            """.formatted(VISITS, Visits.NUMBER.formatted("a"));
    private static final String COUNTS = """
            count(*) filter (where a.status in ('completed', 'pending', 'confirmed')), count(*) filter (where a.status = 'cancelled'),
            count(*) filter (where a.status = 'no_show')
            """;
    private static final String EARNED = """
            coalesce(sum(%s.price_centavos) filter (where a.status in ('completed', 'pending', 'confirmed')), 0)
            """;
    static final String COUNT_HOURS = """
            insert into figure_hour (organization_id, location_id, day, hour, given, cancelled, no_shows, earned)
            select $1, due.location_id, due.day, extract(hour from a.local_start), %s, %s
            %s group by due.location_id, due.day, extract(hour from a.local_start)
            """.formatted(COUNTS, EARNED.formatted("a"), VISITS);
    static final String COUNT_LINES = """
            insert into figure_line (organization_id, location_id, day, subject, subject_id, given, cancelled, no_shows, earned)
            select $1, due.location_id, due.day, case when grouping(p.service_id) = 0 then 'service' else 'staff' end,
                   coalesce(p.service_id, p.staff_id), %s, %s
            %s cross join lateral (
                select p.service_id, p.staff_id, p.price_centavos from appointment_part p
                where p.organization_id = $1 and p.appointment_id = a.id
                offset 0) as p
            group by due.location_id, due.day, grouping sets ((p.service_id), (p.staff_id))
            """.formatted(COUNTS, EARNED.formatted("p"), VISITS);

    /** What is done about days that are due, in this order. */
    static final List<String> COUNTING = List.of(FORGET, COUNT_DAYS, NUMBER, COUNT_CUSTOMERS, COUNT_HOURS, COUNT_LINES);

    private static final String TAKE_CUSTOMERS = """
            with due as (
                select distinct customer_id from figure_stale_customer where organization_id = $1 limit $2)
            delete from figure_stale_customer s using due
            where s.organization_id = $1 and s.customer_id = due.customer_id
            returning s.customer_id
            """;
    private static final String FORGET_FIRST = "delete from first_visit where organization_id = $1 and customer_id = any($2::uuid[])";
    static final String FIND_FIRST = """
            insert into first_visit (organization_id, customer_id, location_id, day)
            select $1, due.customer_id, first.location_id, first.day
            from unnest($2::uuid[]) as due(customer_id), lateral (%s) as first
            """.formatted(Visits.FIRST.formatted("due"));

    private final Database database;

    KeptFigures(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public String purpose() {
        return "counts days that are over, and those that changed since, for the figures";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Uni<Integer> sweep(Instant now) {
        long began = System.nanoTime();
        var over = LocalDate.ofInstant(now.minus(LAST_ZONE), ZoneOffset.UTC).minusDays(1);
        return database.inScope(Scope.SWEEPS, connection -> connection.preparedQuery(BUSINESSES).execute(Tuple.of(over)))
                .onItem().transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .map(row -> new OrganizationId(row.getUUID(0)))
                .onItem().transformToUniAndConcatenate(business -> batches(business, over, now, began))
                .collect().with(Collectors.summingInt(counted -> counted));
    }

    private Uni<Integer> batches(OrganizationId business, LocalDate over, Instant now, long began) {
        if (System.nanoTime() - began > LONGEST.toNanos()) {
            return Uni.createFrom().item(0);
        }
        return database.inTenant(business, connection -> batch(connection, business, over, now))
                .chain(counted -> counted == 0 ? Uni.createFrom().item(0)
                        : batches(business, over, now, began).map(rest -> counted + rest));
    }

    private static Uni<Integer> batch(SqlConnection connection, OrganizationId business, LocalDate over, Instant now) {
        return connection.preparedQuery(ALONE).execute(Tuple.of(business.value().toString()))
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? days(connection, business, over, now).chain(days -> customers(connection, business)
                                .map(customers -> days + customers))
                        : Uni.createFrom().item(0));
    }

    private static Uni<Integer> days(SqlConnection connection, OrganizationId business, LocalDate over, Instant now) {
        record Due(UUID location, LocalDate day) {}
        return connection.preparedQuery(TAKE_DAYS)
                .execute(Tuple.of(business.value(), over, now.atOffset(ZoneOffset.UTC), BATCH))
                .map(rows -> distinct(rows, row -> new Due(row.getUUID(0), row.getLocalDate(1))))
                .chain(due -> {
                    var values = Tuple.of(business.value(), due.stream().map(Due::location).toArray(UUID[]::new),
                            due.stream().map(Due::day).toArray(LocalDate[]::new));
                    return due.isEmpty() ? Uni.createFrom().item(0)
                            : inTurn(connection, values, COUNTING)
                                    .replaceWith(due.size());
                });
    }

    private static Uni<Integer> customers(SqlConnection connection, OrganizationId business) {
        return connection.preparedQuery(TAKE_CUSTOMERS).execute(Tuple.of(business.value(), BATCH))
                .map(rows -> distinct(rows, row -> row.getUUID(0)))
                .chain(due -> due.isEmpty() ? Uni.createFrom().item(0)
                        : inTurn(connection, Tuple.of(business.value(), due.toArray(UUID[]::new)),
                                List.of(FORGET_FIRST, FIND_FIRST)).replaceWith(due.size()));
    }

    private static <T> List<T> distinct(RowSet<Row> rows, Function<Row, T> read) {
        return List.copyOf(StreamSupport.stream(rows.spliterator(), false).map(read)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Uni<Void> inTurn(SqlConnection connection, Tuple values, List<String> statements) {
        return Multi.createFrom().iterable(statements)
                .onItem().transformToUniAndConcatenate(statement -> connection.preparedQuery(statement).execute(values))
                .collect().last().replaceWithVoid();
    }
}
