package mx.yume.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionsTest {

    private static final Flow FLOW = Flow.begin(FlowKind.BOOKING, "{}");
    private static final Set<FlowState> TERMINAL = Arrays.stream(FlowState.values()).filter(FlowState::terminal)
            .collect(Collectors.toUnmodifiableSet());

    @ParameterizedTest
    @EnumSource(FlowKind.class)
    void nothingLeavesATerminalState(FlowKind kind) {
        for (var from : TERMINAL) {
            for (var to : FlowState.values()) {
                assertThat(Transitions.allowed(kind, from, to)).as("%s: %s → %s", kind, from, to).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FlowKind.class)
    void whatIsDoneWasConfirmedBefore(FlowKind kind) {
        var table = Transitions.of(kind);
        for (var from : FlowState.values()) {
            assertThat(Transitions.allowed(kind, from, table.done())).as("%s: %s → %s", kind, from, table.done())
                    .isEqualTo(table.before().contains(from));
        }
    }

    @Test
    void whatIsBookedMovedOrCancelledWasShownBefore() {
        assertThat(Transitions.of(FlowKind.BOOKING).before()).containsExactly(FlowState.CONFIRMING_SUMMARY);
        assertThat(Transitions.of(FlowKind.MODIFY).before()).containsExactly(FlowState.CONFIRMING_SUMMARY);
        assertThat(Transitions.of(FlowKind.CANCEL).before()).containsExactly(FlowState.CONFIRMING_CANCELLATION);
    }

    @ParameterizedTest
    @EnumSource(FlowKind.class)
    void anErrandCanBeDroppedFromEveryActiveState(FlowKind kind) {
        assertThat(Transitions.allowed(kind, FlowState.INITIATED, FlowState.DROPPED)).isTrue();
        for (var from : FlowState.values()) {
            if (Transitions.allowed(kind, FlowState.INITIATED, from) && !from.terminal()) {
                assertThat(Transitions.allowed(kind, from, FlowState.DROPPED)).as("%s: %s", kind, from).isTrue();
            }
        }
    }

    @Test
    void noFlowEntersAStateOfAnother() {
        assertThat(Transitions.allowed(FlowKind.BOOKING, FlowState.INITIATED, FlowState.IDENTIFYING_BOOKING)).isFalse();
        assertThat(Transitions.allowed(FlowKind.CANCEL, FlowState.INITIATED, FlowState.COLLECTING_SERVICE)).isFalse();
        assertThat(Transitions.allowed(FlowKind.MODIFY, FlowState.CONFIRMING_SUMMARY, FlowState.CANCELLED)).isFalse();
    }

    @Test
    void anIllegalTransitionIsRefusedLoudlyWhereItCanBeMended() {
        var progress = new Progress(Optional.of(FLOW), 0, true, false);
        assertThatThrownBy(() -> progress.flow(FLOW.to(FlowState.CONFIRMED, "{}"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("INITIATED").hasMessageContaining("CONFIRMED");
    }

    @Test
    void inProductionAnIllegalTransitionIsTracedAndTheFlowStaysWhereItWas() {
        var progress = new Progress(Optional.of(FLOW), 0, false, false);
        progress.flow(FLOW.to(FlowState.CONFIRMED, "{\"wrong\": true}"));
        assertThat(progress.flow()).contains(FLOW);
        assertThat(progress.touched()).isFalse();
        assertThat(progress.trace()).singleElement().satisfies(step -> {
            assertThat(step.kind()).isEqualTo("refused");
            assertThat(step.detail()).isEqualTo("BOOKING cannot go from INITIATED to CONFIRMED");
        });
    }

    @Test
    void whatWasRefusedOnceStaysRefused() {
        var progress = new Progress(Optional.of(FLOW), 0, false, false);
        progress.flow(FLOW.to(FlowState.CONFIRMED, "{}").to(FlowState.COLLECTING_SERVICE, "{}"));
        assertThat(progress.flow()).contains(FLOW);
    }

    @Test
    void theLastActiveStateOutlivesTheEnd() {
        var flow = Flow.begin(FlowKind.BOOKING, "{}").to(FlowState.COLLECTING_DATETIME, "{}").to(FlowState.DROPPED, "{}");
        assertThat(flow.active()).isFalse();
        assertThat(flow.lastActiveState()).isEqualTo(FlowState.COLLECTING_DATETIME);
    }
}
