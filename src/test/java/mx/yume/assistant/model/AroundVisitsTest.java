package mx.yume.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.ScriptedModel;

/** The customer's tools around a visit, called by a model. */
class AroundVisitsTest {

    private static final String WAIT = "{\"services\":[\"Corte de cabello\"],\"from\":\"2027-01-15\",\"to\":\"2027-01-15\",\"customer_name\":\"Paty\"}";

    private final ScriptedModel model = ScriptedModel.start();
    private final PlainYume fresh = PlainYume.fresh();
    private final PlainYume yume = fresh.with(model);
    private final Phone paty = yume.phone("+525511112222");

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void waitingForATimeIsShownFirstAndJoinedAfterTheYes() {
        model.calls("join_waitlist", WAIT);
        var shown = paty.says("avísame si se desocupa algo el viernes para corte, soy Paty");
        assertThat(shown.body()).contains("viernes 15 de enero");
        assertThat(yume.superuser().count("select count(*) from waitlist_entry")).isZero();
        model.calls("join_waitlist", WAIT);
        paty.says("sí");
        assertThat(yume.superuser().count("select count(*) from waitlist_entry")).isEqualTo(1);
        assertThat(model.left()).isZero();
    }

    @Test
    void aRatingOutOfBoundsIsTheModelsMistakeAndOneWithoutAVisitIsExplained() {
        model.calls("rate_visit", "{\"rating\":9}").calls("rate_visit", "{\"rating\":5}").says("¿Qué te gustaría hacer?");
        assertThat(paty.says("les pongo cinco estrellotas la neta").body()).contains("¿Qué te gustaría hacer?");
        assertThat(model.requests().getLast().said("tool").getFirst()).isEqualTo("El argumento rating va del 1 al 5.");
        assertThat(yume.superuser().count("select count(*) from effect")).isZero();
    }

    @Test
    void askingForAPersonTellsThemAndIsToldInYumesWords() {
        model.calls("handoff_to_human", "{\"reason\":\"quiere un reembolso\"}");
        var answer = paty.says("me cobraron de más y nadie me resuelve nada");
        assertThat(answer.body()).isNotBlank();
        assertThat(yume.superuser().rows("select assistant from turn")).containsExactly(List.of("model"));
        assertThat(yume.superuser().count("select count(*) from handoff")).isEqualTo(1);
    }
}
