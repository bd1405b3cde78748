package mx.yume.assistant.staff.day.blocks;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.orders.Order;

/**
 * Time off that is to be given back.
 *
 * @param staff whose; without one, and not everybody's, the asker's if there is any
 * @param from without a day, whatever is blocked in the next weeks
 * @param block one person's stretch that was chosen
 * @param action all that was blocked at once that was chosen
 * @param whose of that action, only theirs, as it was shown; sorted
 * @param part only what lies in the days and hours that were said
 */
@RegisterForReflection
public record UnblockOrder(Optional<UUID> staff, boolean everybody, Optional<LocalDate> from, Optional<LocalDate> to,
        Optional<LocalTime> opens, Optional<LocalTime> closes, Optional<UUID> block, Optional<UUID> action, List<UUID> whose,
        boolean part)
        implements
            Order {

    public UnblockOrder {
        whose = whose.stream().sorted().toList();
    }

    public static final UnblockOrder NOTHING = new UnblockOrder(Optional.empty(), false, Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false);

    UnblockOrder of(Optional<UUID> member, boolean all) {
        return new UnblockOrder(member, all, from, to, opens, closes, Optional.empty(), Optional.empty(), List.of(), false);
    }

    UnblockOrder days(LocalDate first, LocalDate last) {
        return new UnblockOrder(staff, everybody, Optional.of(first), Optional.of(last), opens, closes, Optional.empty(),
                Optional.empty(), List.of(), false);
    }

    UnblockOrder hours(LocalTime begin, LocalTime end) {
        return new UnblockOrder(staff, everybody, from, to, Optional.of(begin), Optional.of(end), Optional.empty(),
                Optional.empty(), List.of(), false);
    }

    UnblockOrder stretch(UUID chosen, boolean onlyPart) {
        return new UnblockOrder(staff, everybody, from, to, opens, closes, Optional.of(chosen), Optional.empty(),
                List.of(), onlyPart);
    }

    UnblockOrder all(UUID chosen, List<UUID> theirs) {
        return new UnblockOrder(staff, everybody, from, to, opens, closes, Optional.empty(), Optional.of(chosen), theirs,
                false);
    }
}
