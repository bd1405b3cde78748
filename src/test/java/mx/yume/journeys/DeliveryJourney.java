package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bursts, repeated and shuffled deliveries by any provider: every message is stored once and answered once. */
abstract class DeliveryJourney {

    private static final String PATY = "+525511112222";

    @Inject
    Yume yume;

    private final ProviderDoor door = door();

    abstract ProviderDoor door();

    @BeforeEach
    void freshWorld() {
        yume.fresh();
    }

    @Test
    void aBurstIsAnsweredOnce() {
        var paty = Chat.withSalon(yume, door, PATY);
        paty.post("hola");
        yume.tick(Duration.ofSeconds(1));
        yume.settle();
        paty.post("quiero una cita");
        yume.tick(Duration.ofMillis(1900));
        yume.settle();
        assertThat(paty.replies()).as("the burst has not ended").isEmpty();
        paty.post("para mañana");
        paty.hears();
        assertThat(yume.count("select count(*) from turn")).isEqualTo(1);
        assertThat(yume.count("select count(distinct turn_id) from inbound_message where turn_id is not null")).isEqualTo(1);
    }

    @Test
    void aBurstThatDoesNotEndIsAnsweredAfterEightSeconds() {
        var paty = Chat.withSalon(yume, door, PATY);
        for (int second = 0; second < 8; second++) {
            assertThat(paty.replies()).isEmpty();
            paty.post("y también…");
            yume.tick(Duration.ofSeconds(1));
            yume.settle();
        }
        assertThat(paty.replies()).hasSize(1);
    }

    @Test
    void aTapIsAnsweredAtOnce() {
        var paty = Chat.withSalon(yume, door, PATY);
        assertThat(door.deliver(PATY, door.salon(), "SMtap", "Agendar", Optional.of("menu:book")))
                .isEqualTo(200);
        yume.settle();
        assertThat(paty.replies()).hasSize(1);
    }

    @Test
    void whatArrivesWhileATurnIsUnderWayIsAnsweredByTheNext() {
        var paty = Chat.withSalon(yume, door, PATY);
        paty.says("hola");
        paty.says("¿qué servicios tienen?");
        assertThat(yume.rows("select route from turn order by started_at")).hasSize(2);
        assertThat(yume.count("select count(*) from conversation where due_at is not null or lease_until is not null"))
                .isZero();
    }

    @Test
    void aBatchDeliveredFiveTimesInAnyOrderLeavesTheSameRowsAndOneReply() {
        var batch = new ArrayList<>(List.of("hola", "quiero corte", "mañana", "a las 5"));
        var random = new Random(20_261_122);
        for (int delivery = 0; delivery < 5; delivery++) {
            Collections.shuffle(batch, random);
            batch.forEach(this::deliver);
        }
        yume.tick(Duration.ofSeconds(2));
        yume.settle();
        batch.forEach(this::deliver);
        yume.tick(Duration.ofSeconds(2));
        yume.settle();
        assertThat(yume.count("select count(*) from inbound_message")).isEqualTo(4);
        assertThat(yume.count("select count(*) from inbound_receipt")).isEqualTo(4);
        assertThat(yume.count("select count(*) from turn")).isEqualTo(1);
        assertThat(yume.count("select count(*) from outbox where turn_id is not null")).isEqualTo(1);
        assertThat(yume.count("select count(*) from person where name is null")).isEqualTo(1);
    }

    @Test
    void theSamePersonIsOneWhateverTheFormOfTheirNumber() {
        Chat.withSalon(yume, door, PATY).says("hola");
        assertThat(door.deliverFrom(door.plainPhone(PATY), "SMother", "hola otra vez")).isEqualTo(200);
        assertThat(yume.count("select count(*) from conversation")).isEqualTo(1);
        assertThat(yume.rows("select person_address from conversation")).containsExactly(List.of(door.plainPhone(PATY)));
    }

    /** Since mid-2026 WhatsApp may tell a user id and no phone. */
    @Test
    void aPersonWithoutAPhoneIsAnsweredAndBooks() {
        for (var text : List.of("quiero un corte mañana a las 5 con beto, soy Paty López", "sí")) {
            assertThat(door.deliverFrom(door.userId("MX.13491208655302741918"), "SM" + text.length(), text)).isEqualTo(200);
            yume.tick(Duration.ofSeconds(2));
            yume.settle();
        }
        assertThat(yume.rows("select customer_name, status from appointment"))
                .containsExactly(List.of("Paty López", "confirmed"));
        assertThat(yume.rows("select distinct person_address from outbox"))
                .containsExactly(List.of(door.userId("MX.13491208655302741918")));
    }

    @Test
    void theReplyGoesToTheAddressExactlyAsWritten() {
        Chat.withSalon(yume, door, PATY).says("hola");
        assertThat(yume.rows("select person_address, business_address, channel, status from outbox"))
                .containsExactly(List.of(door.phone(PATY), door.salon(), door.channel(), "sent"));
    }

    private void deliver(String text) {
        assertThat(door.deliver(PATY, door.salon(), "SM" + text.hashCode(), text, Optional.empty())).isEqualTo(200);
    }
}
