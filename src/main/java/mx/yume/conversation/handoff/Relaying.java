package mx.yume.conversation.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.LeftFlows;
import mx.yume.conversation.Progress;

/**
 * The flow of whoever answers a customer. What they were about when they took it waits inside, and goes on when it ends. Whether it
 * has ended is for the handoff to say: its other side may end it at any time.
 */
@ApplicationScoped
public class Relaying {

    /** @param handoff its id */
    @RegisterForReflection
    record Draft(String handoff, Optional<Interrupted> interrupted) {}

    /**
     * An errand of theirs, as it was.
     *
     * @param since when nobody has been at it: it is abandoned and expires as if it had not waited inside another
     */
    @RegisterForReflection
    record Interrupted(FlowKind kind, FlowState state, FlowState lastActiveState, String draft, Instant since) {}

    private final ObjectMapper json;
    private final Clock clock;

    Relaying(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    void begin(Progress progress, HandoffId handoff) {
        var interrupted = progress.activeFlow().flatMap(active -> active.kind() == FlowKind.RELAY ? read(active).interrupted()
                : Optional.of(new Interrupted(active.kind(), active.state(), active.lastActiveState(), active.draft(),
                        active.abandonedAt().orElseGet(clock::instant))));
        var draft = written(new Draft(handoff.toString(), interrupted));
        progress.flow(Flow.begin(FlowKind.RELAY, draft).to(FlowState.RELAYING, draft));
    }

    /** Goes on with what was interrupted, if the conversation still relays and no handoff is answered from it any more. */
    public void end(Progress progress) {
        progress.activeFlow().filter(flow -> flow.kind() == FlowKind.RELAY).ifPresent(flow -> {
            progress.flow(flow.to(FlowState.COMPLETED, flow.draft()));
            read(flow).interrupted().ifPresent(it -> resume(progress, it));
        });
    }

    private void resume(Progress progress, Interrupted it) {
        var left = Duration.between(it.since(), clock.instant());
        var abandoned = left.compareTo(LeftFlows.ABANDONED) >= 0 ? Optional.of(it.since()) : Optional.<Instant>empty();
        progress.resume(Flow.goOn(it.kind(), it.state(), it.lastActiveState(), it.draft(), abandoned),
                left.compareTo(LeftFlows.EXPIRED) >= 0);
    }

    private Draft read(Flow flow) {
        try {
            return json.readValue(flow.draft(), Draft.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A relaying flow that cannot be read back", impossible);
        }
    }

    private String written(Draft draft) {
        try {
            return json.writeValueAsString(draft);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A relaying flow that cannot be written", impossible);
        }
    }
}
