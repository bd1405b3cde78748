package mx.yume.scheduling.blocks;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LUPITA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import mx.yume.business.Hours;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.blocks.BlockOutcome.Blocked;
import mx.yume.scheduling.blocks.BlockOutcome.Overlaps;
import mx.yume.scheduling.blocks.BlockOutcome.Refused;
import mx.yume.scheduling.blocks.UnblockOutcome.NotFound;
import mx.yume.scheduling.blocks.UnblockOutcome.Unblocked;

/** Time off that comes back every week. */
class WeeklyBreaksTest extends WithBlocks {

    private static final LocalDate TODAY = at(0, 0, 0).toLocalDate();

    @Test
    void nobodyIsBookedInABreakOnAnyOfItsDays() {
        assertThat(block(Who.only(BETO), every(Set.of(THURSDAY, FRIDAY), "11:00", "12:00"), "Inglés"))
                .isInstanceOf(Blocked.class);
        for (int day : List.of(1, 2, 8)) {
            assertThat(counter.refused(request(sofia, CORTE, at(day, 11, 0), BETO))).isInstanceOf(Refusal.OutsideHours.class);
        }
        counter.booked(request(sofia, CORTE, at(3, 11, 0), BETO));
        counter.booked(request(sofia, CORTE, at(1, 12, 0), BETO));
        assertThat(count("select count(*) from reservation where block_id is not null")).isZero();
    }

    @Test
    void aScheduleShowsEachTurn() {
        var action = ((Blocked) block(Who.only(BETO), every(Set.of(THURSDAY, FRIDAY), "11:00", "12:00"), "Inglés")).action();
        blocked(ANA, at(2, 10, 0), at(2, 11, 0));
        assertThat(timeOff()).extracting(TimeOff::start)
                .containsExactly(at(1, 11, 0), at(2, 10, 0), at(2, 11, 0), at(8, 11, 0), at(9, 11, 0));
        assertThat(timeOff()).filteredOn(TimeOff::everyWeek).hasSize(4).allSatisfy(turn -> {
            assertThat(turn.staffName()).isEqualTo("Beto");
            assertThat(turn.action()).isEqualTo(action);
            assertThat(turn.reason()).isEqualTo("Inglés");
            assertThat(Duration.between(turn.start(), turn.end())).isEqualTo(Duration.ofHours(1));
        });
    }

    @Test
    void itLastsFromItsFirstDayToItsLast() {
        block(Who.only(BETO), new When.EveryWeek(Set.of(THURSDAY), hours("11:00", "12:00"), TODAY.plusDays(2),
                Optional.of(TODAY.plusDays(15))), "");
        var months = TimeRange.of(clock.instant(), Duration.ofDays(90));
        assertThat(await(blocks.between(salon(), months))).extracting(TimeOff::start)
                .containsExactly(at(8, 11, 0), at(15, 11, 0));
    }

    @Test
    void aBreakMayCrossMidnight() {
        block(Who.only(BETO), every(Set.of(THURSDAY), "23:00", "01:00"), "");
        var night = new TimeRange(at(2, 0, 30).toInstant(), at(2, 0, 45).toInstant());
        assertThat(await(blocks.between(salon(), night))).singleElement()
                .satisfies(turn -> assertThat(turn.end()).isEqualTo(at(2, 1, 0)));
    }

    @Test
    void everyVisitToComeInTheWayIsNamedAndNothingIsBlocked() {
        var next = counter.booked(request(sofia, CORTE, at(1, 11, 15), BETO));
        var later = counter.booked(request(diego, CORTE, at(36, 11, 45), BETO));
        counter.booked(request(sofia, CORTE, at(15, 12, 0), BETO));
        counter.booked(request(sofia, CORTE, at(2, 11, 15), BETO));
        counter.booked(request(sofia, CORTE, at(1, 11, 15), LUPITA));
        var cancelled = counter.booked(request(sofia, CORTE, at(8, 11, 15), BETO));
        await(agenda.cancel(salon(), sofia, cancelled.id(), 0, Alongside.nothing()));
        var english = every(Set.of(THURSDAY), "11:00", "12:00");
        assertThat(block(Who.only(BETO), english, "")).isEqualTo(new Overlaps(List.of(next, later)));
        assertThat(count("select count(*) from weekly_break")).isZero();

        var outcome = (Blocked) await(blocks.block(salon(), new BlockRequest(Who.only(BETO), english, ""), true));
        assertThat(outcome.kept()).containsExactly(next, later);
        assertThat(counter.kept(next)).isEqualTo(next);
        assertThat(count("select count(*) from weekly_break")).isOne();
    }

    @Test
    void whatIsOverIsNotAskedAbout() {
        counter.booked(request(sofia, CORTE, at(0, 11, 0), BETO));
        clock.set(at(0, 12, 0));
        assertThat(block(Who.only(BETO), every(Set.of(DayOfWeek.WEDNESDAY), "11:00", "12:00"), ""))
                .isInstanceOf(Blocked.class);
    }

    @Test
    void oneActionGivesBackEverybodysAndTheWaitingAreTold() {
        var lunch = (Blocked) block(new Who.Everybody(), every(Set.of(MONDAY, THURSDAY), "11:00", "12:00"), "");
        assertThat(count("select count(*) from weekly_break")).isEqualTo(8);
        execute("""
                insert into waitlist_entry (organization_id, id, customer_id, customer_name, location_id, earliest, latest, status,
                                            origin, created_at)
                select organization_id, gen_random_uuid(), '%s', 'Sofía', id, '2027-01-14 09:00-06', '2027-01-14 20:00-06',
                       'waiting', 'simulator', now() from location"""
                .formatted(sofia));
        assertThat(await(blocks.unblock(salon(), lunch.action(), "simulator"))).isInstanceOfSatisfying(Unblocked.class,
                freed -> assertThat(freed.staff()).containsExactlyInAnyOrderElementsOf(lunch.staff()));
        assertThat(count("select count(*) from weekly_break")).isZero();
        assertThat(count("select count(*) from job where kind = 'time.freed'")).isOne();
        assertThat(await(blocks.unblock(salon(), lunch.action(), "simulator"))).isEqualTo(new NotFound());
        counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
    }

    @Test
    void whatMeansNothingIsRefused() {
        assertThat(block(Who.only(BETO), every(Set.of(), "11:00", "12:00"), ""))
                .isEqualTo(new Refused(new BlockRefusal.NoDays()));
        assertThat(block(Who.only(BETO), new When.EveryWeek(Set.of(SUNDAY), hours("11:00", "12:00"), TODAY,
                Optional.of(TODAY.plusDays(2))), "")).isEqualTo(new Refused(new BlockRefusal.NoDays()));
        assertThat(block(Who.only(BETO), every(Set.of(MONDAY), "11:00", "11:00"), ""))
                .isEqualTo(new Refused(new BlockRefusal.EndsBeforeItStarts()));
        assertThat(block(Who.only(BETO), every(Set.of(MONDAY), "11:00", "10:00"), ""))
                .isEqualTo(new Refused(new BlockRefusal.EndsBeforeItStarts()));
        assertThat(block(Who.only(BETO), new When.EveryWeek(Set.of(MONDAY), hours("11:00", "12:00"), TODAY.minusDays(30),
                Optional.of(TODAY.minusDays(2))), "")).isEqualTo(new Refused(new BlockRefusal.InThePast()));
        assertThat(count("select count(*) from weekly_break")).isZero();
    }

    private static When every(Set<DayOfWeek> days, String from, String to) {
        return new When.EveryWeek(days, hours(from, to), TODAY, Optional.empty());
    }

    private static Hours hours(String from, String to) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
