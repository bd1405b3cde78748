package mx.yume.assistant.staff.day.schedule;

import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.orders.Order;

/** @param staff whose next visit; without one, the asker's */
@RegisterForReflection
public record NextOrder(Optional<UUID> staff) implements Order {}
