package mx.yume.assistant.staff.day.schedule;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.orders.Order;

/**
 * Which part of the schedule is asked for.
 *
 * @param from without one, today
 * @param to the last day, included; without one, {@code from}
 * @param staff only what they do
 */
@RegisterForReflection
public record ScheduleOrder(Optional<LocalDate> from, Optional<LocalDate> to, Optional<UUID> staff) implements Order {}
