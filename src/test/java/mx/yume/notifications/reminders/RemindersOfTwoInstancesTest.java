package mx.yume.notifications.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.yume.testing.DueReminders;
import mx.yume.testing.Load;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SettableClock;

/** Two instances on one database, and clocks that people and politicians change. */
class RemindersOfTwoInstancesTest {

    private static final int VISITS = Load.of(120, 2_000);
    private static final Duration WITHIN = Duration.ofHours(2);
    private static final ZoneId TIJUANA = ZoneId.of("America/Tijuana");

    private final PlainYume one = PlainYume.fresh();
    private final PlainYume other = one.with(Map.of());
    private final Instant start = SettableClock.START.toInstant();

    @Test
    void eachIsWrittenOnceThoughBothLook() throws Exception {
        due(VISITS);
        for (var passed = Duration.ZERO; passed.compareTo(WITHIN) <= 0; passed = passed.plusMinutes(20)) {
            one.clock().set(start.plus(passed));
            both();
            assertThat(written()).as("after %s", passed).isEqualTo(dueBy(start.plus(passed)));
        }
        everyVisitOnce();
    }

    @Test
    void aClockSetBackTwoHoursRepeatsNoneAndLosesNone() throws Exception {
        due(VISITS);
        one.clock().set(start.plus(WITHIN.dividedBy(2)));
        both();
        long before = written();
        one.clock().tick(Duration.ofHours(-2));
        both();
        one.clock().tick(Duration.ofMinutes(90));
        both();
        assertThat(written()).as("before the clock shows again what it showed").isEqualTo(before);
        one.clock().set(start.plus(WITHIN));
        both();
        everyVisitOnce();
    }

    @Test
    void aClockSetForwardTwoHoursBringsAllThatBecameDueOnce() throws Exception {
        due(VISITS);
        both();
        assertThat(written()).isEqualTo(1);
        one.clock().tick(Duration.ofHours(2));
        both();
        everyVisitOnce();
        one.clock().tick(Duration.ofHours(-2));
        both();
        one.clock().tick(Duration.ofHours(2));
        both();
        everyVisitOnce();
    }

    /** On the day after it the clock of Tijuana is set: a day before is 24 hours before, not the same hour. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2027-03-13T16:00 | domingo 14 de marzo, 5:00 p.m.",
            "2027-11-06T18:00 | domingo 7 de noviembre, 5:00 p.m."})
    void onADayOf23Or25HoursItComes24HoursBeforeAndSaysTheLocalHour(LocalDateTime reminder, String visit) throws Exception {
        var due = reminder.atZone(TIJUANA).toInstant();
        one.superuser().execute("update location set zone = 'America/Tijuana'");
        one.clock().set(due.minus(Duration.ofHours(3)));
        seed(new DueReminders("simulator", 1, due, Duration.ZERO, TIJUANA, one.clock().instant()));
        one.clock().set(due.minusSeconds(1));
        both();
        assertThat(written()).isZero();
        one.clock().set(due);
        both();
        assertThat(one.superuser().rows("select content ->> 'body' from outbox").getFirst().getFirst())
                .contains(visit);
    }

    @Test
    void noneIsWrittenOfWhatWasCancelledOrMovedWhileOthersWere() throws Exception {
        due(VISITS);
        for (int round = 0; round <= 6; round++) {
            one.clock().set(start.plus(Duration.ofMinutes(20L * round)));
            change();
            both();
        }
        assertThat(rows("""
                select a.id from appointment a where a.status = 'cancelled' and exists
                    (select 1 from outbox o where o.subject_id = a.id and o.created_at >= a.cancelled_at)""")).isEmpty();
        assertThat(rows("select a.id from appointment a where a.version = 1 and %s > 0".formatted(REMINDERS)))
                .as("moved to a day later, and not due yet").isEmpty();
        assertThat(rows("select a.id from appointment a where a.version = 0 and a.status = 'confirmed' and %s <> 1"
                .formatted(REMINDERS))).isEmpty();
        assertThat(rows("select a.id from appointment a where a.status = 'cancelled'")).isNotEmpty();
        assertThat(rows("select a.id from appointment a where a.version = 1")).isNotEmpty();
    }

    private static final String REMINDERS = """
            (select count(*) from outbox o where o.subject_id = a.id and o.purpose like 'reminder:%')
            """.strip();

    /** Some of those that are due later are cancelled, some moved to the same hour a day later. */
    private void change() {
        var some = "starts_at > timestamptz '%s' + interval '24 hours' and status = 'confirmed' and version = 0 and random() < 0.1"
                .formatted(one.clock().instant());
        one.superuser().execute("""
                update appointment set status = 'cancelled', cancelled_by = 'customer', cancelled_at = '%s' where %s"""
                .formatted(one.clock().instant(), some));
        one.superuser().execute(
                """
                        with moved as (update appointment set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day',
                                              local_start = local_start + interval '1 day', version = 1 where %s returning id)
                        update appointment_part set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'
                        from moved where appointment_id = moved.id"""
                        .formatted(some));
    }

    private void due(int visits) {
        seed(new DueReminders("simulator", visits, start, WITHIN.dividedBy(visits), SettableClock.MEXICO_CITY, start));
    }

    private void seed(DueReminders visits) {
        one.superuser().execute(visits.sql());
    }

    private void both() throws Exception {
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var instance : List.<Future<?>>of(instances.submit(one::settle), instances.submit(other::settle))) {
                instance.get();
            }
        }
    }

    private long dueBy(Instant now) {
        return one.superuser()
                .count("select count(*) from appointment where starts_at <= timestamptz '%s' + interval '24 hours'"
                        .formatted(now));
    }

    private long written() {
        return one.superuser().count("select count(*) from outbox where purpose like 'reminder:%'");
    }

    private List<List<String>> rows(String sql) {
        return one.superuser().rows(sql);
    }

    private void everyVisitOnce() {
        assertThat(written()).isEqualTo(VISITS);
        assertThat(rows("select a.id from appointment a where 1 <> " + REMINDERS)).isEmpty();
        assertThat(one.superuser().count("select count(*) from job where kind = 'reminder.due'")).isZero();
        assertThat(rows("select distinct status from outbox")).containsExactly(List.of("sent"));
    }
}
