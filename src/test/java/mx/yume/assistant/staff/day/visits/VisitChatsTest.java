package mx.yume.assistant.staff.day.visits;

import static mx.yume.assistant.staff.day.StaffDay.at;
import static mx.yume.assistant.staff.day.StaffDay.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import mx.yume.assistant.staff.day.StaffDay;
import mx.yume.customers.PersonId;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Change;
import mx.yume.scheduling.MoveOutcome.Moved;
import mx.yume.scheduling.Terms;
import mx.yume.testing.Phone;
import mx.yume.testing.SalonLupita;

class VisitChatsTest {

    private static final String PATYS = "+525511112222";

    private final StaffDay day = new StaffDay();
    private final PersonId paty = day.customer("Paty López", PATYS);
    private final Phone patysPhone = day.yume.phone(PATYS);

    @Test
    void whoDidNotComeIsMarkedAtOnceAndTakenBack() {
        var visit = visit(0, 11, 0);
        day.now(0, 11, 20);
        assertThat(day.beto.says("la de las 11 no llegó").body())
                .isEqualTo("Listo, anoté que no llegó: Paty López: Corte de cabello"
                        + " con Beto, hoy miércoles 13 de enero, 11:00 a.m. Si sí vino, dime “sí vino Paty”.");
        assertThat(day.status(visit)).isEqualTo("no_show");
        assertThat(day.beto.says("sí vino Paty").body()).startsWith("Listo, atendida: Paty López");
        assertThat(day.status(visit)).isEqualTo("completed");
        assertThat(day.column("select tool from effect order by recorded_at")).containsExactly("mark_no_show",
                "mark_completed");
    }

    @Test
    void theVisitUnderWayIsMeantWithoutAWord() {
        day.visit("Juan", SalonLupita.BARBA, SalonLupita.BETO, at(0, 10, 15));
        var visit = visit(0, 11, 0);
        day.now(0, 11, 40);
        assertThat(day.beto.says("ya terminé").body()).contains("Paty López");
        assertThat(day.status(visit)).isEqualTo("completed");
        assertThat(day.beto.says("la de las 11 ya quedó").body()).startsWith("Ya está así: Paty López");
    }

    @Test
    void severalThatAreMeantAreAskedAbout() {
        var hers = visit(0, 11, 0);
        var manicure = day.visit("Paty Gómez", SalonLupita.MANICURE, SalonLupita.ANA, at(0, 11, 0));
        day.now(0, 12, 0);
        var asked = day.lupita.says("Paty no llegó");
        assertThat(asked.body()).isEqualTo("¿Cuál cita?");
        assertThat(asked.options()).hasSize(2);
        day.lupita.taps(asked.options().stream().filter(option -> option.id().endsWith(manicure.id().toString())).findFirst()
                .orElseThrow());
        assertThat(day.status(manicure)).isEqualTo("no_show");
        assertThat(day.status(hers)).isEqualTo("confirmed");
        assertThat(day.yume.superuser().rows("select kind, state from flow where kind = 'ATTENDANCE'"))
                .containsExactly(List.of("ATTENDANCE", "CONFIRMED"));
    }

    @Test
    void askingAgainMarksNothing() {
        var hers = visit(0, 11, 0);
        var manicure = day.visit("Paty Gómez", SalonLupita.MANICURE, SalonLupita.ANA, at(0, 11, 0));
        day.now(0, 11, 20);
        assertThat(day.lupita.says("ya terminé").body()).isEqualTo("¿Cuál cita?");
        day.now(0, 11, 47);
        assertThat(day.lupita.says("gracias").body()).contains("¿");
        assertThat(day.status(hers)).isEqualTo("confirmed");
        assertThat(day.status(manicure)).isEqualTo("confirmed");
        assertThat(day.column("select tool from effect")).isEmpty();
    }

    @Test
    void whatIsYetToComeOrNotThereIsNotMarked() {
        var visit = visit(0, 16, 0);
        assertThat(day.beto.says("la de las 4 no llegó").body())
                .isEqualTo("Esa cita apenas es hoy miércoles 13 de enero, 4:00 p.m.");
        assertThat(day.beto.says("la de las 12 no llegó").body()).isEqualTo("No encontré esa cita.");
        assertThat(day.status(visit)).isEqualTo("confirmed");
    }

    @Test
    void aViewerChangesNothing() {
        var visit = visit(0, 11, 0);
        day.now(0, 11, 20);
        for (var words : List.of("la de las 11 no llegó", "ya terminé con Paty", "cancela la de Paty",
                "pasa la de Paty a las 6")) {
            assertThat(day.carla.says(words).body()).as(words).contains("no lo puedes hacer");
        }
        assertThat(day.status(visit)).isEqualTo("confirmed");
    }

    @Test
    void aVisitIsCancelledAfterAYesAndItsCustomerTold() {
        var visit = visit(1, 17, 0);
        assertThat(day.beto.says("cancela la de Paty de mañana porque se fue la luz").body()).isEqualTo("""
                Cancelo esta cita:
                Paty López: Corte de cabello con Beto, mañana jueves 14 de enero, 5:00 p.m.
                Motivo: se fue la luz
                Le aviso a Paty por WhatsApp.
                ¿La cancelo?""");
        assertThat(day.status(visit)).isEqualTo("confirmed");
        assertThat(day.beto.says("sí").body()).startsWith("Listo, cancelé la cita de Paty López");
        assertThat(day.status(visit)).isEqualTo("cancelled");
        assertThat(day.value("select cancel_reason from appointment where id = '" + visit.id() + "'"))
                .isEqualTo("se fue la luz");
        assertThat(patysPhone.notices()).singleElement().satisfies(notice -> assertThat(notice.body())
                .contains("Salón Lupita tuvo que cancelar tu cita de Corte de cabello", "jueves 14 de enero, 5:00 p.m."));
    }

    @Test
    void whoeverTellsTheCustomerThemselvesIsLeftToIt() {
        visit(1, 17, 0);
        assertThat(day.beto.says("cancela la de Paty sin avisarle").body()).contains("No le aviso: le avisas tú.");
        day.beto.says("sí");
        assertThat(patysPhone.notices()).isEmpty();
    }

    @Test
    void whoCannotBeReachedIsNotPromisedToBe() {
        day.visit("Juan", SalonLupita.CORTE, SalonLupita.BETO, at(1, 12, 0));
        assertThat(day.beto.says("cancela la de Juan").body()).contains("A Juan no le puedo escribir por aquí");
        optOut();
        visit(1, 17, 0);
        assertThat(day.beto.says("cancela la de Paty").body()).contains("A Paty no le puedo escribir por aquí");
        day.beto.says("sí");
        assertThat(patysPhone.notices()).isEmpty();
    }

    @Test
    void whatWasMovedMeanwhileIsShownAgain() {
        var visit = visit(1, 17, 0);
        day.beto.says("cancela la de Paty");
        moved(visit, 18);
        assertThat(day.beto.says("sí").body()).contains("6:00 p.m.", "¿La cancelo?");
        assertThat(day.status(visit)).isEqualTo("confirmed");
        day.beto.says("sí");
        assertThat(day.status(visit)).isEqualTo("cancelled");
    }

    @Test
    void aVisitIsMovedAfterAYesAndItsCustomerTold() {
        visit(1, 11, 0);
        assertThat(day.beto.says("mueve la de mañana a las 11 al viernes a las 5").body()).isEqualTo("""
                Muevo la cita de Paty López: Corte de cabello
                Antes: mañana jueves 14 de enero, 11:00 a.m.
                Ahora: viernes 15 de enero, 5:00 p.m., con Beto, $250
                Le aviso a Paty por WhatsApp.
                ¿La muevo?""");
        assertThat(day.beto.taps("Sí").body()).startsWith("Listo, moví la cita de Paty López").contains("viernes 15 de enero");
        assertThat(patysPhone.notices()).singleElement().satisfies(notice -> assertThat(notice.body())
                .contains("cambió tu cita", "Antes: jueves 14 de enero, 11:00 a.m.", "Ahora: viernes 15 de enero, 5:00 p.m."));
    }

    @Test
    void aTimeThatIsTakenComesWithOthers() {
        visit(1, 11, 0);
        day.visit("Juan", SalonLupita.CORTE, SalonLupita.BETO, at(1, 17, 0));
        var asked = day.beto.says("pasa la de Paty a las 5");
        assertThat(asked.body()).startsWith("Esa hora ya no está libre. Puede ser:");
        assertThat(asked.options()).isNotEmpty();
        assertThat(day.beto.taps(asked.options().getFirst()).body()).contains("¿La muevo?");
        assertThat(day.beto.says("mejor a las 7").body()).contains("Ahora: mañana jueves 14 de enero, 7:00 p.m.");
        day.beto.says("sí");
        assertThat(day.column("select starts_at from appointment where customer_name = 'Paty López'"))
                .containsExactly("2027-01-15 01:00:00+00");
    }

    @Test
    void whichOneAndWhereToAreAsked() {
        visit(1, 11, 0);
        day.visit("Juan", SalonLupita.CORTE, SalonLupita.BETO, at(1, 17, 0));
        var which = day.beto.says("mueve una cita");
        assertThat(which.body()).isEqualTo("¿Cuál cita?");
        assertThat(day.beto.says("la de Paty").body()).startsWith("¿Para cuándo muevo la cita de Paty López");
        assertThat(day.beto.says("el viernes a las 12").body()).contains("Ahora: viernes 15 de enero, 12:00 p.m.");
    }

    @Test
    void theCentralNumberDoesTheSame() {
        var visit = visit(1, 17, 0);
        var central = day.beto.to(SalonLupita.CENTRAL_NUMBER);
        central.says("pasa la de Paty a las 6");
        assertThat(central.says("sí").body()).startsWith("Listo, moví la cita");
        central.says("cancela la de Paty");
        assertThat(central.says("sí").body()).startsWith("Listo, cancelé la cita");
        assertThat(day.status(visit)).isEqualTo("cancelled");
        assertThat(patysPhone.notices()).hasSize(2);
        assertThat(day.column(
                "select tool from effect where organization_id = '00000000-0000-7000-8000-000000000000' order by recorded_at"))
                .containsExactly("reschedule_customer_appointment", "cancel_customer_appointment");
    }

    @Test
    void whatWasDoneIsToldOnceWhenTheReplyWasLost() {
        var visit = visit(1, 17, 0);
        day.beto.says("cancela la de Paty");
        day.yume.superuser().execute("alter table outbox add constraint broken check (turn_id is null) not valid");
        day.beto.posts("sí");
        day.yume.clock().tick(Duration.ofSeconds(10));
        day.yume.settle();
        day.yume.superuser().execute("alter table outbox drop constraint broken");
        assertThat(day.status(visit)).isEqualTo("cancelled");
        day.yume.superuser().execute("update conversation set lease_until = null");
        day.yume.clock().tick(Duration.ofMinutes(2));
        day.yume.settle();
        assertThat(day.beto.replies().getLast().body()).startsWith("Listo, cancelé la cita de Paty López");
        assertThat(day.column("select tool from effect")).containsExactly("cancel_customer_appointment");
        assertThat(patysPhone.notices()).hasSize(1);
    }

    private Appointment visit(int days, int hour, int minute) {
        return day.visit(Optional.of(paty), "Paty López", SalonLupita.CORTE, SalonLupita.BETO, at(days, hour, minute));
    }

    private void moved(Appointment visit, int hour) {
        var outcome = await(day.yume.the(Agenda.class).change(SalonLupita.business(), new Actor.Staff(SalonLupita.ANA, true),
                visit.id(), visit.version(), Change.to(visit.start().withHour(hour), Terms.COUNTER), Alongside.nothing()));
        assertThat(outcome).isInstanceOf(Moved.class);
    }

    private void optOut() {
        day.yume.superuser().execute("update person set opted_out_at = now() where id = '" + paty + "'");
    }
}
