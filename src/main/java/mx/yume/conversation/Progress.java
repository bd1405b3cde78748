package mx.yume.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What has come of a turn so far: the flow and the trace. Both assistants work on the same one, so that either can take over
 * from the other. Used by one thread at a time, though not always the same.
 */
public final class Progress {

    private final boolean strict;
    private boolean expired;
    private Optional<Flow> abandoned;
    private @Nullable Flow flow;
    private final List<Flow> ended = new ArrayList<>();
    private boolean touched;
    private boolean leftBe;
    private int misunderstandings;
    private final List<TraceStep> trace = new ArrayList<>();

    public Progress(Optional<Flow> flow) {
        this(flow, 0, true, false);
    }

    /**
     * @param misunderstandings messages in a row that made no sense, before this turn
     * @param strict whether a transition that the table does not allow fails the turn; else it is refused and traced
     * @param expired what this person was about ended since their last turn, because they did not come back to it
     */
    public Progress(Optional<Flow> flow, int misunderstandings, boolean strict, boolean expired) {
        this.flow = flow.orElse(null);
        this.abandoned = flow.filter(it -> it.abandonedAt().isPresent() && it.active());
        this.misunderstandings = misunderstandings;
        this.strict = strict;
        this.expired = expired;
    }

    /** The flow that this turn comes back to, as it was left: a summary shown back then has to be shown again. */
    public synchronized Optional<Flow> abandoned() {
        return abandoned;
    }

    /** Messages in a row that made no sense, whatever the conversation was about. */
    public synchronized int misunderstandings() {
        return misunderstandings;
    }

    public synchronized void misunderstandings(int inARow) {
        misunderstandings = inARow;
    }

    /** The flow as it stands, ended in this turn perhaps. */
    public synchronized Optional<Flow> flow() {
        return Optional.ofNullable(flow);
    }

    public synchronized Optional<Flow> activeFlow() {
        return flow().filter(Flow::active);
    }

    /**
     * The flow goes on, or another begins.
     *
     * @throws IllegalStateException where it is strict, if the transition table does not allow it: a defect of the caller.
     *         Otherwise nothing changes, and the trace says so
     */
    public synchronized void flow(Flow next) {
        if (next.refused().isPresent()) {
            refuse("%s cannot go from %s to %s".formatted(next.kind(), next.state(), next.refused().orElseThrow()));
            return;
        }
        touched = true;
        if (flow != null && !flow.active() && !flow.id().equals(next.id())) {
            ended.add(flow);
        }
        flow = next;
        trace("flow", next.kind() + " → " + next.state(), 0);
    }

    /**
     * What another errand had interrupted goes on, as it was left: this turn comes back to it, or it has expired meanwhile and ends
     * for good.
     */
    public synchronized void resume(Flow interrupted, boolean tooLate) {
        flow(interrupted);
        if (tooLate) {
            flow(interrupted.to(FlowState.EXPIRED, interrupted.draft()));
            expired = true;
        } else {
            abandoned = Optional.of(interrupted).filter(it -> it.abandonedAt().isPresent());
        }
    }

    private void refuse(String transition) {
        if (strict) {
            throw new IllegalStateException(transition);
        }
        trace("refused", transition, 0);
    }

    /** What this person was about expired since their last turn. */
    public synchronized boolean expired() {
        return expired;
    }

    /** This turn is about something else, and the flow waits as it was: abandoned, if it was. */
    public synchronized void leaveBe() {
        leftBe = true;
    }

    /** Somebody is at the flow, though it may not have moved: from now on it is not abandoned any more. */
    public synchronized void takeUp() {
        if (leftBe) {
            return;
        }
        touched = true;
        flow = flow == null ? null : flow.takenUp();
    }

    /** Whether the flow moved in this turn, or somebody was at it. */
    public synchronized boolean touched() {
        return touched;
    }

    /** Takes back what the flow has become since: another assistant begins the turn anew. */
    public synchronized void restore(Optional<Flow> earlier) {
        flow = earlier.orElse(null);
        ended.clear();
    }

    /** Those that ended in this turn before another began, in order. */
    public synchronized List<Flow> ended() {
        return List.copyOf(ended);
    }

    public synchronized void trace(String kind, String detail, long micros) {
        trace.add(new TraceStep(kind, detail, micros));
    }

    public synchronized List<TraceStep> trace() {
        return List.copyOf(trace);
    }
}
