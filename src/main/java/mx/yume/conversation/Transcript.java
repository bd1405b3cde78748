package mx.yume.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import mx.yume.conversation.OutboundContent.Option;

/**
 * A conversation as people look at it: what was said, and what happened in the turns behind it.
 *
 * @param handoff there while a person of the business answers, or is waited for, in Yume's place
 */
public record Transcript(ConversationId conversation, List<Line> lines, List<TurnTrace> turns, boolean answering,
        Optional<OpenHandoff> handoff) {

    public Transcript {
        lines = List.copyOf(lines);
        turns = List.copyOf(turns);
    }

    /**
     * Something that was said.
     *
     * @param kind text, buttons or choices of Yume's; the kind of message of the person's
     * @param button what opens the list, empty where there is none
     * @param picture the path of what is shown above the body, empty where there is none
     * @param status of what Yume sent: pending, sending, sent, delivered, read, failed; "received" for the person's
     */
    public record Line(boolean inbound, String kind, String body, String button, String picture, List<Option> options,
            String status,
            Instant at) {

        public Line {
            options = List.copyOf(options);
        }
    }

    /** @param by who took it; nobody yet, where it is waited for */
    public record OpenHandoff(Optional<String> by, Instant since) {}

    public record TurnTrace(TurnId turn, String route, String assistant, Instant startedAt, Optional<Instant> finishedAt,
            List<TraceStep> steps) {

        public TurnTrace {
            steps = List.copyOf(steps);
        }
    }
}
