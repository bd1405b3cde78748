package mx.yume.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Choices;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Text;

class OutboundContentTest {

    private static final Option YES = new Option("yes", "Sí");

    @Test
    void nothingOutsideWhatsAppsBoundsCanBeMade() {
        assertRefused(() -> new Text(" "));
        assertRefused(() -> new Text("a".repeat(4097)));
        assertRefused(() -> new Buttons("¿Va?", List.of()));
        assertRefused(() -> new Buttons("¿Va?", Collections.nCopies(4, YES)));
        assertRefused(() -> new Buttons("¿Va?", List.of(new Option("yes", "a".repeat(21)))));
        assertRefused(() -> new Choices("¿Cuál?", "Ver", Collections.nCopies(11, YES)));
        assertRefused(() -> new Choices("¿Cuál?", "Ver", List.of(new Option("yes", "a".repeat(25)))));
        assertRefused(() -> new Option("", "Sí"));
        assertRefused(() -> new Option("a".repeat(201), "Sí"));
        assertRefused(() -> new Option("yes", "Sí", "a".repeat(73)));
    }

    @Test
    void theBoundsThemselvesAreFine() {
        assertThat(new Text("a".repeat(4096)).options()).isEmpty();
        assertThat(new Buttons("¿Va?", Collections.nCopies(3, new Option("yes", "a".repeat(20)))).options()).hasSize(3);
        assertThat(new Choices("¿Cuál?", "Ver", Collections.nCopies(10, new Option("x", "a".repeat(24), "b".repeat(72))))
                .options()).hasSize(10);
    }

    private static void assertRefused(Runnable making) {
        assertThatThrownBy(making::run).isInstanceOf(IllegalArgumentException.class);
    }
}
