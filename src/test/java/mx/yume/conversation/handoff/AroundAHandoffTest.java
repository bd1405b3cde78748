package mx.yume.conversation.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.OutboundContent.Option;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** What waits, leaves or is tapped while a customer and somebody of the business write to each other. */
class AroundAHandoffTest extends InAHandoff {

    @Test
    void whoeverLeavesTheTeamHasLetGoOfTheCustomer() {
        for (var left : List.of("active = false", "permission = 'viewer'")) {
            assertThat(PlainYume.fresh()).as("the same, anew").isSameAs(yume);
            asked();
            assertThat(beto.taps(lupita.offered("Contestar")).body()).contains("Ya estás con");
            yume.superuser().execute("update staff_member set " + left + " where name = 'Beto'");
            var his = beto.received().size();
            paty.says("es que me quedó mal el color");
            assertThat(beto.received()).as(left).hasSize(his);
            assertThat(lupita.last().body()).as(left).isEqualTo("*+525511110001:* es que me quedó mal el color");
            assertThat(beto.says("hola")).as("Yume answers him").isNotEqualTo(Phone.Message.NONE);
            assertThat(paty.received()).as(left).noneMatch(message -> message.body().equals("*Beto:* hola"));
            assertThat(lupita.says("contestar").body()).as(left).contains("Ya estás con");
        }
    }

    @Test
    void whoeverLeavesTheTeamLeavesTheirOrderAndIsACustomer() {
        assertThat(beto.says("bloquea mañana de 10 a 11").body()).contains("?");
        assertThat(flows()).hasSize(1);
        yume.superuser().execute("update staff_member set active = false where name = 'Beto'");
        assertThat(beto.says("quiero un corte el viernes a las 5").body()).contains("Tu cita sería viernes");
        assertThat(flows()).anyMatch(flow -> flow.startsWith("BLOCK_TIME DROPPED"))
                .anyMatch(flow -> flow.startsWith("BOOKING "));
    }

    @Test
    void whatATakerWasAskedBeforeIsShownAgainWhenTheyComeBackLate() {
        orderInterrupted();
        yume.clock().tick(Duration.ofHours(2));
        yume.settle();
        assertThat(ends()).containsExactly("silence");
        assertThat(beto.says("sí").body()).contains("¿La cancelo?");
        assertThat(visits()).containsExactly("confirmed");
        assertThat(beto.says("sí").body()).startsWith("Listo, cancelé la cita");
        assertThat(visits()).containsExactly("cancelled");
    }

    @Test
    void anOrderThatWaitsBehindASecondCustomerIsNoYoungerForIt() {
        orderInterrupted();
        yume.clock().tick(Duration.ofHours(2));
        yume.settle();
        assertThat(beto.taps("Contestar").body()).contains("Ya estás con");
        assertThat(beto.says("terminar").body()).contains("terminaste");
        assertThat(beto.says("sí").body()).contains("¿La cancelo?");
        assertThat(visits()).containsExactly("confirmed");
    }

    @Test
    void afterAWeekWhatATakerWasAskedBeforeHasExpired() {
        orderInterrupted();
        yume.clock().tick(Duration.ofDays(8));
        yume.settle();
        beto.says("sí");
        beto.says("sí");
        assertThat(visits()).containsExactly("confirmed");
        assertThat(flows()).contains("RELAY COMPLETED").anyMatch(flow -> flow.endsWith("EXPIRED"));
    }

    @Test
    void anOrderInterruptedForAMomentIsConfirmedAtOnce() {
        orderInterrupted();
        assertThat(beto.says("terminar").body()).contains("terminaste");
        assertThat(beto.says("sí").body()).startsWith("Listo, cancelé la cita");
    }

    @Test
    void whoeverWantsNoNoticesIsNotToldOfTheSilence() {
        asked();
        paty.says("BAJA");
        var said = paty.received().size();
        yume.clock().tick(Duration.ofMinutes(31));
        yume.settle();
        assertThat(ends()).containsExactly("silence");
        assertThat(paty.received()).hasSize(said);
        assertThat(lupita.last().body()).contains("Nadie le contestó");
    }

    @Test
    void colleaguesWhoWantNoNoticesAreNotAsked() {
        lupita.says("hola");
        ana.says("hola");
        yume.superuser().execute("""
                update person set opted_out_at = now()
                where id in (select person_id from person_identity where value = '%s')"""
                .formatted(SalonLupita.ANAS_PHONE.e164()));
        assertThat(paty.says("quiero hablar con una persona").body()).contains("Ya le avisé a Lupita.");
        assertThat(ana.notices()).isEmpty();
    }

    @Test
    void oneThatCannotBeEndedHoldsUpNoOther() {
        talking();
        yume.clock().tick(Duration.ofMinutes(1));
        yume.phone("+525511110002").says("quiero hablar con una persona");
        yume.superuser().execute("""
                create or replace function keep_first() returns trigger language plpgsql as
                $$ begin raise exception 'not this one'; end $$;
                create trigger keep_first before update on handoff for each row
                when (old.staff_id is not null and new.ended_at is not null) execute function keep_first()""");
        yume.clock().tick(Duration.ofMinutes(35));
        yume.settle();
        yume.superuser().execute("drop trigger keep_first on handoff");
        assertThat(ends()).containsExactly("open", "silence");
        yume.clock().tick(Duration.ofMinutes(2));
        yume.settle();
        assertThat(ends()).containsExactly("silence", "silence");
    }

    @Test
    void whatIsTappedMeanwhileIsNotSwallowed() {
        talking();
        assertThat(lupita.taps(new Option("visit:came:" + SalonLupita.ID, "Sí vino")).body())
                .contains("Ahorita estás con +525511110001", "terminar");
        assertThat(paty.last().body()).contains("Lupita ya te atiende");
    }
}
