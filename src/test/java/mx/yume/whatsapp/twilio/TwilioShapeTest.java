package mx.yume.whatsapp.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Choices;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Text;

class TwilioShapeTest {

    private static final List<Option> YES_NO = List.of(new Option("yes", "Sí"), new Option("no", "No"));

    private static TwilioShape shape(OutboundContent content) {
        return TwilioShape.of(content).orElseThrow();
    }

    @Test
    void everyLineIsAVariableOfItsOwn() {
        var shape = shape(new Buttons("Corte con Beto\n\nEl lunes\r\na las 5", YES_NO));

        assertThat(shape.definition().at("/types/twilio~1quick-reply/body").asText()).isEqualTo("{{1}}\n\n{{2}}\n{{3}}");
        assertThat(shape.values()).containsExactly("Corte con Beto", "El lunes", "a las 5", "Sí", "yes", "No", "no");
        assertThat(shape.name()).isEqualTo("yume_quick_2_1011");
    }

    @Test
    void messagesOfOneShapeShareItsDefinition() {
        assertThat(shape(new Buttons("hola", YES_NO)).definition())
                .isEqualTo(shape(new Buttons("adiós", List.of(new Option("a", "Ana"), new Option("b", "Beto")))).definition());
    }

    @Test
    void whatTwilioDoesNotTakeInAVariableIsFolded() {
        var values = shape(new Buttons("uno\tdos       tres\n \t \ncuatro", YES_NO)).values();

        assertThat(values.subList(0, 2)).containsExactly("uno dos tres", "cuatro");
        assertThat(values).noneMatch(value -> value.isBlank() || value.matches("(?s).*(?:[\\r\\n\\t]| {5,}).*"));
    }

    @Test
    void rowsWithoutADescriptionHaveNone() {
        var shape = shape(new Choices("¿Cuál?", "Ver", List.of(new Option("1", "Corte", "45 min"), new Option("2", "Otro"))));

        assertThat(shape.name()).isEqualTo("yume_list_10_1");
        assertThat(shape.definition().at("/types/twilio~1list-picker/items/0/description").asText()).isEqualTo("{{5}}");
        assertThat(shape.definition().at("/types/twilio~1list-picker/items/1").has("description")).isFalse();
        assertThat(shape.definition().get("variables").size()).isEqualTo(shape.values().size());
    }

    @Test
    void whatWhatsAppWouldRefuseHasNoShape() {
        assertThat(TwilioShape.of(new Text("hola"))).isEmpty();
        assertThat(TwilioShape.of(new Buttons("a".repeat(1025), YES_NO))).as("too long").isEmpty();
        assertThat(TwilioShape.of(new Buttons("x\n".repeat(21), YES_NO))).as("too many lines").isEmpty();
        assertThat(TwilioShape.of(new Buttons("x", List.of(new Option("1", "Ana"), new Option("2", "Ana"))))).as("one title")
                .isEmpty();
        assertThat(TwilioShape.of(new Choices("x", "Ver", List.of(new Option("1", "Ana"), new Option("1", "Eva")))))
                .as("one id")
                .isEmpty();
    }
}
