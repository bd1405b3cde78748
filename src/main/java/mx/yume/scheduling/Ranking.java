package mx.yume.scheduling;

import java.util.Comparator;
import java.util.List;

/** Which of many slots are worth offering first, so that a day does not crumble into gaps too short to sell. */
final class Ranking {

    private static final Comparator<Slot> EARLIEST = Comparator.comparing(Slot::start);
    private static final Comparator<Slot> WHOLE_DAYS = Comparator.comparing(Slot::leavesCrumbs).thenComparing(EARLIEST);

    private Ranking() {}

    /** Sorted by start. */
    static List<Slot> best(List<Slot> slots, boolean daysKeptWhole, int count) {
        return slots.stream().sorted(daysKeptWhole ? WHOLE_DAYS : EARLIEST).limit(count).sorted(EARLIEST).toList();
    }
}
