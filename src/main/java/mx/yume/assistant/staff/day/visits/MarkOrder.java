package mx.yume.assistant.staff.day.visits;

import java.util.Optional;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.staff.day.Which;

/**
 * A visit of which somebody says how it went.
 *
 * @param version of the visit as it was found
 */
@RegisterForReflection
public record MarkOrder(Which which, Optional<Integer> version) implements Order {}
