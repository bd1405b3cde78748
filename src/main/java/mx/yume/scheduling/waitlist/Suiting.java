package mx.yume.scheduling.waitlist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Slot;
import mx.yume.scheduling.SlotQuery;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.TimeFreed.Stretch;

/**
 * Which start of a freed time suits somebody who waits: one in their window whose visit uses some of it, the earliest that
 * begins in it first. Never a time they did not take when it was offered, nor one that overlaps it.
 *
 * @param freed sorted, never empty
 */
record Suiting(List<Stretch> freed) {

    /** From the first freed moment to the last. */
    TimeRange hull() {
        return new TimeRange(freed.getFirst().start(), freed.getLast().end());
    }

    /** What to look for; empty when their window and the freed time are too far apart. A visit lasts a day at most. */
    Optional<SlotQuery> query(WaitlistEntry entry) {
        var zone = entry.from().getZone();
        var first = later(entry.from().toLocalDate(), day(hull().start(), zone).minusDays(1));
        var last = earlier(day(entry.to().toInstant().minusNanos(1), zone), day(hull().end(), zone));
        return first.isAfter(last) ? Optional.empty()
                : Optional.of(new SlotQuery(entry.location(), entry.services(), false, first, last, Terms.ONLINE));
    }

    /** @param before what was offered to them and not taken */
    Optional<Slot> best(WaitlistEntry entry, List<Slot> free, List<TimeRange> before) {
        return free.stream()
                .filter(slot -> within(entry, slot) && touches(slot) && before.stream().noneMatch(visit(slot)::overlaps))
                .min(Comparator.comparing((Slot slot) -> !beginsIn(slot)).thenComparing(Slot::start));
    }

    private static boolean within(WaitlistEntry entry, Slot slot) {
        return !slot.start().isBefore(entry.from()) && slot.start().isBefore(entry.to());
    }

    private boolean touches(Slot slot) {
        return freed.stream().anyMatch(stretch -> visit(slot).overlaps(new TimeRange(stretch.start(), stretch.end())));
    }

    private boolean beginsIn(Slot slot) {
        var start = slot.start().toInstant();
        return freed.stream().anyMatch(stretch -> !start.isBefore(stretch.start()) && start.isBefore(stretch.end()));
    }

    private static TimeRange visit(Slot slot) {
        return new TimeRange(slot.start().toInstant(), slot.end().toInstant());
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
