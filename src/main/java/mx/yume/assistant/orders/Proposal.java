package mx.yume.assistant.orders;

import java.util.List;
import java.util.Optional;

import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent.Option;

/**
 * What a tool makes of an order before anything is done. Everything is said in Spanish, ready for a person.
 *
 * @param <O> the tool's order, perhaps with more in it than was asked: ids found, versions seen
 */
public sealed interface Proposal<O extends Order> {

    /** Nothing is to be done: this is the answer. */
    record Tell<O extends Order>(String text, List<Option> options) implements Proposal<O> {

        public Tell {
            options = List.copyOf(options);
        }

        public Tell(String text) {
            this(text, List.of());
        }
    }

    /**
     * Something is missing, or can mean several things.
     *
     * @param options their ids begin with the tool's name and a colon: {@code block_time:staff:0192…}
     */
    record Ask<O extends Order>(O order, FlowState missing, String question, List<Option> options) implements Proposal<O> {

        public Ask {
            options = List.copyOf(options);
        }

        public Ask(O order, FlowState missing, String question) {
            this(order, missing, question, List.of());
        }
    }

    /**
     * Complete, and to be agreed to: what is done later is exactly this order.
     *
     * @param options in place of yes and no; their ids begin with the tool's name and a colon, but for {@code yes} and
     *            {@code no}
     */
    record Show<O extends Order>(O order, String summary, List<Option> options) implements Proposal<O> {

        public Show {
            options = List.copyOf(options);
        }

        public Show(O order, String summary) {
            this(order, summary, List.of());
        }
    }

    /**
     * Complete, and done without asking: it is what was just asked for, and easily taken back.
     *
     * @param summary what is asked instead where it is not clear that it was just asked for; empty for what changes nothing
     */
    record Do<O extends Order>(O order, Optional<String> summary) implements Proposal<O> {

        public Do(O order) {
            this(order, Optional.empty());
        }
    }

    /** It cannot be, and why. */
    record Refuse<O extends Order>(String why) implements Proposal<O> {}
}
