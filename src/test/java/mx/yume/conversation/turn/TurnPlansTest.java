package mx.yume.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.conversation.MessageSpan;
import mx.yume.testing.ManyMonths;
import mx.yume.testing.SalonLupita;

/** What a turn costs must not grow with how long a business has been with Yume: it looks where its messages lie, and nowhere else. */
class TurnPlansTest {

    private static final String THIS_MONTH = "inbound_message_20270101";
    private static final String ANOTHER_TURN = "01900000-0000-7000-8000-000000000001";

    private final ManyMonths months = ManyMonths.shared();
    private final MessageSpan waiting = MessageSpan.of(ManyMonths.NOW.toInstant(), ManyMonths.NOW.toInstant());

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWaitsIsLookedForSinceTheConversationWaits(boolean generic) {
        assertThat(months.plan(generic, Turns.OPEN, SalonLupita.ID, months.conversation(), ANOTHER_TURN, 7, ManyMonths.NOW,
                waiting.from(), waiting.until()).partitions()).containsExactly(THIS_MONTH);
        assertThat(months.plan(generic, Turns.FREEZE, SalonLupita.ID, months.conversation(), ANOTHER_TURN, ManyMonths.NOW,
                ManyMonths.NOW).partitions()).containsExactly(THIS_MONTH);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theMessagesOfATurnAreReadByItsIndexWhereTheyLie(boolean generic) {
        var first = months.one("select first_received_at from turn");
        var plan = months.plan(generic, Turns.MESSAGES, SalonLupita.ID, months.conversation(), months.turn(), first, first);
        assertThat(plan.partitions()).containsExactly(THIS_MONTH);
        assertThat(plan.text()).containsPattern("Index Scan using " + THIS_MONTH).doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRateOfASenderIsCountedInThePresent(boolean generic) {
        assertThat(months.plan(generic, Turns.ABOUT, SalonLupita.ID, months.conversation(), ManyMonths.NOW.minusMinutes(1),
                waiting.until(), UUID.randomUUID()).partitions()).containsExactly(THIS_MONTH);
    }
}
