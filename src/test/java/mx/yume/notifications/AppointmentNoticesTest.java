package mx.yume.notifications;

import static mx.yume.notifications.Told.at;
import static mx.yume.notifications.Told.lupitaHerself;
import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.yume.notifications.preferences.NoticeKind;
import mx.yume.notifications.preferences.NoticePreferences;
import mx.yume.testing.Phone;
import mx.yume.testing.SalonLupita;

/** Who is told what of an appointment, inside WhatsApp's window and outside, by day and at night. */
class AppointmentNoticesTest {

    private final Told it = new Told();

    @Test
    void whatTheBusinessBooksIsConfirmedToTheCustomer() {
        it.isBooked(at(1, 17, 0));
        assertThat(it.paty.notices()).singleElement().satisfies(notice -> assertThat(notice.body()).isEqualTo("""
                ✅ Salón Lupita te agendó una cita
                Corte de cabello con Beto, $250
                jueves 14 de enero, 5:00 p.m.
                Si no te queda, dime y la cambiamos."""));
        assertThat(it.sent(it.paty)).containsExactly(List.of("APPOINTMENT_CONFIRMATION", "f", "sent"));
    }

    @Test
    void whatTheCustomerDidIsConfirmedByTheReplyAlone() {
        var visit = it.books(at(1, 17, 0));
        it.moves(it.patyHerself(), visit, at(1, 18, 0));
        it.cancels(it.patyHerself(), visit);
        assertThat(it.paty.notices()).isEmpty();
    }

    @Test
    void whoeverIsTakenInAtTheCounterIsNotWrittenTo() {
        it.isBooked(at(0, 10, 15));
        assertThat(it.paty.notices()).isEmpty();
    }

    @Test
    void outsideTheWindowCustomersAreToldByTheTemplateOfTheEvent() {
        it.now(at(2, 11, 0));
        var visit = it.isBooked(at(5, 17, 0));
        it.moves(lupitaHerself(), visit, at(6, 18, 0));
        it.cancels(lupitaHerself(), visit);
        assertThat(it.sent(it.paty)).containsExactly(List.of("APPOINTMENT_CONFIRMATION", "t", "sent"),
                List.of("APPOINTMENT_CHANGED", "t", "sent"), List.of("APPOINTMENT_CANCELLED", "t", "sent"));
        assertThat(it.value("""
                select string_agg(template -> 'values' ->> 'when', ' / ' order by sequence) from outbox
                where purpose like 'customer:%'"""))
                .isEqualTo("lunes 18 de enero, 5:00 p.m / martes 19 de enero, 6:00 p.m / martes 19 de enero, 6:00 p.m");
    }

    @Test
    void ownersAndTheStaffMemberAreToldOfCustomersWithAllThereIsToKnow() {
        it.lupita.says("hola");
        it.beto.says("hola");
        var visit = it.books(at(3, 17, 0));
        it.moves(it.patyHerself(), visit, at(3, 16, 0));
        it.cancels(it.patyHerself(), visit);
        for (var phone : List.of(it.lupita, it.beto)) {
            assertThat(bodies(phone)).containsExactly("""
                    📅 Nueva cita
                    Paty López, +525511112222
                    Corte de cabello con Beto, $250
                    sábado 16 de enero, 5:00 p.m.""", """
                    🔁 Cita movida por el cliente
                    Paty López, +525511112222
                    Corte de cabello con Beto, $250
                    Antes: sábado 16 de enero, 5:00 p.m.
                    Ahora: sábado 16 de enero, 4:00 p.m.""", """
                    ❌ Cita cancelada por el cliente
                    Paty López, +525511112222
                    Corte de cabello con Beto, $250
                    Era: sábado 16 de enero, 4:00 p.m.""");
        }
        assertThat(it.count("select count(*) from outbox where purpose like 'staff:%'")).as("nobody else").isEqualTo(6);
    }

    @Test
    void whoeverWritesToYumeInsteadIsToldThereAndWhoeverWritesNowhereByTheTemplate() {
        var central = it.lupita.to(SalonLupita.CENTRAL_NUMBER);
        central.says("hola");
        it.books(at(1, 17, 0));
        assertThat(bodies(central)).singleElement().satisfies(body -> assertThat(body).startsWith("📅 Nueva cita"));
        assertThat(it.lupita.notices()).isEmpty();
        assertThat(it.sent(it.beto)).containsExactly(List.of("STAFF_NOTICE", "t", "sent"));
        assertThat(it.value("""
                select template -> 'values' ->> 'notice' from outbox where template ->> 'template' = 'STAFF_NOTICE'
                  and sent_template"""))
                .isEqualTo("📅 Nueva cita · Paty López, +525511112222 · Corte de cabello con Beto, $250 · "
                        + "jueves 14 de enero, 5:00 p.m");
    }

    @Test
    void eachMutesForThemselves() {
        it.lupita.says("hola");
        it.beto.says("hola");
        await(it.yume.the(NoticePreferences.class).set(SalonLupita.ID, SalonLupita.BETO, NoticeKind.NEW_BOOKINGS, false));
        await(it.yume.the(NoticePreferences.class).set(SalonLupita.ID, SalonLupita.LUPITA, NoticeKind.CANCELLATIONS, false));
        var visit = it.books(at(1, 17, 0));
        it.cancels(it.patyHerself(), visit);
        assertThat(bodies(it.lupita)).singleElement().satisfies(body -> assertThat(body).startsWith("📅"));
        assertThat(bodies(it.beto)).singleElement().satisfies(body -> assertThat(body).startsWith("❌"));
    }

    @Test
    void whoeverOptedOutIsToldNothing() {
        it.paty.says("baja");
        it.beto.says("hola");
        it.yume.superuser().execute("update person set opted_out_at = now() where id in (select person_id from person_identity"
                + " where value = '" + it.beto.number() + "')");
        it.isBooked(at(1, 17, 0));
        assertThat(it.paty.notices()).isEmpty();
        assertThat(it.beto.notices()).isEmpty();
        assertThat(it.beto.to(SalonLupita.CENTRAL_NUMBER).notices()).isEmpty();
    }

    @Test
    void atNightOnlyWhatIsNearIsToldAndTheRestInTheMorningIfItIsStillSo() {
        it.lupita.says("hola");
        it.now(at(0, 22, 0));
        var near = it.isBooked(at(1, 12, 0));
        var far = it.isBooked(at(5, 11, 0));
        var gone = it.isBooked(at(6, 11, 0));
        assertThat(bodies(it.paty)).singleElement().satisfies(body -> assertThat(body).contains("jueves 14"));
        it.moves(lupitaHerself(), far, at(5, 12, 0));
        it.cancels(lupitaHerself(), gone);
        it.now(at(1, 7, 59));
        assertThat(it.paty.notices()).hasSize(1);
        it.now(at(1, 8, 0));
        assertThat(bodies(it.paty)).hasSize(3)
                .anySatisfy(body -> assertThat(body).contains("Ahora: lunes 18 de enero, 12:00 p.m."))
                .anySatisfy(body -> assertThat(body).startsWith("❌").contains("martes 19"));
        assertThat(it.find(near.id()).affirmed()).isFalse();
    }

    @Test
    void whatWaitsAboutTheOldTimeIsWithdrawnWhenItChanges() {
        it.now(at(2, 11, 0));
        var visit = it.isBooked(at(5, 17, 0));
        it.yume.superuser()
                .execute("update outbox set status = 'pending', due_at = '2027-02-01' where purpose like 'customer:%'");
        it.moves(lupitaHerself(), visit, at(6, 18, 0));
        assertThat(it.sent(it.paty)).containsExactly(List.of("APPOINTMENT_CONFIRMATION", "t", "dropped"),
                List.of("APPOINTMENT_CHANGED", "t", "sent"));
    }

    @Test
    void nothingIsToldOfATimeThatIsPast() {
        it.lupita.says("hola");
        it.yume.clock().set(at(0, 12, 0));
        var visit = it.isBooked(at(0, 12, 15));
        var before = it.lupita.notices().size();
        it.yume.clock().set(at(0, 14, 0));
        it.cancels(lupitaHerself(), visit);
        assertThat(it.paty.notices()).hasSize(1);
        assertThat(it.lupita.notices()).hasSize(before);
    }

    @Test
    void theMorningSaysItOnce() {
        it.now(at(0, 23, 0));
        it.isBooked(at(5, 11, 0));
        it.now(at(1, 8, 0)).later(Duration.ofMinutes(1)).now(at(0, 23, 30)).now(at(1, 8, 30));
        assertThat(it.paty.notices()).hasSize(1);
    }

    private static List<String> bodies(Phone phone) {
        return phone.notices().stream().map(Phone.Message::body).toList();
    }
}
