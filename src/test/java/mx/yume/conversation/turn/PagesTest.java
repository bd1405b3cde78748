package mx.yume.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Choices;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.whatsapp.NumberedText;

class PagesTest {

    private static final int TWILIO = 1600;
    private static final String LONG = IntStream.rangeClosed(1, 60).mapToObj("• Servicio número %d: $150, 30 min"::formatted)
            .collect(Collectors.joining("\n"));

    @Test
    void whatFitsStaysOneMessage() {
        var message = new Buttons("a".repeat(1400), List.of(new Option("yes", "Sí")));
        assertThat(Pages.of(List.of(message))).containsExactly(message);
    }

    @Test
    void aLongBodyGoesOnBetweenLinesWithTheOptionsBelowTheLast() {
        var options = List.of(new Option("yes", "Sí, registrarlo"), new Option("change", "Cambiar algo"));
        var pages = Pages.of(List.of(new Buttons(LONG, options)));
        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages.stream().map(OutboundContent::body).collect(Collectors.joining("\n"))).isEqualTo(LONG);
        assertThat(pages.getFirst().options()).isEmpty();
        assertThat(pages.getLast().options()).isEqualTo(options);
        assertThat(pages).allSatisfy(page -> assertThat(NumberedText.of(page, TWILIO)).startsWith(page.body()));
    }

    @Test
    void aListTakesTheRoomOfItsRows() {
        var rows = IntStream.rangeClosed(1, 10)
                .mapToObj(at -> new Option("row:" + at, "t".repeat(24), "d".repeat(72))).toList();
        var pages = Pages.of(List.of(new Choices(LONG, "Ver", rows)));
        assertThat(pages.getLast().options()).hasSize(10);
        assertThat(pages).allSatisfy(page -> assertThat(NumberedText.of(page, TWILIO)).startsWith(page.body()));
    }

    @Test
    void aLineThatIsTooLongIsBrokenAtASpaceOrElseWhole() {
        assertThat(Pages.of(List.of(new Text("palabra ".repeat(300).strip())))).extracting(OutboundContent::body)
                .allMatch(body -> body.length() <= Pages.MOST && body.endsWith("palabra"));
        var smileys = Pages.of(List.of(new Text("a" + "😀".repeat(1000))));
        assertThat(smileys.stream().map(OutboundContent::body).collect(Collectors.joining()))
                .isEqualTo("a" + "😀".repeat(1000));
        assertThat(smileys).noneMatch(page -> Character.isLowSurrogate(page.body().charAt(0)));
    }
}
