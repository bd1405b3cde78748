package mx.yume.scheduling.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class VisitStageTest {

    private static final Path DRAWING = Path.of("docs/scheduling.md");
    private static final Pattern ARROW = Pattern.compile("^ {4}(\\w+) --> (\\w+): (\\w+)$", Pattern.MULTILINE);

    @Test
    void whatIsNotDrawnIsRefusedAndWhatIsDrawnLeadsThere() throws IOException {
        var drawn = drawing();
        for (var stage : VisitStage.values()) {
            for (var step : Step.values()) {
                assertThat(stage.after(step)).as("%s in %s", step, stage)
                        .isEqualTo(Optional.ofNullable(drawn.getOrDefault(stage, Map.of()).get(step)));
            }
        }
    }

    @Test
    void nothingLeavesWhatIsClosedOrCancelled() {
        for (var step : Step.values()) {
            assertThat(VisitStage.CLOSED.after(step)).isEmpty();
            assertThat(VisitStage.CANCELLED.after(step)).isEmpty();
        }
    }

    @Test
    void everyStageSaysInSpanishWhyNot() {
        for (var stage : VisitStage.values()) {
            assertThat(stage.sentence()).isNotBlank().endsWith(".");
        }
    }

    private static Map<VisitStage, Map<Step, VisitStage>> drawing() throws IOException {
        var drawn = new EnumMap<VisitStage, Map<Step, VisitStage>>(VisitStage.class);
        ARROW.matcher(Files.readString(DRAWING)).results().forEach(arrow -> drawn
                .computeIfAbsent(VisitStage.valueOf(arrow.group(1)), from -> new TreeMap<>())
                .put(Step.valueOf(arrow.group(3)), VisitStage.valueOf(arrow.group(2))));
        assertThat(drawn).isNotEmpty();
        return drawn;
    }
}
