package mx.yume.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.Effects.Effect;

class EffectsTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final Effect BOOKED = new Effect("book", "corte 17:00", "{}", Optional.of(FIRST));

    @Test
    void theSameCallFindsItsFirstResult() {
        assertThat(Effects.repeatIn(List.of(BOOKED), "book", "corte 17:00")).hasValue(BOOKED);
    }

    @Test
    void anotherCallFindsNothing() {
        assertThat(Effects.repeatIn(List.of(BOOKED), "book", "corte 18:00")).isEmpty();
        assertThat(Effects.repeatIn(List.of(BOOKED), "cancel", "corte 17:00")).isEmpty();
        assertThat(Effects.repeatIn(List.of(), "book", "corte 17:00")).isEmpty();
    }

    @Test
    void aLaterEffectOnTheSameAppointmentEndsTheRepeat() {
        var cancelled = new Effect("cancel", "first", "{}", Optional.of(FIRST));
        assertThat(Effects.repeatIn(List.of(BOOKED, cancelled), "book", "corte 17:00")).isEmpty();
        assertThat(Effects.repeatIn(List.of(BOOKED, cancelled), "cancel", "first")).hasValue(cancelled);
    }

    @Test
    void aLaterEffectOnAnotherAppointmentDoesNot() {
        var other = new Effect("book", "barba 18:00", "{}", Optional.of(SECOND));
        assertThat(Effects.repeatIn(List.of(BOOKED, other), "book", "corte 17:00")).hasValue(BOOKED);
    }
}
