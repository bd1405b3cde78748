package mx.yume.assistant.model.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import mx.yume.testing.SettableClock;

class CircuitTest {

    private final SettableClock clock = new SettableClock();
    private final Circuit circuit = new Circuit(clock, 3, Duration.ofSeconds(30));

    @Test
    void failuresInARowLetTheEndpointRest() {
        fail(2);
        assertThat(circuit.allows()).isTrue();
        fail(1);
        assertThat(circuit.allows()).isFalse();
        clock.tick(Duration.ofSeconds(29));
        assertThat(circuit.allows()).isFalse();
    }

    @Test
    void aSuccessForgivesWhatWasBefore() {
        fail(2);
        circuit.succeeded();
        fail(2);
        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void afterTheRestOneTriesAndTheOthersWait() {
        fail(3);
        clock.tick(Duration.ofSeconds(30));
        assertThat(circuit.allows()).isTrue();
        assertThat(circuit.allows()).isFalse();
        circuit.succeeded();
        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void aFailureAfterTheRestIsEnoughForAnother() {
        fail(3);
        clock.tick(Duration.ofSeconds(30));
        assertThat(circuit.allows()).isTrue();
        fail(1);
        clock.tick(Duration.ofSeconds(29));
        assertThat(circuit.allows()).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            circuit.failed();
        }
    }
}
