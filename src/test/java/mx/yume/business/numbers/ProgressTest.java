package mx.yume.business.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import mx.yume.platform.PhoneNumber;

/** The whole table of a request's states, and what each step makes of them. */
class ProgressTest {

    private static final Instant NOW = Instant.parse("2027-01-13T16:00:00Z");
    private static final PhoneNumber NUMBER = new PhoneNumber("+525588880001");
    private static final Held HELD = new Held(NUMBER, Optional.of("PN1"), Optional.of("XE1"));

    @Test
    void theTableOfTransitions() {
        assertThat(next(NumberState.REQUESTED)).containsExactly(NumberState.CHOSEN, NumberState.BOUGHT, NumberState.PENDING,
                NumberState.PROVIDED);
        assertThat(next(NumberState.CHOSEN)).containsExactly(NumberState.REQUESTED, NumberState.BOUGHT, NumberState.PENDING);
        assertThat(next(NumberState.BOUGHT)).containsExactly(NumberState.CONFIGURED, NumberState.RELEASING);
        assertThat(next(NumberState.CONFIGURED)).containsExactly(NumberState.REGISTERING, NumberState.RELEASING);
        assertThat(next(NumberState.REGISTERING)).containsExactly(NumberState.RELEASING, NumberState.PENDING,
                NumberState.PROVIDED);
        assertThat(next(NumberState.RELEASING)).containsExactly(NumberState.PENDING);
        assertThat(next(NumberState.PENDING)).containsExactly(NumberState.REQUESTED, NumberState.PROVIDED);
        assertThat(next(NumberState.PROVIDED)).containsExactly(NumberState.RELEASED);
        assertThat(next(NumberState.RELEASED)).containsExactly(NumberState.REQUESTED, NumberState.PROVIDED);
    }

    @Test
    void theStepsInOrderLeadToANumber() {
        var progress = Progress.requested(NOW);
        var steps = List.of(new Step.Chosen(NUMBER), new Step.Bought(NUMBER, "PN1"), new Step.Configured(),
                new Step.Registering("XE1"), new Step.Waiting(), new Step.Online(NUMBER));
        var states = new ArrayList<NumberState>();
        for (var step : steps) {
            progress = progress.after(step, NOW);
            states.add(progress.state());
        }
        assertThat(states).containsExactly(NumberState.CHOSEN, NumberState.BOUGHT, NumberState.CONFIGURED,
                NumberState.REGISTERING, NumberState.REGISTERING, NumberState.PROVIDED);
        assertThat(progress.held()).contains(HELD);
    }

    @Test
    void whatWasBoughtIsGivenBackBeforeAnybodyWaits() {
        for (var state : EnumSet.of(NumberState.BOUGHT, NumberState.CONFIGURED, NumberState.REGISTERING)) {
            var refused = at(state).after(new Step.Refused("no"), NOW);
            assertThat(refused).isEqualTo(new Progress(NumberState.RELEASING, Optional.of(HELD), Optional.of("no"), 0, NOW));
            for (var end : List.of(new Step.GivenBack(), new Step.Kept("still in use"))) {
                assertThat(refused.after(end, NOW))
                        .isEqualTo(new Progress(NumberState.PENDING, Optional.empty(), Optional.of("no"), 0, NOW));
            }
        }
        for (var state : EnumSet.of(NumberState.REQUESTED, NumberState.CHOSEN)) {
            assertThat(at(state).after(new Step.Refused("no"), NOW).state()).isEqualTo(NumberState.PENDING);
        }
    }

    @Test
    void aNumberThatIsGoneIsChosenAnewAtMostTwentyTimes() {
        var progress = at(NumberState.CHOSEN);
        for (int time = 1; time < 20; time++) {
            var anew = progress.after(new Step.Gone(), NOW);
            assertThat(anew.state()).isEqualTo(NumberState.REQUESTED);
            assertThat(anew.tries()).isEqualTo(time);
            progress = anew.after(new Step.Chosen(NUMBER), NOW);
        }
        assertThat(progress.after(new Step.Gone(), NOW).state()).isEqualTo(NumberState.PENDING);
    }

    @Test
    void anotherBusinesssNumberIsNeverGivenBack() {
        assertThat(at(NumberState.REGISTERING).after(new Step.Gone(), NOW).state()).isEqualTo(NumberState.PENDING);
    }

    @Test
    void aRegistrationMayTakeThreeDays() {
        var registering = at(NumberState.REGISTERING);
        assertThat(registering.after(new Step.Waiting(), NOW.plus(Duration.ofDays(3)).minusSeconds(1))).isEqualTo(registering);
        assertThat(registering.after(new Step.Waiting(), NOW.plus(Duration.ofDays(3))).state())
                .isEqualTo(NumberState.RELEASING);
    }

    @Test
    void aStepThatDoesNotFollowIsAnError() {
        assertThatThrownBy(() -> Progress.requested(NOW).after(new Step.Registering("XE1"), NOW)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> at(NumberState.BOUGHT).after(new Step.Online(NUMBER), NOW))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("BOUGHT to PROVIDED");
        assertThatThrownBy(() -> at(NumberState.PROVIDED).after(new Step.Gone(), NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Progress at(NumberState state) {
        return new Progress(state, Optional.of(HELD), Optional.empty(), 0, NOW);
    }

    private static List<NumberState> next(NumberState from) {
        return EnumSet.allOf(NumberState.class).stream().filter(to -> to != from && from.mayBecome(to)).toList();
    }
}
