package mx.yume.assistant.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftTest {

    @ParameterizedTest
    @CsvSource({"muévela media hora más tarde,PT30M", "Una hora antes,PT-1H", "hora y media después,PT1H30M",
            "45 minutos más temprano,PT-45M", "2 horas despues,PT2H", "un cuarto de hora mas tarde,PT15M"})
    void aDistanceIsCountedForwardsOrBackwards(String text, Duration distance) {
        assertThat(Shift.of(text)).contains(distance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a las 6", "más tarde", "llego una hora antes de abrir", "dura una hora", ""})
    void otherWordsAreNoDistance(String text) {
        assertThat(Shift.of(text)).isEmpty();
    }
}
