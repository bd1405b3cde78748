package mx.yume.scheduling.calendar;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.ID;
import static mx.yume.testing.SalonLupita.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.business.LocationId;
import mx.yume.business.premises.PremisesOutcome;
import mx.yume.platform.Explained;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.scheduling.MoveOutcome;
import mx.yume.scheduling.Slot;
import mx.yume.scheduling.SlotQuery;
import mx.yume.scheduling.calendar.ZoneOutcome.Done;
import mx.yume.scheduling.calendar.ZoneOutcome.Reads;
import mx.yume.scheduling.calendar.ZoneOutcome.Refused;

/** A location's zone changes after asking, and instants stay. The salon is in Mexico City until then. */
class ZoneChangeTest extends AtTheCounter {

    private static final ZoneId CENTER = ZoneId.of("America/Mexico_City");
    private static final ZoneId TIJUANA = ZoneId.of("America/Tijuana");

    @Test
    void whatWouldBeReadAtAnotherTimeIsListedAndNothingChanges() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 15, 0), BETO));
        assertThat(change(TIJUANA)).isInstanceOfSatisfying(Reads.class, reads -> {
            assertThat(reads.appointments()).containsExactly(visit);
            assertThat(visit.in(reads.zone()).start().toLocalTime()).isEqualTo(LocalTime.of(13, 0));
        });
        assertThat(salon().location().zone()).isEqualTo(CENTER);
    }

    @Test
    void onceAcceptedTheInstantStaysAndTheNewClocksAreRead() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 15, 0), BETO));
        assertThat(change(TIJUANA, visit)).isEqualTo(new Done(List.of(counter.kept(visit))));
        assertThat(counter.kept(visit)).isEqualTo(visit.in(TIJUANA));
        assertThat(counter.kept(visit).start().toInstant()).isEqualTo(visit.start().toInstant());
        assertThat(count("""
                select count(*) from appointment
                where local_start = '2027-01-14 15:00' and zone = 'America/Mexico_City' and version = 0""")).isOne();
        assertThat(count("select count(*) from reservation where starts_at = '2027-01-14 15:00-06'")).isEqualTo(2);
    }

    @Test
    void whoeverMovesItAfterwardsIsToldTheNewTime() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 15, 0), BETO));
        change(TIJUANA, visit);
        var four = ZonedDateTime.of(2027, 1, 14, 16, 0, 0, 0, TIJUANA);
        assertThat(await(agenda.move(salon(), sofia, visit.id(), 0, four, Alongside.nothing())))
                .isInstanceOf(MoveOutcome.Moved.class);
        assertThat(
                count("select count(*) from appointment where local_start = '2027-01-14 16:00' and zone = 'America/Tijuana'"))
                .isOne();
    }

    @Test
    void aZoneWithTheSameClocksAsksNothing() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 15, 0), BETO));
        assertThat(change(ZoneId.of("America/Monterrey"))).isEqualTo(new Done(List.of()));
        assertThat(counter.kept(visit).start()).isEqualTo(visit.start().withZoneSameInstant(ZoneId.of("America/Monterrey")));
    }

    /** Matamoros shows what the center does until the second Sunday of March. */
    @Test
    void onlyWhatComesAfterTheChangeOfTheClocksIsReadOtherwise() {
        clock.set(ZonedDateTime.of(2027, 3, 10, 10, 0, 0, 0, CENTER));
        counter.booked(request(sofia, CORTE, ZonedDateTime.of(2027, 3, 13, 11, 0, 0, 0, CENTER), BETO));
        var after = counter.booked(request(sofia, CORTE, ZonedDateTime.of(2027, 3, 15, 11, 0, 0, 0, CENTER), BETO));
        assertThat(change(ZoneId.of("America/Matamoros"))).isEqualTo(new Reads(List.of(after), ZoneId.of("America/Matamoros")));
    }

    @Test
    void pastAndCancelledOnesAreNotAskedAbout() {
        counter.booked(request(sofia, CORTE, at(0, 11, 0), BETO));
        var gone = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        await(agenda.cancel(salon(), sofia, gone.id(), 0, Alongside.nothing()));
        clock.set(at(0, 11, 30));
        assertThat(change(TIJUANA)).isEqualTo(new Done(List.of()));
    }

    /** A Sunday with 23 or 25 hours, open all day: as many slots as there are hours, each on the grid of its own clocks. */
    @ParameterizedTest
    @CsvSource({"America/Tijuana, 2027-03-14, 92", "America/Tijuana, 2027-11-07, 100",
            "America/Ciudad_Juarez, 2027-03-14, 92", "America/Ciudad_Juarez, 2027-11-07, 100",
            "America/Ojinaga, 2027-03-14, 92", "America/Ojinaga, 2027-11-07, 100",
            "America/Matamoros, 2027-03-14, 92", "America/Matamoros, 2027-11-07, 100"})
    void slotsAndTodayFollowTheNewZone(ZoneId zone, LocalDate sunday, int quarters) {
        aroundTheClock();
        clock.set(sunday.minusDays(3).atStartOfDay(CENTER));
        assertThat(change(zone)).isEqualTo(new Done(List.of()));
        var slots = await(agenda.slots(salon(), SlotQuery.online(LOCATION, CORTE, sunday, sunday, Optional.of(BETO))));
        assertThat(slots).hasSize(quarters).extracting(Slot::start).allSatisfy(start -> {
            assertThat(start.getZone()).isEqualTo(zone);
            assertThat(start.toLocalDate()).isEqualTo(sunday);
            assertThat(start.getMinute() % 15).isZero();
        });
        clock.set(sunday.atTime(23, 0).atZone(zone));
        assertThat(await(agenda.slots(salon(), SlotQuery.online(LOCATION, CORTE, sunday, sunday, Optional.of(BETO)))))
                .extracting(slot -> slot.start().toLocalTime()).containsExactly(LocalTime.of(23, 30), LocalTime.of(23, 45));
    }

    /** The same visit in the words for somebody there and for somebody in the capital. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            America/Tijuana,       2027-03-14, 'domingo 14 de marzo, 10:00 a.m.', 'domingo 14 de marzo, 10:00 a.m. (hora de Tijuana)'
            America/Ciudad_Juarez, 2027-03-14, 'domingo 14 de marzo, 10:00 a.m.', 'domingo 14 de marzo, 10:00 a.m.'
            America/Ojinaga,       2027-03-14, 'domingo 14 de marzo, 10:00 a.m.', 'domingo 14 de marzo, 10:00 a.m. (hora de Ojinaga)'
            America/Matamoros,     2027-03-14, 'domingo 14 de marzo, 10:00 a.m.', 'domingo 14 de marzo, 10:00 a.m. (hora de Matamoros)'
            America/Tijuana,       2027-11-07, 'domingo 7 de noviembre, 10:00 a.m.', 'domingo 7 de noviembre, 10:00 a.m. (hora de Tijuana)'
            America/Ciudad_Juarez, 2027-11-07, 'domingo 7 de noviembre, 10:00 a.m.', 'domingo 7 de noviembre, 10:00 a.m. (hora de Ciudad Juárez)'
            America/Ojinaga,       2027-11-07, 'domingo 7 de noviembre, 10:00 a.m.', 'domingo 7 de noviembre, 10:00 a.m.'
            America/Matamoros,     2027-11-07, 'domingo 7 de noviembre, 10:00 a.m.', 'domingo 7 de noviembre, 10:00 a.m.'
            """)
    void theSameAppointmentIsReadFromThereAndFromTheCapital(ZoneId zone, LocalDate sunday, String there, String capital) {
        aroundTheClock();
        clock.set(sunday.minusDays(3).atStartOfDay(CENTER));
        change(zone);
        var visit = counter.booked(request(sofia, CORTE, sunday.atTime(10, 0).atZone(zone), BETO));
        assertThat(SpanishDates.dateTime(counter.kept(visit).start(), zone)).isEqualTo(there);
        assertThat(SpanishDates.dateTime(counter.kept(visit).start(), CENTER)).isEqualTo(capital);
    }

    /** From the border to the capital and back: read elsewhere meanwhile, and nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Tijuana", "America/Ciudad_Juarez", "America/Ojinaga", "America/Matamoros"})
    void thereAndBackNothingIsLost(ZoneId zone) {
        aroundTheClock();
        clock.set(ZonedDateTime.of(2027, 11, 4, 10, 0, 0, 0, CENTER));
        change(zone);
        var first = ZonedDateTime.of(2027, 11, 7, 1, 30, 0, 0, zone).withEarlierOffsetAtOverlap();
        var one = counter.booked(request(sofia, CORTE, first, BETO));
        var other = counter.booked(request(diego, CORTE, first.plusHours(1), BETO));
        assertThat(List.of(one, other)).extracting(visit -> visit.start().toLocalTime()).containsOnly(LocalTime.of(1, 30));
        change(CENTER, one, other);
        assertThat(counter.kept(other).start()).isEqualTo(counter.kept(one).start().plusHours(1));
        change(zone, one, other);
        assertThat(List.of(counter.kept(one), counter.kept(other))).containsExactly(one, other);
    }

    @Test
    void aStaleLocationAnUnknownOneAndNoZoneAreSaidSo() {
        assertThat(await(zones().change(ID, LOCATION, 3, "America/Tijuana", Set.of())))
                .isEqualTo(new Refused(new PremisesOutcome.Changed(0)));
        assertThat(await(zones().change(ID, LocationId.next(), 0, "America/Tijuana", Set.of())))
                .isEqualTo(new Refused(new PremisesOutcome.UnknownLocation()));
        assertThat(await(zones().change(ID, LOCATION, 0, "Tijuana", Set.of())))
                .isEqualTo(new Refused(new PremisesOutcome.BadZone()));
        var visit = counter.booked(request(sofia, CORTE, at(1, 15, 0), BETO));
        assertThat(List.<Explained>of(new Refused(new PremisesOutcome.BadZone()), new Reads(List.of(visit), TIJUANA),
                new Reads(List.of(visit, visit), TIJUANA))).extracting(Explained::sentence).doesNotHaveDuplicates()
                .allSatisfy(sentence -> assertThat(sentence).matches(".*[.?]"));
        assertThat(salon().location().zone()).isEqualTo(CENTER);
    }

    private void aroundTheClock() {
        execute("delete from opening_hours");
        execute("delete from staff_hours");
        execute("insert into opening_hours select '%s', '%s', day, '00:00', '00:00' from generate_series(1, 7) as day"
                .formatted(ID, LOCATION));
        execute("""
                insert into staff_hours (organization_id, staff_id, location_id, weekday, opens, closes)
                select '%s', '%s', '%s', day, '00:00', '00:00' from generate_series(1, 7) as day""".formatted(ID, BETO,
                LOCATION));
    }

    private ZoneOutcome change(ZoneId zone, Appointment... accepted) {
        int version = Math.toIntExact(count("select version from location"));
        var ids = Stream.of(accepted).map(Appointment::id).collect(Collectors.<AppointmentId>toSet());
        return await(zones().change(ID, LOCATION, version, zone.getId(), ids));
    }

    private ZoneChange zones() {
        return yume.the(ZoneChange.class);
    }
}
