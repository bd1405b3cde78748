package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.FakeMeta;

/** Over Meta, where what is answered has buttons and lists, and everything sent has the form that Meta takes. */
@QuarkusTest
class MetaGuidedBookingJourneyTest extends GuidedBookingJourney {

    private static final String TONO = "+525511114444";

    @Inject
    FakeMeta meta;

    @Override
    Door door() {
        return new MetaDoor();
    }

    @Override
    void breakNextSend() {
        meta.answerNext(503, "");
    }

    @BeforeEach
    void reset() {
        meta.reset();
    }

    @AfterEach
    void everythingHadMetasForm() {
        assertThat(meta.refused()).isEmpty();
        assertThat(meta.sent()).isNotEmpty();
        assertThat(yume
                .count("select count(*) from outbox where channel <> 'meta' or status not in ('sent', 'pending', 'dropped')"))
                .isZero();
    }

    @Test
    void aNewCustomerBooksByTaps() {
        var tono = Chat.withSalon(yume, door(), TONO);
        tono.says("hola");
        tono.taps("Pedicure");
        tono.taps(tono.last().options().getFirst().title());
        tono.says("Toño Ruiz");
        tono.taps("Sí");
        assertThat(tono.messagesSaid()).isLessThanOrEqualTo(6);
        assertThat(yume.rows("select customer_name, status, origin from appointment"))
                .containsExactly(List.of("Toño Ruiz", "confirmed", "real"));
        assertThat(meta.sent()).extracting(FakeMeta.Sent::type).contains("interactive");
    }

    @Test
    void everythingSentIsKnownByItsOwnIdAndMetas() {
        Chat.withSalon(yume, door(), TONO).says("hola");
        var row = yume.rows("select id, provider_message_id from outbox").getFirst();
        assertThat(meta.sent()).singleElement().satisfies(
                sent -> assertThat(sent.message().getString("biz_opaque_callback_data")).isEqualTo(row.getFirst()));
        assertThat(row.getLast()).startsWith("wamid.");
    }
}
