package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.CancelOutcome;
import mx.yume.scheduling.Change;
import mx.yume.scheduling.MoveOutcome;
import mx.yume.scheduling.Terms;
import mx.yume.testing.FakeTwilio;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;

/** What the business changes by itself: those whose day it is hear of it in other words, and not whoever did it. */
@QuarkusTest
class BusinessChangesJourneyTest {

    private static final ZonedDateTime BOOKED = SettableClock.START.plusDays(1).withHour(17);

    @Inject
    Yume yume;
    @Inject
    FakeTwilio twilio;
    @Inject
    Agenda agenda;

    private AppointmentId appointment;

    @BeforeEach
    void anAppointmentAndStaffWhoMayBeWrittenTo() {
        yume.fresh();
        twilio.reset();
        for (var phone : List.of(SalonLupita.LUPITAS_PHONE, SalonLupita.ANAS_PHONE, SalonLupita.BETOS_PHONE)) {
            Chat.withSalon(yume, new TwilioDoor(), phone.e164()).says("hola");
        }
        var paty = Chat.withSalon(yume, new TwilioDoor(), "+525511112222");
        paty.says("quiero un corte mañana a las 5 con beto, soy Paty López");
        paty.says("sí");
        appointment = new AppointmentId(UUID.fromString(yume.rows("select id from appointment").getFirst().getFirst()));
        yume.execute("delete from outbox where turn_id is null");
    }

    @Test
    void theStaffMemberIsToldWhatTheOwnerMovedAndTheOwnerIsNot() {
        assertThat(change(0, Change.to(BOOKED.plusHours(1), Terms.COUNTER))).isInstanceOf(MoveOutcome.Moved.class);
        assertThat(notices()).satisfiesExactly(notice -> assertThat(notice).startsWith(SalonLupita.BETOS_PHONE.e164())
                .contains("Cita cambiada por el negocio", "Paty López", "Antes: jueves 14 de enero, 5:00 p.m.",
                        "Ahora: jueves 14 de enero, 6:00 p.m."));
    }

    @Test
    void whoeverLosesAnAppointmentIsToldToo() {
        assertThat(change(0, Change.none(Terms.COUNTER).staff(SalonLupita.ANA))).isInstanceOf(MoveOutcome.Moved.class);
        assertThat(notices()).satisfiesExactly(
                ana -> assertThat(ana).startsWith(SalonLupita.ANAS_PHONE.e164()).contains("con Ana"),
                beto -> assertThat(beto).startsWith(SalonLupita.BETOS_PHONE.e164()).contains("con Ana"));
    }

    @Test
    void aCancellationByTheBusinessSaysSo() {
        var cancelled = agenda.cancel(SalonLupita.business(), new Actor.Staff(SalonLupita.LUPITA), appointment, 0,
                Optional.of("Se fue la luz"), Alongside.nothing());
        assertThat(await(cancelled)).isInstanceOf(CancelOutcome.Cancelled.class);
        assertThat(notices()).satisfiesExactly(notice -> assertThat(notice).startsWith(SalonLupita.BETOS_PHONE.e164())
                .contains("Cita cancelada por el negocio", "Era: jueves 14 de enero, 5:00 p.m."));
    }

    @Test
    void factsOfTheFirstReleaseAreStillTheCustomers() {
        yume.execute("""
                insert into job (organization_id, id, kind, payload, origin, due_at, created_at)
                select organization_id, gen_random_uuid(), 'appointment.moved',
                       jsonb_build_object('appointment', id, 'version', 0, 'before', '2027-01-14T22:00:00Z'), 'real',
                       '2027-01-13T16:00:00Z', '2027-01-13T16:00:00Z' from appointment""");
        assertThat(notices()).hasSize(2).allSatisfy(notice -> assertThat(notice).contains("Cita movida por el cliente",
                "Antes: jueves 14 de enero, 4:00 p.m."));
    }

    private MoveOutcome change(int seenVersion, Change change) {
        return await(agenda.change(SalonLupita.business(), new Actor.Staff(SalonLupita.LUPITA), appointment, seenVersion,
                change, Alongside.nothing()));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(60));
    }

    /** Each as the phone and the text, sorted by phone. */
    private List<String> notices() {
        yume.settle();
        return yume.rows("""
                select i.value || ' ' || (o.content ->> 'body') from outbox o
                join conversation c on c.organization_id = o.organization_id and c.id = o.conversation_id
                join person_identity i on i.organization_id = c.organization_id and i.person_id = c.person_id
                where o.turn_id is null and i.kind = 'phone' order by 1""").stream().map(List::getFirst).toList();
    }
}
