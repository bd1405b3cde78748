package mx.yume.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.testing.ManyMonths;
import mx.yume.testing.SalonLupita;

/** Whoever reads what was said looks into two months at most, and into the day of a trace. */
class MessagePlansTest {

    private final ManyMonths months = ManyMonths.shared();
    private final MessageSpan lately = MessageSpan.before(ManyMonths.NOW.toInstant());

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAssistantRemembersWhatWasSaidLately(boolean generic) {
        assertThat(months.plan(generic, Memory.LAST, SalonLupita.ID, months.conversation(), months.turn(), 20, lately.from(),
                lately.until()).partitions()).containsExactly("inbound_message_20261201", "inbound_message_20270101");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTranscriptIsOfWhatWasSaidLately(boolean generic) {
        assertThat(months.plan(generic, Transcripts.SAID, SalonLupita.ID, months.conversation(), 100, lately.from(),
                lately.until()).partitions()).containsExactly("inbound_message_20261201", "inbound_message_20270101");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTraceIsReadFromTheDayOfItsTurn(boolean generic) {
        assertThat(months.plan(generic, Transcripts.TURNS_OF, SalonLupita.ID, months.conversation(), 20).partitions())
                .containsExactly("turn_trace_20270113");
    }

    /** However the months fall. */
    @ParameterizedTest
    @ValueSource(strings = {"2027-03-01T00:00:00Z", "2027-02-28T23:59:59Z", "2027-03-31T12:00:00Z", "2028-03-01T00:00:00Z"})
    void fourWeeksLieInTwoMonths(String moment) {
        var span = MessageSpan.before(Instant.parse(moment));
        assertThat(ChronoUnit.MONTHS.between(YearMonth.from(span.from()), YearMonth.from(span.until()))).isLessThanOrEqualTo(1);
    }
}
