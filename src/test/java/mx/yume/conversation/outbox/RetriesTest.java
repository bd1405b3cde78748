package mx.yume.conversation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class RetriesTest {

    @Test
    void theWaitDoublesUpToAnHour() {
        assertThat(Retries.after(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Retries.after(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(Retries.after(5)).isEqualTo(Duration.ofSeconds(32));
        assertThat(Retries.after(12)).isEqualTo(Duration.ofHours(1));
        assertThat(Retries.after(1000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void itGivesUpAfterTwelveTries() {
        assertThat(Retries.exhausted(11)).isFalse();
        assertThat(Retries.exhausted(12)).isTrue();
    }
}
