package mx.yume.assistant.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;

/** Names grow old, and businesses share them only with whoever allows it. */
class NamesByChatTest {

    private static final String PATY = "+525511112222";

    private final PlainYume yume = PlainYume.fresh();
    private final Phone paty = yume.phone(PATY);

    @Test
    void afterNinetyDaysANameIsAskedAgainTogetherWithTheSummary() {
        paty.says("hola, soy Paty López");
        assertThat(paty.says("un corte mañana a las 5 con beto").body()).doesNotContain("¿Sigues siendo");
        paty.says("sí");
        yume.clock().tick(Duration.ofDays(91));
        assertThat(paty.says("un corte mañana a las 5 con beto").body()).startsWith("¿Sigues siendo Paty López?")
                .contains("¿La agendo?");
        paty.says("sí");
        assertThat(confirmedNow()).as("the yes confirmed it").isOne();
        assertThat(paty.says("una barba mañana a las 12").body()).doesNotContain("¿Sigues siendo");
    }

    @Test
    void whoeverHasThePhoneNowSaysTheirOwn() {
        paty.says("hola, soy Paty López");
        yume.clock().tick(Duration.ofDays(91));
        paty.says("un corte mañana a las 5 con beto");
        assertThat(paty.says("no, soy Laura Gil").body()).contains("A nombre de Laura Gil");
        paty.says("sí");
        assertThat(count("select count(*) from person where name = 'Laura Gil'")).isOne();
    }

    @Test
    void aNameToldToAnotherBusinessIsAGuessToBeAskedAbout() {
        toldElsewhere();
        var asked = paty.says("un corte mañana a las 5 con beto");
        assertThat(asked.body()).contains("¿Eres Paty López?").doesNotContain("Zafiro");
        assertThat(asked.titles()).containsExactly("Sí, soy yo", "Otro nombre");
        assertThat(paty.taps("Sí, soy yo").body()).contains("A nombre de Paty López", "¿La agendo?");
        paty.says("sí");
        assertThat(count("select count(*) from appointment where customer_name = 'Paty López'")).isOne();
    }

    @Test
    void aYesInWordsAndANoDoAsWell() {
        toldElsewhere();
        paty.says("un corte mañana a las 5 con beto");
        assertThat(paty.taps("Otro nombre").body()).contains("¿a nombre de quién").doesNotContain("Paty");
        assertThat(paty.says("Laura Gil").body()).contains("A nombre de Laura Gil");
        var other = yume.phone("+525511113333");
        other.says("hola");
        other.says("un corte mañana a las 12 con beto");
        assertThat(other.last().body()).as("nobody else's name").doesNotContain("Paty");
    }

    @Test
    void whoeverDoesNotShareIsAskedLikeAnybody() {
        toldElsewhere();
        assertThat(paty.says("no compartir").body()).contains("ningún otro negocio verá tu nombre");
        assertThat(paty.says("un corte mañana a las 5 con beto").body()).contains("¿a nombre de quién").doesNotContain("Paty");
        assertThat(count("select count(*) from shared_name where name is not null")).isZero();
        paty.says("Paty López");
        paty.says("sí");
        assertThat(count("select count(*) from shared_name where name is not null")).isZero();
    }

    @Test
    void optingOutStopsSharingToo() {
        toldElsewhere();
        paty.says("BAJA");
        assertThat(count("select count(*) from shared_name where name is not null")).isZero();
        assertThat(count("select count(*) from person where opted_out_at is not null")).isOne();
        assertThat(paty.says("BAJA").body()).as("answered once").isEmpty();
        assertThat(paty.says("¿qué servicios tienen?").body()).as("answers still go out").contains("Corte de cabello");
        assertThat(paty.says("ALTA").body()).contains("otra vez te mando avisos");
        assertThat(count("select count(*) from person where opted_out_at is not null")).isZero();
    }

    @Test
    void thePrivacyNoticeSaysSoOnce() {
        assertThat(paty.says("hola").body()).contains("escribe NO COMPARTIR");
        assertThat(paty.says("hola").body()).doesNotContain("NO COMPARTIR");
    }

    /** The name is told here, and then it is as if this business had never heard it. */
    private void toldElsewhere() {
        paty.says("hola, soy Paty López");
        yume.superuser().execute("update person set name = null, name_confirmed_at = null");
        assertThat(count("select count(*) from shared_name where name = 'Paty López'")).isOne();
    }

    private long confirmedNow() {
        return count("select count(*) from person where name_confirmed_at > '" + yume.clock().instant().minusSeconds(60) + "'");
    }

    private long count(String sql) {
        return yume.superuser().count(sql);
    }
}
