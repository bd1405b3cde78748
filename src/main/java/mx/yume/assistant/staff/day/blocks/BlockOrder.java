package mx.yume.assistant.staff.day.blocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.orders.Order;

/**
 * Time off that somebody wants.
 *
 * @param staff whose; without one, and not everybody's, the asker's
 * @param named a name that was said and may mean several of the staff, or nobody
 * @param to the last day, included
 * @param opens of each day; without hours it has to be the whole day
 * @param closes not after {@code opens} means the next day
 * @param weekdays every week on these; none for once
 * @param ends whether what comes back every week ends with {@code to}
 * @param asksReason they want to say why
 * @param kept the visits in that time that were shown and stay
 */
@RegisterForReflection
public record BlockOrder(Optional<UUID> staff, Optional<String> named, boolean everybody, Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<LocalTime> opens, Optional<LocalTime> closes, boolean wholeDay, List<DayOfWeek> weekdays, boolean ends,
        Optional<String> reason, boolean asksReason, List<UUID> kept) implements Order {

    public static final BlockOrder NOTHING = new BlockOrder(Optional.empty(), Optional.empty(), false, Optional.empty(),
            Optional.empty(),
            Optional.empty(), Optional.empty(), false, List.of(), false, Optional.empty(), false, List.of());

    public BlockOrder {
        weekdays = weekdays.stream().sorted().toList();
        kept = List.copyOf(kept);
    }

    BlockOrder of(Optional<UUID> member, boolean all) {
        return new BlockOrder(member, Optional.empty(), all, from, to, opens, closes, wholeDay, weekdays, ends, reason,
                asksReason, kept);
    }

    BlockOrder called(String name) {
        return new BlockOrder(Optional.empty(), Optional.of(name), false, from, to, opens, closes, wholeDay, weekdays, ends,
                reason,
                asksReason, kept);
    }

    BlockOrder days(LocalDate first, LocalDate last, List<DayOfWeek> weekly, boolean ending) {
        return new BlockOrder(staff, named, everybody, Optional.of(first), Optional.of(last), opens, closes, wholeDay, weekly,
                ending,
                reason, asksReason, kept);
    }

    BlockOrder hours(LocalTime begin, LocalTime end) {
        return new BlockOrder(staff, named, everybody, from, to, Optional.of(begin), Optional.of(end), false, weekdays, ends,
                reason,
                asksReason, kept);
    }

    BlockOrder allDay() {
        return new BlockOrder(staff, named, everybody, from, to, Optional.empty(), Optional.empty(), true, weekdays, ends,
                reason,
                asksReason, kept);
    }

    BlockOrder because(Optional<String> why, boolean asks) {
        return new BlockOrder(staff, named, everybody, from, to, opens, closes, wholeDay, weekdays, ends, why, asks, kept);
    }

    BlockOrder keeping(List<UUID> visits) {
        return new BlockOrder(staff, named, everybody, from, to, opens, closes, wholeDay, weekdays, ends, reason, asksReason,
                visits);
    }
}
