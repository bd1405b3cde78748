package mx.yume.assistant.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import mx.yume.assistant.tools.Tap;
import mx.yume.business.ServiceId;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Choices;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Text;

class BodiesTest {

    @Test
    void fewShortOptionsAreButtonsAndTheRestIsAList() {
        assertThat(Bodies.choice("¿?", "Ver", options(3))).isInstanceOf(Buttons.class);
        assertThat(Bodies.choice("¿?", "Ver", options(4))).isInstanceOf(Choices.class);
        assertThat(Bodies.choice("¿?", "Ver", options(12)).options()).hasSize(10);
        assertThat(Bodies.choice("¿?", "Ver", List.of(new Option("a", "Más de veinte letras seguro"))))
                .isInstanceOf(Choices.class);
        assertThat(Bodies.choice("¿?", "Ver", List.of())).isEqualTo(new Text("¿?"));
    }

    @Test
    void aLongNameIsCutAtAWordAndWholeBelow() {
        var long1 = "Tratamiento de keratina brasileña con masaje";
        var row = Bodies.choice("¿?", "Ver", List.of(Bodies.row(new Tap.OfService(ServiceId.next()), long1, "$900"))).options()
                .getFirst();
        assertThat(row.title()).isEqualTo("Tratamiento de keratina…").hasSizeLessThanOrEqualTo(24);
        assertThat(row.description()).startsWith(long1);
    }

    @Test
    void noCharacterIsCutInTwo() {
        var emoji = "💈".repeat(20);
        for (int most = 3; most < 20; most++) {
            var cut = Bodies.cut(emoji, most);
            assertThat(cut.length()).isLessThanOrEqualTo(most);
            assertThat(cut.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2).isZero();
        }
    }

    @Test
    void everyBodyStaysInsideItsBound() {
        var body = "a ".repeat(4000);
        assertThat(Bodies.text(body).body()).hasSizeLessThanOrEqualTo(OutboundContent.MAX_BODY);
        assertThat(Bodies.prefixed(body, "\n", List.of(new Text("b"))).getFirst().body())
                .hasSizeLessThanOrEqualTo(OutboundContent.MAX_BODY);
    }

    @Test
    void whatComesBeforeKeepsTheOptions() {
        var buttons = Bodies.choice("¿Sí?", "Ver", options(2));
        assertThat(Bodies.prefixed("Ojo.", " ", List.of(buttons))).containsExactly(new Buttons("Ojo. ¿Sí?", buttons.options()));
        var list = Bodies.choice("¿Cuál?", "Ver", options(5));
        assertThat(Bodies.together(List.of(new Text("Ojo."), list)))
                .containsExactly(new Choices("Ojo.\n\n¿Cuál?", "Ver", list.options()));
        assertThat(Bodies.together(List.of(list))).containsExactly(list);
        assertThat(Bodies.prefixed("Ojo.", " ", List.of())).isEmpty();
    }

    private static List<Option> options(int count) {
        return IntStream.range(0, count).mapToObj(at -> new Option("o" + at, "Opción " + at)).toList();
    }
}
