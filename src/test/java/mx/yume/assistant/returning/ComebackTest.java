package mx.yume.assistant.returning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.LeftFlows;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.ScriptedModel;

/** What is left for half an hour is taken up where it was; what is left for a week is over. */
class ComebackTest {

    private static final String WELCOME = "¡Hola de nuevo! Íbamos con ";

    private final PlainYume yume = PlainYume.fresh();
    private final Phone paty = yume.phone("+525511110001");

    @Test
    void whoeverComesBackIsToldWhereTheyWereAndGoesOnThere() {
        paty.says("quiero un corte mañana");
        leaveFor(Duration.ofMinutes(45));
        assertThat(flows()).containsExactly("BOOKING COLLECTING_DATETIME COLLECTING_DATETIME abandoned");
        assertThat(paty.says("a las 5").body()).startsWith(WELCOME + "tu cita: Corte de cabello, jueves 14 de enero.")
                .contains("¿Con quién la prefieres?");
        assertThat(flows()).containsExactly("BOOKING COLLECTING_STAFF_PREFERENCE COLLECTING_STAFF_PREFERENCE");
        assertThat(paty.says("con Ana").body()).as("once").doesNotContain(WELCOME);
    }

    @Test
    void lessThanHalfAnHourIsAPause() {
        paty.says("quiero un corte mañana");
        leaveFor(Duration.ofMinutes(29));
        assertThat(flows()).containsExactly("BOOKING COLLECTING_DATETIME COLLECTING_DATETIME");
        assertThat(paty.says("a las 5").body()).doesNotContain(WELCOME);
    }

    @Test
    void aSummaryFromBeforeIsShownAgainBeforeAYesCounts() {
        paty.says("manicure mañana a las 5, soy Paty López");
        leaveFor(Duration.ofHours(1));
        assertThat(paty.says("sí").body()).startsWith(WELCOME + "tu cita: Manicure, jueves 14 de enero, 5:00 p.m.")
                .contains("¿La agendo?");
        assertThat(visits()).isZero();
        assertThat(paty.says("sí").body()).startsWith("¡Listo, Paty!");
        assertThat(visits()).isEqualTo(1);
    }

    @Test
    void theButtonOfASummaryFromBeforeIsNoYesEither() {
        paty.says("manicure mañana a las 5, soy Paty López");
        leaveFor(Duration.ofHours(1));
        assertThat(paty.taps("Sí").body()).contains(WELCOME, "¿La agendo?");
        assertThat(visits()).isZero();
        assertThat(paty.taps("Sí").body()).startsWith("¡Listo, Paty!");
    }

    @Test
    void aTimeThatWasTakenMeanwhileIsNotShownAgain() {
        paty.says("manicure mañana a las 5, soy Paty López");
        leaveFor(Duration.ofHours(1));
        var marta = yume.phone("+525511110002");
        marta.says("manicure mañana a las 5, soy Marta Ruiz");
        assertThat(marta.says("sí").body()).startsWith("¡Listo, Marta!");
        assertThat(paty.says("sí").body()).contains(WELCOME).doesNotContain("¿La agendo?").doesNotContain("¡Listo");
        assertThat(visits()).isEqualTo(1);
    }

    @Test
    void whoeverComesForSomethingElseIsNotReminded() {
        paty.says("quiero un corte mañana");
        leaveFor(Duration.ofHours(2));
        assertThat(paty.says("¿a qué hora abren?").body()).doesNotContain(WELCOME).contains("Nuestro horario");
        leaveFor(Duration.ofHours(2));
        assertThat(paty.says("cancela").body()).doesNotContain(WELCOME);
    }

    @Test
    void theModelsAnswerIsPrecededByTheSameSentence() {
        try (var model = ScriptedModel.start()) {
            var withModel = yume.with(model);
            var marta = withModel.phone("+525511110003");
            model.calls("check_availability", "{\"service\":\"Manicure\",\"from\":\"2027-01-14\",\"to\":\"2027-01-14\"}")
                    .says("¿A qué hora te gustaría tu manicure?");
            marta.says("quisiera que me arreglaran las uñas con manicure mañana");
            withModel.clock().tick(Duration.ofHours(1));
            withModel.settle();
            model.says("Claro, dime qué hora te acomoda.");
            assertThat(marta.says("perdón, me distraje con los niños").body())
                    .startsWith(WELCOME + "tu cita: Manicure, jueves 14 de enero.").contains("dime qué hora te acomoda");
        }
    }

    @Test
    void afterAWeekItIsOverAndThatIsSaidToABareAnswerAlone() {
        paty.says("manicure mañana a las 5, soy Paty López");
        leaveFor(Duration.ofDays(7));
        assertThat(flows()).containsExactly("BOOKING EXPIRED CONFIRMING_SUMMARY abandoned");
        assertThat(paty.says("sí").body()).startsWith("Lo que dejamos pendiente ya venció").doesNotContain(WELCOME);
        assertThat(paty.says("sí").body()).as("once").doesNotContain("ya venció");
        assertThat(visits()).isZero();
    }

    @Test
    void whoeverBeginsAnewAfterAWeekIsToldNothing() {
        paty.says("quiero un corte mañana");
        leaveFor(Duration.ofDays(8));
        assertThat(paty.says("quiero manicure mañana a las 5").body()).doesNotContain("venció").doesNotContain(WELCOME)
                .contains("viernes 22 de enero, 5:00 p.m.");
    }

    @Test
    void staffComeBackToo() {
        var lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164());
        lupita.says("sube el corte a 300");
        assertThat(flows()).containsExactly("CHANGE_PRICE CONFIRMING CONFIRMING");
        leaveFor(Duration.ofHours(1));
        assertThat(lupita.says("sí").body()).startsWith(WELCOME + "el cambio de precio");
        assertThat(price()).isEqualTo(25_000);
        lupita.says("sí");
        assertThat(price()).isEqualTo(30_000);
    }

    @Test
    void aPersonInBetweenLeavesItAsItWas() {
        yume.phone(SalonLupita.LUPITAS_PHONE.e164()).says("hola");
        paty.says("manicure mañana a las 5, soy Paty López");
        leaveFor(Duration.ofHours(1));
        assertThat(paty.says("quiero hablar con una persona").body()).contains("Ya le avisé").doesNotContain(WELCOME);
        paty.says("¿me apartan una silla?");
        paty.says("seguir con yume");
        assertThat(flows()).contains("BOOKING CONFIRMING_SUMMARY CONFIRMING_SUMMARY abandoned");
        assertThat(paty.says("sí").body()).contains(WELCOME, "¿La agendo?");
        assertThat(visits()).isZero();
    }

    @Test
    void sweepsAtOnceMarkEachFlowOnce() {
        for (int person = 0; person < 20; person++) {
            yume.phone("+5255111100%02d".formatted(person)).posts("quiero un corte mañana");
        }
        yume.clock().tick(Duration.ofSeconds(5));
        yume.settle();
        yume.clock().tick(Duration.ofMinutes(40));
        var sweeps = List.of(sweep(), sweep(), sweep(), sweep());
        var marked = Uni.join().all(sweeps).andFailFast().await().atMost(Duration.ofSeconds(30));
        assertThat(marked.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
    }

    @Test
    void aNumberThatIsWaitedForIsNeitherLeftNorOver() {
        paty.says("quiero un corte mañana");
        yume.superuser().execute("update flow set kind = 'BUSINESS_ONBOARDING', state = 'PROVISIONING_NUMBER'");
        leaveFor(Duration.ofDays(30));
        assertThat(flows()).containsExactly("BUSINESS_ONBOARDING PROVISIONING_NUMBER COLLECTING_DATETIME");
    }

    private Uni<Integer> sweep() {
        return yume.the(LeftFlows.class).sweep(yume.clock().instant());
    }

    private void leaveFor(Duration time) {
        yume.clock().tick(time);
        yume.settle();
    }

    private List<String> flows() {
        return yume.superuser().rows("""
                select kind, state, last_active_state, case when abandoned_at is null then '' else 'abandoned' end
                from flow order by started_at, id""").stream().map(row -> String.join(" ", row).strip()).toList();
    }

    private long visits() {
        return yume.superuser().count("select count(*) from appointment");
    }

    private long price() {
        return yume.superuser().count("select price_centavos from service where name = 'Corte de cabello'");
    }
}
