package mx.yume.assistant.model.toolbox;

import java.util.List;

import mx.yume.assistant.model.guard.Fact;
import mx.yume.conversation.OutboundContent;

/** What came of one tool call, for the loop around the model. */
public sealed interface ToolOutcome {

    /** Goes back to the model. */
    record Told(String text, List<Fact> facts) implements ToolOutcome {

        public Told {
            facts = List.copyOf(facts);
        }

        public Told(String text) {
            this(text, List.of());
        }
    }

    /** Yume's own words go to the customer as they are (a summary to say yes to), and the model's turn is over. */
    record Shown(List<OutboundContent> messages) implements ToolOutcome {

        public Shown {
            messages = List.copyOf(messages);
        }
    }

    /** Yume's own question, for when every call of this answer was made: a later one replaces it. */
    record Waiting(List<OutboundContent> messages) implements ToolOutcome {

        public Waiting {
            messages = List.copyOf(messages);
        }
    }

    /** An argument is missing or makes no sense. The text, in Spanish, tells the model which. */
    record BadArguments(String text) implements ToolOutcome {}
}
