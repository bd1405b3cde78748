package mx.yume.notifications.daily;

import static mx.yume.notifications.Told.at;
import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.yume.notifications.Told;
import mx.yume.notifications.preferences.NoticeKind;
import mx.yume.notifications.preferences.NoticePreferences;
import mx.yume.notifications.preferences.NoticeSettings;
import mx.yume.notifications.preferences.NoticeSetup;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.attendance.Attendance;
import mx.yume.testing.Phone;
import mx.yume.testing.Phone.Message;
import mx.yume.testing.SalonLupita;

class DailyScheduleTest {

    private final Told it = new Told().now(at(0, 10, 30));

    @Test
    void ownersAreToldOfTheDayAtSevenThoughHoursAreQuiet() {
        var visit = it.books(at(1, 12, 0));
        await(it.yume.the(Attendance.class).affirm(SalonLupita.business(), it.patyHerself(), visit.id(),
                visit.start().toInstant(), Alongside.nothing()));
        it.isBooked(at(1, 17, 0), SalonLupita.MANICURE, SalonLupita.ANA);
        it.yume.superuser().execute(
                """
                        insert into block (organization_id, id, action_id, staff_id, starts_at, ends_at, created_at)
                        values ('%s', gen_random_uuid(), gen_random_uuid(), '%s', '2027-01-14 15:00-06', '2027-01-14 16:30-06', now())"""
                        .formatted(SalonLupita.ID, SalonLupita.BETO));
        it.lupita.says("hola");
        it.now(at(1, 6, 59));
        assertThat(days(it.lupita)).isEmpty();
        it.now(at(1, 7, 0));
        assertThat(days(it.lupita)).singleElement().satisfies(day -> assertThat(day.body()).isEqualTo("""
                ☀️ Tu día en Salón Lupita, jueves 14 de enero:
                2 citas
                • 12:00 p.m. Paty López, +525511112222: Corte de cabello con Beto, $250 ✓
                • 3:00 p.m. a 4:30 p.m. bloqueado, Beto
                • 5:00 p.m. Paty López, +525511112222: Manicure con Ana, $220"""));
        it.later(Duration.ofMinutes(2)).later(Duration.ofHours(3));
        assertThat(days(it.lupita)).hasSize(1);
        assertThat(days(it.beto)).as("who has not asked for it").isEmpty();
    }

    @Test
    void whoeverWantsItOfTheStaffIsToldOfTheirOwn() {
        await(it.yume.the(NoticePreferences.class).set(SalonLupita.ID, SalonLupita.BETO, NoticeKind.DAILY_SCHEDULE, true));
        await(it.yume.the(NoticePreferences.class).set(SalonLupita.ID, SalonLupita.LUPITA, NoticeKind.DAILY_SCHEDULE, false));
        it.books(at(1, 12, 0));
        it.isBooked(at(1, 17, 0), SalonLupita.MANICURE, SalonLupita.ANA);
        it.now(at(1, 7, 0));
        assertThat(days(it.beto)).singleElement()
                .satisfies(day -> assertThat(day.body()).contains("1 cita\n", "12:00 p.m.").doesNotContain("Manicure"));
        assertThat(it.sent(it.beto).getLast()).containsExactly("DAILY_SCHEDULE", "t", "sent");
        assertThat(days(it.lupita)).isEmpty();
    }

    @Test
    void closedDaysWithoutVisitsAreNoDays() {
        it.now(at(4, 7, 0)).later(Duration.ofHours(1));
        assertThat(days(it.lupita)).isEmpty();
        it.now(at(5, 7, 0));
        assertThat(days(it.lupita)).singleElement().satisfies(day -> assertThat(day.body()).endsWith("Sin citas"));
    }

    @Test
    void aStartAtNineMakesUpForItAndOneAtNoonDoesNot() {
        it.now(at(1, 9, 0));
        assertThat(days(it.lupita)).hasSize(1);
        it.now(at(2, 12, 0));
        assertThat(days(it.lupita)).hasSize(1);
        it.now(at(5, 7, 30));
        assertThat(days(it.lupita)).hasSize(2);
    }

    @Test
    void aClockThatIsSetBackRepeatsNothingAndOneThatRanAheadIsForgiven() {
        it.now(at(1, 7, 0)).now(at(1, 5, 0)).now(at(1, 7, 0));
        assertThat(days(it.lupita)).hasSize(1);
        it.now(at(20, 6, 0)).now(at(2, 6, 0)).later(Duration.ofMinutes(1)).now(at(2, 7, 0));
        assertThat(days(it.lupita)).hasSize(2);
    }

    @Test
    void theHourIsTheBusinesssToChoose() {
        it.now(at(0, 10, 35));
        await(it.yume.the(NoticeSetup.class).set(SalonLupita.ID, NoticeSettings.USUAL,
                new NoticeSettings(LocalTime.of(9, 30), false)));
        it.now(at(0, 10, 40)).now(at(1, 9, 29));
        assertThat(days(it.lupita)).isEmpty();
        it.now(at(1, 9, 30));
        assertThat(days(it.lupita)).hasSize(1);
    }

    @Test
    void daysOf23And25HoursHaveTheirMorningAtSeven() {
        var clock = new MorningClock(ZoneId.of("America/Tijuana"), LocalTime.of(7, 0));
        assertThat(clock.next(Instant.parse("2027-03-13T20:00:00Z")).toInstant()).isEqualTo("2027-03-14T14:00:00Z");
        assertThat(clock.next(Instant.parse("2027-11-06T20:00:00Z")).toInstant()).isEqualTo("2027-11-07T15:00:00Z");
        assertThat(clock.latest(Instant.parse("2027-11-07T15:00:00Z")))
                .isEqualTo(clock.next(Instant.parse("2027-11-07T14:59:59Z")));
    }

    private static List<Message> days(Phone phone) {
        return List.of(phone, phone.to(SalonLupita.CENTRAL_NUMBER)).stream().flatMap(each -> each.notices().stream())
                .filter(notice -> notice.body().startsWith("☀️")).toList();
    }
}
