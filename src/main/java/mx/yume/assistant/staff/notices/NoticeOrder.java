package mx.yume.assistant.staff.notices;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.orders.Order;
import mx.yume.notifications.preferences.NoticeKind;

/**
 * Notices to be muted or wanted. Whose they are, is who asks.
 *
 * @param kinds in the order of the enum; none where it was not said which
 * @param wanted empty where they only ask
 */
@RegisterForReflection
record NoticeOrder(List<NoticeKind> kinds, Optional<Boolean> wanted) implements Order {

    static final NoticeOrder NOTHING = new NoticeOrder(List.of(), Optional.empty());

    NoticeOrder {
        kinds = kinds.stream().distinct().sorted().toList();
    }

    NoticeOrder of(Collection<NoticeKind> named) {
        return named.isEmpty() ? this : new NoticeOrder(List.copyOf(named), wanted);
    }

    NoticeOrder wanting(boolean they) {
        return new NoticeOrder(kinds, Optional.of(they));
    }
}
