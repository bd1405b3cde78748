package mx.yume.notifications.reminders;

import static mx.yume.notifications.Told.at;
import static mx.yume.notifications.Told.lupitaHerself;
import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.yume.notifications.Told;
import mx.yume.notifications.preferences.NoticeSettings;
import mx.yume.notifications.preferences.NoticeSetup;
import mx.yume.testing.Phone.Message;
import mx.yume.testing.SalonLupita;

class RemindersTest {

    private final Told it = new Told();

    @Test
    void customersAreRemindedADayBefore() {
        it.books(at(3, 17, 0));
        it.now(at(2, 16, 59));
        assertThat(reminders()).isEmpty();
        it.now(at(2, 17, 0));
        assertThat(reminders()).singleElement().satisfies(reminder -> {
            assertThat(reminder.body()).isEqualTo("""
                    📅 Te esperamos en Salón Lupita
                    Corte de cabello con Beto, $250
                    sábado 16 de enero, 5:00 p.m.
                    ¿Nos confirmas?""");
            assertThat(reminder.titles()).containsExactly("Confirmar", "Reagendar", "Cancelar");
        });
        assertThat(it.sent(it.paty)).as("she has not written for two days")
                .containsExactly(List.of("APPOINTMENT_REMINDER", "t", "sent"));
    }

    @Test
    void withinTheWindowItIsNoTemplate() {
        it.books(at(3, 17, 0));
        it.yume.clock().set(at(2, 12, 0));
        it.paty.says("hola");
        it.now(at(2, 17, 0));
        assertThat(it.sent(it.paty)).containsExactly(List.of("APPOINTMENT_REMINDER", "f", "sent"));
    }

    @Test
    void whoeverBookedLessThan23HoursBeforeIsNot() {
        it.books(at(1, 10, 0));
        it.now(at(1, 9, 0));
        assertThat(reminders()).hasSize(1);
        it.now(at(1, 11, 15));
        it.books(at(2, 10, 0));
        it.now(at(2, 9, 45));
        assertThat(reminders()).hasSize(1);
    }

    @Test
    void nobodyIsAskedInTheSameBreath() {
        var visit = it.books(at(1, 11, 0));
        it.now(at(0, 10, 30));
        it.moves(it.patyHerself(), visit, at(1, 10, 0));
        it.later(Duration.ofMinutes(59));
        assertThat(reminders()).as("less than a day ahead, and just moved").isEmpty();
        it.later(Duration.ofMinutes(1));
        assertThat(reminders()).hasSize(1);
    }

    @Test
    void aVisitThatMovesTakesItsReminderAlong() {
        var visit = it.books(at(3, 17, 0));
        it.moves(it.patyHerself(), visit, at(5, 17, 0));
        it.moves(it.patyHerself(), visit, at(5, 12, 0));
        it.now(at(2, 18, 0)).now(at(4, 11, 59));
        assertThat(reminders()).isEmpty();
        it.now(at(4, 12, 0));
        assertThat(reminders()).singleElement().satisfies(reminder -> assertThat(reminder.body()).contains("lunes 18"));
        it.moves(lupitaHerself(), visit, at(6, 12, 0));
        it.now(at(5, 12, 0));
        assertThat(reminders()).as("another time, another reminder").hasSize(2);
    }

    @Test
    void ofACancelledVisitNobodyIsReminded() {
        var visit = it.books(at(3, 17, 0));
        it.now(at(2, 12, 0));
        it.cancels(it.patyHerself(), visit);
        it.now(at(2, 17, 0)).now(at(3, 16, 0));
        assertThat(reminders()).isEmpty();
        assertThat(it.count("select count(*) from reminder")).isZero();
    }

    @Test
    void whatWaitsToBeSentIsWithdrawnWithTheVisit() {
        var visit = it.books(at(3, 17, 0));
        it.now(at(2, 17, 0));
        it.yume.superuser()
                .execute("update outbox set status = 'pending', due_at = '2027-01-16' where purpose like 'reminder:%'");
        it.cancels(lupitaHerself(), visit);
        assertThat(it.sent(it.paty)).contains(List.of("APPOINTMENT_REMINDER", "t", "dropped"));
    }

    @Test
    void theSameReminderIsWrittenOnceHoweverOftenItIsDue() {
        it.books(at(3, 17, 0));
        it.yume.superuser().execute("""
                insert into job (organization_id, id, kind, payload, origin, due_at, created_at)
                select organization_id, gen_random_uuid(), kind, payload, origin, due_at + make_interval(mins => n), created_at
                from job, generate_series(0, 2) n where kind = 'reminder.due'""");
        it.now(at(2, 17, 0)).later(Duration.ofMinutes(5)).now(at(2, 15, 0)).now(at(2, 19, 0));
        assertThat(reminders()).hasSize(1);
        assertThat(it.count("select count(*) from job where kind = 'reminder.due'")).isZero();
    }

    @Test
    void whatHasNoJobIsFoundByTheNet() {
        it.books(at(3, 17, 0));
        it.yume.superuser().execute("delete from job where kind = 'reminder.due'");
        it.now(at(2, 16, 30));
        assertThat(reminders()).isEmpty();
        it.now(at(2, 17, 10)).later(Duration.ofMinutes(10));
        assertThat(reminders()).hasSize(1);
    }

    @Test
    void theDemosVisitsAreNobodys() {
        it.books(at(3, 17, 0));
        it.yume.superuser().execute("delete from job where kind = 'reminder.due'; update appointment set origin = 'demo'");
        it.now(at(2, 17, 10));
        assertThat(reminders()).isEmpty();
        assertThat(it.count("select count(*) from job where kind = 'reminder.due'")).isZero();
    }

    @Test
    void atNightItWaitsForTheMorning() {
        it.yume.superuser().execute(
                "update opening_hours set closes = '23:30'; update staff_hours set closes = '23:30' where closes > '16:00'");
        it.books(at(3, 22, 0));
        it.now(at(2, 22, 0)).now(at(2, 22, 30)).now(at(3, 7, 59));
        assertThat(reminders()).isEmpty();
        assertThat(it.count("select count(*) from job where kind = 'reminder.due'")).as("the net asks for no other").isOne();
        it.now(at(3, 8, 0));
        assertThat(reminders()).hasSize(1);
    }

    @Test
    void whoeverOptedOutIsNotReminded() {
        it.books(at(3, 17, 0));
        it.paty.says("baja");
        it.now(at(2, 17, 0));
        assertThat(reminders()).isEmpty();
    }

    @Test
    void theSecondComesTwoHoursBeforeWhereTheBusinessWantsIt() {
        it.books(at(3, 12, 0));
        secondReminder();
        it.now(at(2, 12, 0));
        assertThat(reminders()).hasSize(1);
        it.now(at(3, 9, 59));
        assertThat(reminders()).hasSize(1);
        it.now(at(3, 10, 0));
        assertThat(reminders()).hasSize(2);
    }

    @Test
    void whoeverBooksForTheSameDayGetsTheSecondAlone() {
        secondReminder();
        it.books(at(0, 18, 0));
        it.now(at(0, 16, 0));
        assertThat(reminders()).hasSize(1);
        it.books(at(0, 17, 0));
        it.now(at(0, 16, 55));
        assertThat(reminders()).as("too late for any").hasSize(1);
    }

    @Test
    void aSecondReminderThatTheNightLeavesUnderHalfAnHourIsDropped() {
        it.yume.superuser().execute(
                "update opening_hours set opens = '07:00'; update staff_hours set opens = '07:00' where opens < '12:00'");
        secondReminder();
        it.books(at(3, 8, 15));
        it.moves(it.patyHerself(), it.books(at(5, 11, 0)), at(3, 9, 30));
        it.now(at(2, 8, 15)).now(at(2, 9, 30)).now(at(3, 7, 59));
        assertThat(reminders()).as("the day before").hasSize(2);
        it.now(at(3, 8, 0));
        assertThat(reminders()).as("of 9:30, not of 8:15").hasSize(3);
    }

    private List<Message> reminders() {
        return it.paty.notices().stream().filter(notice -> notice.body().startsWith("📅 Te esperamos")).toList();
    }

    private void secondReminder() {
        await(it.yume.the(NoticeSetup.class).set(SalonLupita.ID, NoticeSettings.USUAL,
                new NoticeSettings(LocalTime.of(7, 0), true)));
    }
}
