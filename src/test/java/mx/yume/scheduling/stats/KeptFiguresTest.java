package mx.yume.scheduling.stats;

import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.business.LocationId;
import mx.yume.platform.Database;
import mx.yume.platform.UuidV7;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.testing.Plan;
import mx.yume.testing.SalonLupita;

/** What is counted ahead of being asked for says what the books say, whatever happens to them. */
class KeptFiguresTest extends AtTheCounter {

    /** The salon's clock stands on the 13th. */
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 4);
    private static final LocalDate LAST = LocalDate.of(2027, 1, 20);
    private static final String FROM_THE_BOOKS = """
            delete from figure_day; delete from first_visit;
            insert into figure_stale_customer select distinct organization_id, customer_id from appointment where customer_id is not null
            """;
    private static final String NORTE = "01900000-0000-7000-8000-0000000000a1";

    /** At 11:00 of every day from the first to the last: in turns Sofía with Beto and Diego with Ana; the last one yet to come. */
    @BeforeEach
    void visits() {
        execute("insert into location (organization_id, id, name, address, zone) values ('%s', '%s', 'Norte', '', 'America/Tijuana')"
                .formatted(SalonLupita.ID, NORTE));
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> visit(day, day.getDayOfMonth() % 2 == 0));
        sweep();
    }

    static Stream<String> changes() {
        return Stream.of(
                "update appointment set status = 'no_show' where local_start = '2027-01-05 11:00'",
                "update appointment set status = 'cancelled', cancelled_at = now(), cancelled_by = 'customer' where local_start::date = '2027-01-04'",
                "update appointment set starts_at = starts_at - interval '7 days', ends_at = ends_at - interval '7 days', "
                        + "local_start = local_start - interval '7 days' where local_start::date = '2027-01-12'; "
                        + "update appointment_part set starts_at = starts_at - interval '7 days', ends_at = ends_at - interval '7 days' "
                        + "where starts_at::date = '2027-01-12'",
                "update appointment set starts_at = starts_at + interval '2 hours', ends_at = ends_at + interval '2 hours', "
                        + "local_start = local_start + interval '2 hours' where local_start::date = '2027-01-05'; "
                        + "update appointment_part set starts_at = starts_at + interval '2 hours', ends_at = ends_at + interval '2 hours' "
                        + "where starts_at::date = '2027-01-05'",
                "update appointment set location_id = '" + NORTE + "' where local_start::date < '2027-01-08'",
                "update appointment set customer_id = (select min(customer_id::text)::uuid from appointment)",
                "update appointment set customer_id = null where extract(day from local_start)::int % 2 = 0",
                "update appointment set price_centavos = 100 where local_start::date = '2027-01-06'",
                "update appointment_part set price_centavos = 100 where starts_at::date = '2027-01-06'",
                "update appointment_part set staff_id = '%s' where starts_at::date < '2027-01-08'"
                        .formatted(SalonLupita.LUPITA.value()),
                "update appointment_part set service_id = '%s'".formatted(SalonLupita.TINTE.value()),
                "insert into appointment_part select organization_id, appointment_id, 1, service_id, staff_id, spot_id, starts_at, ends_at, 700 "
                        + "from appointment_part where starts_at::date = '2027-01-07'",
                "delete from appointment_part where starts_at::date = '2027-01-07'",
                "delete from appointment_part where starts_at::date = '2027-01-07'; "
                        + "delete from appointment where local_start::date = '2027-01-07'",
                "delete from appointment_part where starts_at::date = '2027-01-04'; "
                        + "delete from appointment where local_start::date = '2027-01-04'");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatChangesIsSeenAtOnceAndAfterItIsCountedAgain(String change) {
        var before = reports();
        execute(change);
        var changed = reports();
        sweep();
        var counted = reports();
        assertThat(count("select count(*) from figure_stale_day where day < '2027-01-12'")).as("all counted again").isZero();
        execute(FROM_THE_BOOKS);
        assertThat(reports()).isEqualTo(changed).isEqualTo(counted).isNotEqualTo(before);
    }

    @Test
    void onlyWhatIsOverIsCounted() {
        assertThat(count("select count(*) from figure_day")).as("the 4th to the 12th").isEqualTo(9);
        assertThat(count("select count(*) from figure_stale_day where day < '2027-01-13'")).isZero();
        assertThat(count("select count(*) from figure_stale_customer")).isZero();
        clock.tick(Duration.ofDays(1));
        sweep();
        assertThat(count("select count(*) from figure_day")).isEqualTo(10);
    }

    @Test
    void aVisitPastMidnightHoldsItsDayUpUntilItIsOver() {
        execute("""
                update appointment set starts_at = '2027-01-12 23:30-06', ends_at = '2027-01-13 10:30-06', local_start = '2027-01-12 23:30',
                                       status = 'confirmed'
                where local_start::date = '2027-01-11'""");
        sweep();
        assertThat(report(Optional.empty()).totals().ahead()).as("in the chair, and what is to come").isEqualTo(5);
        assertThat(count("select count(*) from figure_stale_day where day = '2027-01-12'")).isPositive();
        clock.tick(Duration.ofMinutes(30));
        sweep();
        assertThat(report(Optional.empty()).totals().ahead()).isEqualTo(4);
        assertThat(count("select count(*) from figure_stale_day where day = '2027-01-12'")).isZero();
    }

    /** Its note is committed with it, and so comes after what was counted without it. */
    @Test
    void whatChangesWhileItIsCountedIsNotLost() throws Exception {
        try (var other = yume.superuser().connect(); var statement = other.createStatement()) {
            other.setAutoCommit(false);
            execute("update appointment set price_centavos = 100 where local_start::date = '2027-01-05'");
            statement.execute("update appointment set status = 'no_show' where local_start::date = '2027-01-06'");
            execute("update appointment_part set price_centavos = 100 where starts_at::date = '2027-01-06'");
            sweep();
            assertThat(report(Optional.empty()).totals().noShows()).isZero();
            other.commit();
        }
        assertThat(report(Optional.empty()).totals().noShows()).isOne();
        sweep();
        assertThat(report(Optional.empty()).totals().noShows()).isOne();
        assertThat(count("select count(*) from figure_stale_day where day = '2027-01-06'")).isZero();
    }

    @Test
    void whoeverCountsBesidesAnotherLeavesItToThem() {
        execute("update appointment set price_centavos = price_centavos + 1");
        var before = report(Optional.empty());
        assertThat(atOnce(IntStream.range(0, 4).mapToObj(one -> yume.the(KeptFigures.class).sweep(clock.instant()))).stream()
                .mapToInt(counted -> counted).sum()).isGreaterThanOrEqualTo(9);
        assertThat(report(Optional.empty())).isEqualTo(before);
        assertThat(count("select count(*) from figure_day")).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsCountedIsNotReadFromTheBooks(boolean generic) {
        execute("""
                insert into appointment (organization_id, id, location_id, customer_id, customer_name, starts_at, ends_at,
                                         local_start, zone, price_centavos, status, origin, created_at)
                select '%1$s', gen_random_uuid(), '%2$s', '%3$s', 'Cliente', begins at time zone 'America/Mexico_City',
                       begins at time zone 'America/Mexico_City' + interval '30 minutes', begins, 'America/Mexico_City', 25000, 'completed',
                       'simulator', now()
                from generate_series(timestamp '2026-01-01 08:00', timestamp '2027-01-03 20:00', interval '1 hour') as begins"""
                .formatted(SalonLupita.ID, SalonLupita.LOCATION.value(), sofia));
        sweep();
        execute("analyze");
        for (var statement : List.of(Reports.HOURS, Reports.CUSTOMERS, Reports.LINES)) {
            var plan = Plan.of(yume.the(Database.class), SalonLupita.ID, generic, statement, "'" + SalonLupita.ID + "'",
                    "'2026-01-21'", "'2027-01-20'", "'2027-01-13 10:00-06'", "'" + SalonLupita.LOCATION.value() + "'").text();
            assertThat(plan).as("the 13th to the 20th, each with what is around it")
                    .containsPattern("Index Scan using appointment_\\w+ on appointment v .*loops=8\\)")
                    .doesNotContain("Scan on appointment ");
        }
    }

    private List<Report> reports() {
        return Stream.of(Optional.<LocationId>empty(), Optional.of(SalonLupita.LOCATION),
                Optional.of(new LocationId(UUID.fromString(NORTE)))).map(this::report).toList();
    }

    private Report report(Optional<LocationId> at) {
        return await(yume.the(Reports.class).of(salon(), at, FIRST, LAST));
    }

    private void sweep() {
        await(yume.the(KeptFigures.class).sweep(clock.instant()));
    }

    private void visit(LocalDate day, boolean even) {
        execute("""
                insert into appointment (organization_id, id, location_id, customer_id, customer_name, starts_at, ends_at,
                                         local_start, zone, price_centavos, status, origin, created_at)
                values ('%1$s', '%2$s', '%3$s', '%4$s', 'Cliente', timestamp '%5$s 11:00' at time zone 'America/Mexico_City',
                        timestamp '%5$s 11:45' at time zone 'America/Mexico_City', '%5$s 11:00', 'America/Mexico_City', 25000,
                        '%6$s', 'simulator', now());
                insert into appointment_part (organization_id, appointment_id, position, service_id, staff_id, starts_at, ends_at,
                                              price_centavos)
                values ('%1$s', '%2$s', 0, '%7$s', '%8$s', timestamp '%5$s 11:00' at time zone 'America/Mexico_City',
                        timestamp '%5$s 11:45' at time zone 'America/Mexico_City', 25000)
                """
                .formatted(SalonLupita.ID, UuidV7.next(), SalonLupita.LOCATION.value(), even ? sofia : diego, day,
                        even ? "completed" : "confirmed", SalonLupita.CORTE.value(),
                        (even ? SalonLupita.BETO : SalonLupita.ANA).value()));
    }
}
