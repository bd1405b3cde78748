package mx.yume.conversation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Meta refuses what breaks these rules when a template is submitted, or when it is sent. */
class TemplateTest {

    private static final Pattern TWO_TOGETHER = Pattern.compile("}}\\s*\\{\\{");

    /** The words around a code are Meta's own. */
    @ParameterizedTest
    @EnumSource(value = Template.class, mode = Mode.EXCLUDE, names = "BOOKING_CODE")
    void noVariableStandsAtTheBeginningAtTheEndOrBesideAnother(Template template) {
        assertThat(template.body()).doesNotStartWith("{{").doesNotEndWith("}}").doesNotContainPattern(TWO_TOGETHER)
                .doesNotContain("\n").hasSizeLessThanOrEqualTo(Template.MOST);
        assertThat(template.variables()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void buttonsAreThreeOfTwentyCharactersAtMost(Template template) {
        assertThat(template.buttons()).hasSizeLessThanOrEqualTo(3)
                .allSatisfy(title -> assertThat(title).isNotBlank().hasSizeLessThanOrEqualTo(20));
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void whateverIsFilledInItStaysWithinTheBound(Template template) {
        var values = new HashMap<String, String>();
        template.variables().forEach(name -> values.put(name, "😀".repeat(700)));
        assertThat(template.filled(template.fitting(values))).hasSizeLessThanOrEqualTo(Template.MOST)
                .doesNotContain("{{").doesNotContainPattern("[\\ud800-\\udbff](?![\\udc00-\\udfff])");
    }

    @Test
    void valuesAreOneLineAndNeverEmpty() {
        var values = Template.STAFF_NOTICE
                .fitting(Map.of("business", "  ", "notice", "Nueva cita\n\n Paty\t {{business}} $1      fin"));
        assertThat(values).containsEntry("business", "–").containsEntry("notice", "Nueva cita · Paty {{business}} $1 fin");
        assertThat(Template.STAFF_NOTICE.filled(values)).as("what people write is never a variable")
                .isEqualTo(
                        "🔔 Aviso de –: Nueva cita · Paty {{business}} $1 fin. Para ver la agenda, responde a este mensaje.");
    }

    @Test
    void aMissingOrAnUnknownValueIsAMistake() {
        assertThatThrownBy(() -> Template.MAGIC_LINK.fitting(Map.of())).hasMessageContaining("[link]");
        assertThatThrownBy(() -> Template.MAGIC_LINK.fitting(Map.of("link", "x", "name", "y")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachTextHasAHashOfItsOwn() {
        assertThat(java.util.Arrays.stream(Template.values()).map(Template::contentHash).distinct())
                .hasSize(Template.values().length).allSatisfy(hash -> assertThat(hash).hasSize(32));
    }
}
