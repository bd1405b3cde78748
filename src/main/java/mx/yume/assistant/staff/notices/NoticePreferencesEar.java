package mx.yume.assistant.staff.notices;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.Intent;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.orders.Said;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.Taps;
import mx.yume.conversation.FlowState;
import mx.yume.notifications.preferences.NoticeKind;

/**
 * "No me avises de citas nuevas", "¿qué avisos tengo?". Staff who write BAJA are asked which they mean: what they do all day by chat
 * goes on.
 */
@ApplicationScoped
class NoticePreferencesEar implements StaffEar<NoticeOrder> {

    private final NoticePreferencesTool tool;

    NoticePreferencesEar(NoticePreferencesTool tool) {
        this.tool = tool;
    }

    @Override
    public NoticePreferencesTool tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        if (asking.tapped().isPresent()) {
            return Taps.of(asking.tapped(), NoticePreferencesTool.NAME) ? 3 : 0;
        }
        var words = Plain.of(asking.words());
        if (says(asking, Intent.OPT_OUT) || says(asking, Intent.OPT_IN) || NoticeWords.asks(words)) {
            return 3;
        }
        return NoticeWords.wanted(words).isPresent() ? 3 : 0;
    }

    private static boolean says(StaffAsking asking, Intent intent) {
        return asking.said().stream().anyMatch(said -> said.reading().intent().filter(intent::equals).isPresent());
    }

    @Override
    public NoticeOrder fill(StaffAsking asking, Optional<NoticeOrder> before, FlowState asked) {
        var order = before.orElse(NoticeOrder.NOTHING);
        for (var said : asking.said()) {
            order = said.tapped().isPresent() ? tapped(said, order) : words(said, order);
        }
        return order;
    }

    private static NoticeOrder words(Said said, NoticeOrder order) {
        if (said.reading().intent().filter(Intent.OPT_OUT::equals).isPresent()) {
            return NoticeOrder.NOTHING.wanting(false);
        }
        if (said.reading().intent().filter(Intent.OPT_IN::equals).isPresent()) {
            return NoticeOrder.NOTHING.wanting(true);
        }
        var words = Plain.of(said.words());
        return NoticeWords.wanted(words).map(wanted -> NoticeOrder.NOTHING.of(NoticeWords.kinds(words)).wanting(wanted))
                .orElse(order);
    }

    private static NoticeOrder tapped(Said said, NoticeOrder order) {
        return tapped(said, NoticePreferencesTool.MUTE).map(kinds -> new NoticeOrder(kinds, Optional.of(false)))
                .or(() -> tapped(said, NoticePreferencesTool.WANT).map(kinds -> new NoticeOrder(kinds, Optional.of(true))))
                .orElse(order);
    }

    private static Optional<List<NoticeKind>> tapped(Said said, String field) {
        return Taps.value(said.tapped(), NoticePreferencesTool.NAME, field)
                .map(value -> value.equals(NoticePreferencesTool.ALL) ? List.of(NoticeKind.values())
                        : NoticePreferencesTool.named(value).map(List::of).orElse(List.of()))
                .filter(kinds -> !kinds.isEmpty());
    }
}
