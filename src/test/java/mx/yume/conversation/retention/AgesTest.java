package mx.yume.conversation.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.runtime.StartupEvent;
import mx.yume.platform.StartRefused;
import mx.yume.testing.PlainYume;

class AgesTest {

    private static final Instant NOW = Instant.parse("2028-02-29T12:00:00Z");

    @Test
    void messagesAreKeptForTwoYearsAndTracesForThirtyDays() {
        var ages = PlainYume.shared().the(Ages.class);
        assertThatCode(() -> ages.check(new StartupEvent())).doesNotThrowAnyException();
        assertThat(ages.messages(NOW)).isEqualTo("2026-02-28T12:00:00Z");
        assertThat(ages.traces(NOW)).isEqualTo("2028-01-30T12:00:00Z");
        assertThat(ages.receipts(NOW)).isEqualTo("2028-01-25T12:00:00Z");
        assertThat(ages.failedJobs(NOW)).isEqualTo("2027-12-01T12:00:00Z");
    }

    @Test
    void anInstallationMaySayOtherwise() {
        var ages = with("yume.retention.trace-days", 7);
        assertThat(ages.traces(NOW)).isEqualTo("2028-02-22T12:00:00Z");
        assertThat(ages.messages(NOW)).isEqualTo("2026-02-28T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"message-months,0,1", "trace-days,-1,1", "receipt-days,7,8", "failed-job-days,0,1"})
    void whatWouldDeleteWhatIsInUseIsRefusedAtTheStart(String name, int set, int fewest) {
        var ages = with("yume.retention." + name, set);
        assertThatThrownBy(() -> ages.check(new StartupEvent())).isInstanceOf(StartRefused.class)
                .hasMessage("yume.retention." + name + " is " + set + ": set it to " + fewest + " or more.");
    }

    private static Ages with(String name, int value) {
        return PlainYume.shared().with(Map.of(name, Integer.toString(value))).the(Ages.class);
    }
}
