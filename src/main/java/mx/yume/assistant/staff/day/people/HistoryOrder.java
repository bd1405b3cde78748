package mx.yume.assistant.staff.day.people;

import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.orders.Order;

/**
 * Whose history is asked for.
 *
 * @param phone E.164
 * @param customer the one who was chosen
 */
@RegisterForReflection
public record HistoryOrder(Optional<String> name, Optional<String> phone, Optional<UUID> customer) implements Order {}
