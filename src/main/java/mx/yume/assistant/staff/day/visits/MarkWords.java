package mx.yume.assistant.staff.day.visits;

import java.util.Optional;

import mx.yume.assistant.orders.Said;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.day.Somebody;
import mx.yume.assistant.staff.day.Which;
import mx.yume.assistant.staff.day.WhichWords;
import mx.yume.conversation.FlowState;

/** Which visit is meant, over the messages of a turn. Pure. */
final class MarkWords {

    private MarkWords() {}

    static MarkOrder order(StaffAsking asking, Optional<MarkOrder> before, FlowState asked, String tool) {
        var which = before.map(MarkOrder::which).orElse(Which.ANY);
        for (var said : asking.said()) {
            which = which(asking, which, said, asked, tool);
        }
        var same = which;
        return before.filter(order -> order.which().equals(same)).orElseGet(() -> new MarkOrder(same, Optional.empty()));
    }

    static Which which(StaffAsking asking, Which before, Said said, FlowState asked, String tool) {
        if (said.tapped().isPresent()) {
            return Taps.uuid(said.tapped(), tool, Taps.VISIT).map(before::chosen).orElse(before);
        }
        var read = WhichWords.read(said.words(), asking.lexicon());
        var bare = asked == FlowState.IDENTIFYING_BOOKING && read.equals(Which.ANY) && said.reading().answer().isEmpty()
                ? Somebody.answered(said.words(), asking.lexicon())
                : Optional.<String>empty();
        return before.and(bare.map(name -> new Which(Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty(),
                Optional.empty(), Optional.empty())).orElse(read));
    }
}
