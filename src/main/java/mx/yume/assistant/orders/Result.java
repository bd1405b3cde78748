package mx.yume.assistant.orders;

import java.util.List;

import mx.yume.conversation.OutboundContent.Option;

/** What came of calling a tool, for whichever assistant called it. The texts are Yume's own, in Spanish, ready for a person. */
public sealed interface Result {

    String text();

    /** What can be tapped for an answer. */
    default List<Option> options() {
        return List.of();
    }

    /** Something read: nothing was done. */
    record Told(String text, List<Option> options) implements Result {}

    /** A question that waits for its answer. */
    record Asked(String text, List<Option> options) implements Result {}

    /** What would be done, waiting for a yes. */
    record Shown(String text, List<Option> options) implements Result {}

    /**
     * Done and committed.
     *
     * @param repeated the same call did it before in this turn: nothing new was done
     */
    record Done(String text, boolean repeated) implements Result {}

    record Refused(String text) implements Result {}

    /** The tool is not for them. */
    record Forbidden(String text) implements Result {}
}
