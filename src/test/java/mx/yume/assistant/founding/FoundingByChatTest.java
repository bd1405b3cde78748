package mx.yume.assistant.founding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.OutboundContent.Option;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** From "hola" to a business with a number, by chat, through the whole pipeline. */
class FoundingByChatTest {

    private static final String FLOWS = "select kind, state from flow where kind = 'BUSINESS_ONBOARDING' order by started_at";

    private final PlainYume yume = PlainYume.empty();
    private final Phone tonio = yume.phone("+526641234567").to(SalonLupita.CENTRAL_NUMBER);

    @Test
    void aBarbershopIsFoundedInSixMessages() {
        assertThat(tonio.says("hola").body()).contains("Soy Yume", "Privacidad", "¿Cómo se llama tu negocio");
        assertThat(tonio.says("Barbería Don Toño, en Tijuana, soy Toño Ruiz").body()).contains("Toño", "servicios");
        assertThat(tonio.says("corte 30 min $150, barba 20 min $100 y tinte hora y media $600").body())
                .contains("Corte: $150, 30 min", "Tinte: $600, 1 h 30 min", "¿Qué días abres");
        assertThat(tonio.says("lunes a viernes de 9 a 7, sábados hasta las 3, domingos no").body())
                .contains("Lunes a viernes: 9:00 a.m. a 7:00 p.m.", "Sábado: 9:00 a.m. a 3:00 p.m.", "Domingo: cerrado",
                        "¿Quién más atiende");
        var summary = tonio.says("yo nada más");
        assertThat(summary.body()).contains("Barbería Don Toño (barbería)", "Tijuana, Baja California (hora de Tijuana)",
                "Toño Ruiz", "Barba: $100, 20 min", "¿Lo registro así?");
        assertThat(summary.titles()).containsExactly("Sí, registrarlo", "Cambiar algo");
        assertThat(tonio.says("sí").body()).startsWith("🎉 ¡Listo! Barbería Don Toño ya está registrado.");
        assertThat(tonio.notices()).singleElement().satisfies(notice -> assertThat(notice.body())
                .contains("+52 55 0000 1000", "/simulador?para=525500001000"));
        assertThat(yume.superuser().rows("select slug, type from organization where slug <> 'yume'"))
                .containsExactly(List.of("barberia-don-tono", "barbershop"));
        assertThat(yume.superuser().rows(FLOWS)).containsExactly(List.of("BUSINESS_ONBOARDING", "COMPLETED"));
        assertThat(yume.superuser().rows("select zone from location")).containsExactly(List.of("America/Tijuana"));
        assertThat(tonio.received()).hasSize(7);
    }

    @Test
    void theNewBusinessCanBeBookedAtItsNumber() {
        found();
        var paty = yume.phone("+526649998877").to("+525500001000");
        paty.says("hola, quiero un corte mañana a las 5");
        assertThat(paty.says("Paty López").body()).contains("¿");
        paty.says("sí");
        assertThat(yume.superuser().rows("select customer_name, status from appointment"))
                .containsExactly(List.of("Paty López", "confirmed"));
    }

    @Test
    void theOwnerGoesOnToManagement() {
        found();
        assertThat(tonio.says("¿qué tengo hoy?").body()).doesNotContain("¿Cómo se llama tu negocio");
        assertThat(yume.superuser().rows("select distinct route from turn order by route"))
                .containsExactly(List.of("1 business onboarding"), List.of("2a management"));
    }

    @Test
    void theSameYesTwiceFoundsOnce() {
        upToSummary();
        tonio.posts("sí");
        tonio.posts("sí");
        tonio.hears();
        assertThat(businesses()).isEqualTo(1);
        tonio.says("sí");
        assertThat(businesses()).isEqualTo(1);
    }

    @Test
    void anOldYesFoundsNothingThatWasChangedSince() {
        upToSummary();
        assertThat(tonio.says("sí, pero el corte es $180").body()).contains("Corte: $180", "¿Lo registro así?");
        assertThat(businesses()).isZero();
        tonio.taps("Sí, registrarlo");
        assertThat(businesses()).isEqualTo(1);
        assertThat(yume.superuser().rows("select price_centavos from service where name = 'Corte'"))
                .containsExactly(List.of("18000"));
    }

    @Test
    void aYesToAnEarlierQuestionFoundsNothing() {
        var old = oldYes();
        assertThat(tonio.says("yo nada más").body()).contains("¿Lo registro así?");
        var answer = tonio.taps(old);
        assertThat(businesses()).isZero();
        assertThat(answer.body()).contains("ya no está disponible", "¿Lo registro así?");
        tonio.taps("Sí, registrarlo");
        assertThat(businesses()).isEqualTo(1);
    }

    @Test
    void aYesToAnEarlierQuestionErasesNothing() {
        var old = oldYes();
        tonio.says("quiero empezar de nuevo");
        assertThat(tonio.taps(old).body()).contains("ya no está disponible", "¿Quién más atiende").doesNotContain("borré");
        assertThat(tonio.says("sí").body()).doesNotContain("borré");
        assertThat(tonio.says("yo nada más").body()).contains("Barbería Don Toño", "¿Lo registro así?");
    }

    @Test
    void aNoToAnEarlierQuestionIsNoAnswerToTheNext() {
        upToHours();
        tonio.says("lunes a sábado de 6 de la tarde a 2 de la mañana");
        var old = tonio.last().option("No");
        tonio.taps("Sí");
        assertThat(tonio.taps(old).body()).contains("¿Quién más atiende");
    }

    @Test
    void whoeverJoinedATeamMeanwhileIsHelpedThereFromThenOn() {
        PlainYume.fresh();
        upToSummary();
        yume.superuser()
                .execute("update staff_member set phone = '+526641234567' where id = '%s'".formatted(SalonLupita.BETO.value()));
        assertThat(tonio.says("sí").body()).contains("No lo pude registrar").doesNotContain("¿Lo registro así?");
        assertThat(yume.superuser().rows(FLOWS)).containsExactly(List.of("BUSINESS_ONBOARDING", "DROPPED"));
        tonio.says("¿qué tengo hoy?");
        assertThat(yume.superuser().rows("select route from turn order by started_at desc limit 1").getFirst().getFirst())
                .doesNotContain("1 business onboarding");
    }

    @Test
    void theNoticeOfTheNumberSaysHowToGetToTheDashboard() {
        upToHours();
        assertThat(tonio.says("¿y el panel?").body()).contains("cuando tu negocio ya tenga su número",
                "mándame el link del tablero");
        tonio.says("lunes a viernes de 9 a 7, sábados hasta las 3");
        tonio.says("yo nada más");
        tonio.says("sí");
        assertThat(tonio.notices().getLast().body()).contains("“mándame el link del tablero”");
        assertThat(tonio.says("mándame el link del tablero").body()).contains("te mandé el link de tu tablero");
    }

    @Test
    void theSummarySaysWhoManages() {
        upToHours();
        tonio.says("lunes a sábado de 10 a 8");
        assertThat(tonio.says("Lety 5511112222 es la encargada y hace barba").body())
                .contains("Lety, 55 1111 2222: Barba; administra contigo", "¿Lo registro así?");
    }

    private Option oldYes() {
        upToHours();
        assertThat(tonio.says("lunes a sábado de 6 de la tarde a 2 de la mañana").body())
                .contains("¿Cierras pasada la medianoche?");
        var old = tonio.last().option("Sí");
        assertThat(tonio.taps(old).body()).contains("¿Quién más atiende");
        return old;
    }

    @Test
    void theMenuIsCorrectedAsItIsShown() {
        tonio.says("Barbería Don Toño, Tijuana, Toño");
        tonio.says("Barbería Don Toño, Tijuana, Toño");
        tonio.says("corte 30 min $150, barba 20 min $100, tinte 60 min $500");
        assertThat(tonio.says("el tinte es $650").body()).contains("Tinte: $650, 1 h");
        assertThat(tonio.says("quita barba").body()).doesNotContain("Barba").contains("Tinte: $650");
    }

    @Test
    void aServiceWithoutAPriceIsAskedAbout() {
        tonio.says("hola");
        tonio.says("Barbería Don Toño, Tijuana, Toño");
        assertThat(tonio.says("corte 30 min y barba 20 min").body()).contains("sin precio", "¿Cuánto cuesta cada uno?");
        assertThat(tonio.says("corte $150").body()).contains("Corte: $150", "¿Cuánto cuesta Barba?");
        assertThat(tonio.says("100").body()).contains("Barba: $100", "¿Qué días abres");
        assertThat(businesses()).isZero();
    }

    @Test
    void lengthsAreAskedOnceForAll() {
        tonio.says("hola");
        tonio.says("Barbería Don Toño, Tijuana, Toño");
        assertThat(tonio.says("corte 150, barba 100").body()).contains("¿Cuánto dura cada uno?");
        assertThat(tonio.says("30 min todos").body()).contains("Corte: $150, 30 min", "Barba: $100, 30 min", "¿Qué días abres");
    }

    @Test
    void doubtfulHoursAreAskedBack() {
        upToHours();
        assertThat(tonio.says("de 9 a 7").body()).contains("¿Todos los días son esas horas?");
        assertThat(tonio.says("sí").body()).contains("¿Quién más atiende");
    }

    @Test
    void theAreaCodeTellsTheZoneAndTheSummarySaysSo() {
        tonio.says("hola");
        tonio.says("Barbería Don Toño, soy Toño");
        tonio.says("corte 30 min $150");
        tonio.says("lunes a sábado de 9 a 7");
        assertThat(tonio.says("solo yo").body()).contains("hora de Tijuana, por la lada 664 de tu teléfono");
        assertThat(tonio.says("estamos en Hermosillo").body()).contains("Hermosillo, Sonora (hora de Hermosillo)");
    }

    @Test
    void theStateIsAskedForWhereACityNeedsIt() {
        tonio.says("hola");
        assertThat(tonio.says("Barbería Don Toño en Juárez, soy Toño").body()).contains("¿En qué estado está");
        assertThat(tonio.says("Chihuahua").body()).contains("servicios");
    }

    @Test
    void aTeamWithPhonesAndSkills() {
        upToHours();
        tonio.says("lunes a sábado de 10 a 8");
        assertThat(tonio.says("Beto 55 1234 5678 hace barba").body()).contains("Beto, 55 1234 5678: Barba",
                "¿Lo registro así?");
        tonio.says("sí");
        assertThat(yume.superuser().rows("""
                select m.name, m.phone, s.name from staff_member m join staff_skill k on k.staff_id = m.id
                join service s on s.id = k.service_id where m.name = 'Beto'"""))
                .containsExactly(List.of("Beto", "+525512345678", "Barba"));
        assertThat(tonio.notices().getFirst().body()).contains("Beto");
    }

    @Test
    void everythingCanBeCorrectedAtTheSummary() {
        upToSummary();
        assertThat(tonio.says("el sábado cierro a las 5").body()).contains("Sábado: 9:00 a.m. a 5:00 p.m.");
        assertThat(tonio.says("me equivoqué, es Barbería El Rey").body()).contains("Barbería El Rey (barbería)");
        assertThat(tonio.says("agrega a Lety 5511112222").body()).contains("Lety, 55 1111 2222: todo");
        assertThat(tonio.says("Lety hace barba como encargada").body()).contains("Lety, 55 1111 2222: Barba");
        assertThat(tonio.says("quita a Lety").body()).doesNotContain("Lety");
        assertThat(tonio.says("me llamo Antonio Ruiz").body()).contains("Antonio Ruiz");
        assertThat(tonio.says("no").body()).contains("¿Qué cambio?");
        tonio.says("así está perfecto");
        assertThat(yume.superuser().rows("select name from staff_member")).containsExactly(List.of("Antonio Ruiz"));
    }

    @Test
    void anOwnerWhoOnlyManagesIsAskedWhoServes() {
        upToHours();
        tonio.says("diario de 9am a 6pm");
        assertThat(tonio.says("yo no atiendo, solo administro").body()).contains("¿Quién más atiende");
        assertThat(tonio.says("Lety 5511112222 y Mary 5533334444").body()).contains("no atiende clientes", "Lety", "Mary");
    }

    @Test
    void allOfItInOneMessage() {
        assertThat(tonio
                .says("""
                        Hola quiero dar de alta mi negocio Uñas by Karla, estamos en Monterrey y soy Karla Treviño. Hago gelish 300 1 hora, \
                        acrílicas 450 hora y media. Abro lunes a sábado de 10 a 7. Trabajo sola""")
                .body())
                .contains("Uñas by Karla (salón de uñas)", "Monterrey, Nuevo León", "Karla Treviño", "Gelish: $300, 1 h",
                        "Acrílicas: $450, 1 h 30 min", "Lunes a sábado: 10:00 a.m. a 7:00 p.m.", "¿Lo registro así?");
        tonio.says("sí");
        assertThat(businesses()).isEqualTo(1);
    }

    @Test
    void theTypeIsAskedForWhereTheNameDoesNotTell() {
        tonio.says("info");
        tonio.says("Don Toño, Tijuana, Toño");
        assertThat(tonio.last().titles()).containsExactly("Barbería", "Salón de belleza", "Salón de uñas", "Spa", "Otro");
        assertThat(tonio.taps("Spa").body()).contains("servicios");
    }

    @Test
    void somebodyWhoOnlyHasAQuestionIsAnswered() {
        assertThat(tonio.says("¿cuánto cuesta Yume?").body()).contains("no cuesta nada", "¿Cómo se llama tu negocio");
        assertThat(tonio.says("¿qué es esto?").body()).contains("contesto el WhatsApp", "¿Cómo se llama tu negocio");
    }

    @Test
    void aQuestionInTheMiddleIsAnsweredAndThenItGoesOn() {
        upToHours();
        assertThat(tonio.says("oye y cuánto cuesta esto?").body()).contains("no cuesta nada", "¿Qué días abres");
    }

    @Test
    void whoeverWantsToBookIsSentToTheirSalon() {
        assertThat(tonio.says("quiero una cita para mañana").body()).contains("aquí no agendo citas");
        assertThat(yume.superuser().count("select count(*) from flow where active")).isZero();
        upToHours();
        assertThat(tonio.says("quiero una cita").body()).contains("aquí no agendo citas", "¿Qué días abres");
        assertThat(yume.superuser().count("select count(*) from flow where active")).isEqualTo(1);
    }

    @Test
    void startingOverIsAskedAbout() {
        upToHours();
        var asked = tonio.says("quiero empezar de nuevo");
        assertThat(asked.body()).contains("¿Borro lo que llevamos");
        assertThat(asked.titles()).containsExactly("Sí", "No");
        assertThat(tonio.taps("No").body()).contains("seguimos", "¿Qué días abres");
        tonio.says("empezar de cero");
        assertThat(tonio.says("sí").body()).contains("borré todo");
        assertThat(tonio.says("Estética Bella, Puebla, Rosa").body()).contains("Rosa", "servicios");
    }

    @Test
    void whoeverComesBackAfterDaysGoesOnWhereTheyWere() {
        upToHours();
        yume.clock().tick(Duration.ofDays(3));
        assertThat(tonio.says("hola").body()).contains("Íbamos con el registro de tu negocio", "¿Qué días abres");
        assertThat(tonio.says("lunes a sábado de 10 a 8").body()).doesNotContain("Íbamos").contains("¿Quién más atiende");
    }

    @Test
    void aYesToWhatWasShownLongAgoShowsItAgain() {
        upToSummary();
        yume.clock().tick(Duration.ofDays(1));
        assertThat(tonio.says("sí").body()).contains("Íbamos con el registro de tu negocio", "¿Lo registro así?");
        assertThat(businesses()).isZero();
        tonio.says("sí");
        assertThat(businesses()).isEqualTo(1);
    }

    @Test
    void whatIsNotUnderstoodIsAskedAgain() {
        upToHours();
        assertThat(tonio.says("asdf qwer").body()).contains("No te entendí", "¿Qué días abres");
        assertThat(tonio.says("asdf qwer").body()).contains("Sigo sin entenderte");
    }

    @Test
    void whoeverIsOnATeamAlreadyIsNotAskedForABusiness() {
        PlainYume.fresh();
        var beto = yume.phone(SalonLupita.BETOS_PHONE.e164()).to(SalonLupita.CENTRAL_NUMBER);
        assertThat(beto.says("hola").body()).doesNotContain("¿Cómo se llama tu negocio");
    }

    @Test
    void whatDiedAfterFoundingIsToldFromItsRecord() {
        upToSummary();
        yume.superuser().execute("""
                create or replace function lose_reply() returns trigger language plpgsql as
                $$ begin raise exception 'the power went out'; end $$;
                create trigger lose_reply before insert on outbox for each row execute function lose_reply()""");
        try {
            tonio.posts("sí");
            yume.clock().tick(Duration.ofSeconds(10));
            yume.settle();
        } finally {
            yume.superuser().execute("drop trigger lose_reply on outbox");
        }
        assertThat(businesses()).isEqualTo(1);
        for (int at = 0; at < 5; at++) {
            yume.clock().tick(Duration.ofMinutes(1));
            yume.settle();
        }
        assertThat(businesses()).isEqualTo(1);
        assertThat(tonio.replies().getLast().body()).contains("ya está registrado");
        assertThat(tonio.notices()).hasSize(1);
        assertThat(yume.superuser().rows(FLOWS)).containsExactly(List.of("BUSINESS_ONBOARDING", "COMPLETED"));
    }

    private void upToHours() {
        tonio.says("hola");
        tonio.says("Barbería Don Toño, en Tijuana, soy Toño Ruiz");
        tonio.says("corte 30 min $150, barba 20 min $100");
    }

    private void upToSummary() {
        upToHours();
        tonio.says("lunes a viernes de 9 a 7, sábados hasta las 3");
        tonio.says("yo nada más");
    }

    private void found() {
        upToSummary();
        tonio.says("sí");
    }

    /** Besides Yume's own. */
    private long businesses() {
        return yume.superuser().count("select count(*) - 1 from organization");
    }
}
