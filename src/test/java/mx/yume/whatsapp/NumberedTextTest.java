package mx.yume.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Choices;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Text;

class NumberedTextTest {

    @Test
    void plainTextStaysAsItIs() {
        assertThat(NumberedText.of(new Text("¡Hola! {nombre} <b>"), 1600)).isEqualTo("¡Hola! {nombre} <b>");
    }

    @Test
    void optionsAreNumberedInTheOrderOffered() {
        var content = new Buttons("¿Confirmas tu cita?", List.of(new Option("yes", "Sí, confirmar"), new Option("no", "No")));

        assertThat(NumberedText.of(content, 1600)).isEqualTo("""
                ¿Confirmas tu cita?

                1. Sí, confirmar
                2. No

                Responde con el número de tu opción.""");
    }

    @Test
    void descriptionsFollowTheirTitle() {
        var content = new Choices("¿Qué servicio?", "Ver servicios", List.of(new Option("s:1", "Gelish", "60 min · $320"),
                new Option("s:2", "Peinado")));

        assertThat(NumberedText.of(content, 1600)).contains("1. Gelish · 60 min · $320\n2. Peinado");
    }

    @Test
    void aTextTooLongEndsAtAWordWithAnEllipsis() {
        var text = NumberedText.of(new Text("palabra ".repeat(300)), 1600);

        assertThat(text).hasSizeLessThanOrEqualTo(1600).endsWith("palabra…");
    }

    @Test
    void anEmojiIsNeverCutInTwo() {
        for (int limit = 100; limit < 104; limit++) {
            var text = NumberedText.of(new Text("💅".repeat(2000)), limit);

            assertThat(text).hasSizeLessThanOrEqualTo(limit).matches("(💅)+…");
        }
    }

    @Test
    void whatCanBeChosenIsWholeHoweverLongTheBody() {
        var rows = IntStream.range(0, 10)
                .mapToObj(at -> new Option("row:" + at, "t".repeat(23) + at, "d".repeat(72))).toList();

        var text = NumberedText.of(new Choices("b".repeat(4096), "Ver", rows), 1600);

        assertThat(text).hasSizeLessThanOrEqualTo(1600).contains("10. " + "t".repeat(23) + "9 · " + "d".repeat(72));
    }
}
