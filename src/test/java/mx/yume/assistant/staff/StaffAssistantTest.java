package mx.yume.assistant.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.InboundKind;
import mx.yume.conversation.OutboundContent;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;

class StaffAssistantTest {

    private final PlainYume yume = PlainYume.fresh();
    private final Phone lupita = yume.phone("+525510000001");
    private final Phone beto = yume.phone("+525510000003");

    @Test
    void aGreetingSaysWhatTheyMayAskFor() {
        assertThat(lupita.says("hola").body()).contains("Lupita", "¿Qué tengo hoy?", "Sube el corte");
        assertThat(beto.says("buenas").body()).contains("Bloquea mañana").doesNotContain("Sube el corte", "¿Cómo voy");
    }

    @Test
    void whoIsNotUnderstoodSeesExamplesThenAListThenWhoCanHelp() {
        assertThat(beto.says("asdf qwer").body()).contains("No te entendí", "Bloquea mañana");
        var list = beto.says("zxcv zxcv");
        assertThat(list.body()).contains("Sigo sin entenderte");
        assertThat(list.titles()).contains("Mi agenda de hoy").doesNotContain("Cambiar un precio");
        assertThat(beto.says("uiop ñlkj").body()).contains("pídele ayuda a Lupita");
        assertThat(beto.taps("Mi agenda de hoy").body()).isNotBlank().doesNotContain("No te entendí", "ya no está disponible");
        assertThat(beto.says("asdf qwer").body()).contains("No te entendí", "Bloquea mañana");
    }

    @Test
    void inTheMiddleOfAnOrderTheQuestionIsAskedAgain() {
        lupita.says("cambia el precio del corte");
        assertThat(lupita.says("asdf").body()).contains("No te entendí", "¿Qué le cambio a Corte de cabello");
        assertThat(lupita.says("qwer").body()).contains("Sigo sin entenderte", "¿Qué le cambio");
        assertThat(lupita.says("300").body()).contains("$250 → $300");
    }

    @Test
    void aQuestionInTheMiddleIsAnsweredAndTheOrderGoesOn() {
        lupita.says("sube el corte a 300");
        assertThat(lupita.says("¿cómo voy este mes?").body()).contains("no hay citas", "$250 → $300");
        assertThat(lupita.says("sí").body()).contains("cuesta $300");
    }

    @Test
    void aLateYesOnlySeesAgainWhatItWasAbout() {
        lupita.says("sube el corte a 300");
        yume.clock().tick(Duration.ofMinutes(40));
        assertThat(lupita.says("sí").body()).contains("$250 → $300").doesNotContain("No te entendí");
        assertThat(lupita.says("sí").body()).contains("cuesta $300");
    }

    @Test
    void aButtonThatIsBoundToNoQuestionAgreesToNothing() {
        lupita.says("sube el corte a 300");
        assertThat(lupita.taps(new OutboundContent.Option("yes", "Sí")).body()).contains("$250 → $300");
        assertThat(lupita.says("sí").body()).contains("cuesta $300");
    }

    @Test
    void whatIsNoTextIsAnsweredShortlyOrNot() {
        assertThat(lupita.sends(InboundKind.IMAGE).body()).contains("No puedo ver fotos");
        assertThat(lupita.sends(InboundKind.STICKER)).isEqualTo(Phone.Message.NONE);
        assertThat(lupita.says("gracias").body()).isEqualTo("De nada. Aquí sigo.");
        assertThat(lupita.says("olvídalo").body()).isEqualTo("Va. ¿Qué necesitas?");
    }
}
