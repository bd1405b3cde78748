package mx.yume.conversation.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.testing.ManyMonths;
import mx.yume.testing.SalonLupita;

/** A voice note is found where the messages of its turn lie. */
class VoiceNotePlanTest {

    private final ManyMonths months = ManyMonths.shared();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatItSaysIsKeptWithoutLookingElsewhere(boolean generic) {
        var message = months.one("select id from inbound_message where turn_id = '" + months.turn() + "'");
        assertThat(
                months.plan(generic, VoiceNotes.HEARD, SalonLupita.ID, message, months.turn(), "quiero un corte").partitions())
                .containsExactly("inbound_message_20270101");
    }
}
