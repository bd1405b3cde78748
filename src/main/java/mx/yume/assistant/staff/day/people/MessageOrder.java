package mx.yume.assistant.staff.day.people;

import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.staff.day.Which;

/**
 * Something to be said to a customer.
 *
 * @param which who: by name, by phone, or the visit they have
 * @param customer the one it is
 * @param text as it was said: "que llegue 10 minutos antes"
 */
@RegisterForReflection
public record MessageOrder(Which which, Optional<UUID> customer, Optional<String> text) implements Order {

    public static final MessageOrder NOTHING = new MessageOrder(Which.ANY, Optional.empty(), Optional.empty());

    MessageOrder to(Which who) {
        return who.equals(which) ? this : new MessageOrder(who, Optional.empty(), text);
    }

    MessageOrder chosen(UUID person) {
        return new MessageOrder(which, Optional.of(person), text);
    }

    MessageOrder saying(Optional<String> words) {
        return new MessageOrder(which, customer, words.or(() -> text));
    }
}
