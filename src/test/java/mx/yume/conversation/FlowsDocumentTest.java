package mx.yume.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlowsDocumentTest {

    @Test
    void theDrawingsAreOfTheTablesThatAreUsed() throws IOException {
        var drawn = FlowsDocument.drawn(Files.readString(FlowsDocument.FILE));
        assertThat(drawn)
                .as("between the marks of %s there should be, as FlowsDocument.main writes it:%n%s", FlowsDocument.FILE,
                        FlowsDocument.drawings())
                .isEqualTo(FlowsDocument.drawings());
    }

    /** What makes one frame enough for each: inside it anything may follow anything, and nothing else is allowed than is drawn. */
    @ParameterizedTest
    @EnumSource(FlowKind.class)
    void theFrameTellsTheWholeTable(FlowKind kind) {
        var table = Transitions.of(kind);
        for (var from : FlowState.values()) {
            var active = from == FlowState.INITIATED || table.steps().contains(from);
            var expected = new HashSet<FlowState>();
            if (active) {
                expected.addAll(table.steps());
                expected.add(FlowState.DROPPED);
                expected.add(FlowState.EXPIRED);
            }
            if (table.before().contains(from)) {
                expected.add(table.done());
            }
            for (var to : FlowState.values()) {
                assertThat(Transitions.allowed(kind, from, to)).as("%s: %s → %s", kind, from, to)
                        .isEqualTo(expected.contains(to));
            }
        }
    }
}
