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

    private @Nullable Flow flow;
    private int misunderstandings;
    private final List<TraceStep> trace = new ArrayList<>();

    public Progress(Optional<Flow> flow) {
        this(flow, 0);
    }

    /** @param misunderstandings messages in a row that made no sense, before this turn */
    public Progress(Optional<Flow> flow, int misunderstandings) {
        this.flow = flow.orElse(null);
        this.misunderstandings = misunderstandings;
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

    public synchronized void flow(Flow next) {
        flow = next;
        trace("flow", next.kind() + " → " + next.state(), 0);
    }

    /** Takes back what the flow has become since: another assistant begins the turn anew. */
    public synchronized void restore(Optional<Flow> earlier) {
        flow = earlier.orElse(null);
    }

    public synchronized void trace(String kind, String detail, long micros) {
        trace.add(new TraceStep(kind, detail, micros));
    }

    public synchronized List<TraceStep> trace() {
        return List.copyOf(trace);
    }
}
