package mx.yume.assistant.guided;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.language.TimeReading;
import mx.yume.assistant.tools.Wish;
import mx.yume.scheduling.Slot;

/** Which of the free starts answer a wish, and which few of them to show. Pure. */
final class Times {

    private static final int DAYS_SHOWN = 5;
    private static final int ALTERNATIVES = 3;
    private static final LocalTime MIDDAY = LocalTime.of(14, 0);

    private Times() {}

    /** What the free starts say to a wish. */
    sealed interface Found {

        /** The very start that was wanted. */
        record Exactly(Slot slot) implements Found {}

        /** One day and one time were wanted, and that start is not free. */
        record NotThen() implements Found {}

        /**
         * Several fit.
         *
         * @param slots a choice of those that fit, sorted, at least one and at most ten
         */
        record Fitting(List<Slot> slots) implements Found {}

        /**
         * None fits.
         *
         * @param slots the nearest to the time wanted, sorted
         */
        record OnlyNear(List<Slot> slots) implements Found {}
    }

    /** @param free sorted, at least one */
    static Found match(List<Slot> free, Wish wish) {
        var oneDay = wish.day().filter(day -> day.from().equals(day.to())).map(DayReading::from);
        var exact = wish.time().filter(TimeReading::exact).map(TimeReading::from);
        if (oneDay.isPresent() && exact.isPresent()) {
            return free.stream().filter(slot -> slot.start().toLocalDateTime().equals(oneDay.get().atTime(exact.get())))
                    .findFirst().<Found>map(Found.Exactly::new).orElseGet(Found.NotThen::new);
        }
        var fitting = free.stream()
                .filter(slot -> wish.time().map(time -> time.includes(slot.start().toLocalTime())).orElse(true))
                .toList();
        return fitting.isEmpty() ? new Found.OnlyNear(near(free, wish.time())) : new Found.Fitting(shown(fitting));
    }

    /** At most ten: the hours of one day spread evenly, or a few of each of the first days, the first included. */
    static List<Slot> shown(List<Slot> slots) {
        var byDay = new TreeMap<LocalDate, List<Slot>>();
        slots.forEach(slot -> byDay.computeIfAbsent(slot.start().toLocalDate(), _ -> new ArrayList<>()).add(slot));
        int days = Math.min(byDay.size(), DAYS_SHOWN);
        return byDay.values().stream().limit(days).flatMap(day -> spread(round(day), Bodies.ROWS / days).stream()).toList();
    }

    /** What keeps the day whole goes first. Full hours are easier to read than quarters; where there are few of them the halves come in, and then all. */
    private static List<Slot> round(List<Slot> free) {
        var whole = free.stream().filter(slot -> !slot.leavesCrumbs()).toList();
        var day = whole.size() >= ALTERNATIVES ? whole : free;
        var hours = day.stream().filter(slot -> slot.start().getMinute() == 0).toList();
        if (hours.size() >= ALTERNATIVES) {
            return hours;
        }
        var halves = day.stream().filter(slot -> slot.start().getMinute() % 30 == 0).toList();
        return halves.size() >= ALTERNATIVES ? halves : day;
    }

    private static List<Slot> spread(List<Slot> slots, int most) {
        if (slots.size() <= most) {
            return slots;
        }
        var chosen = new ArrayList<Slot>();
        for (int at = 0; at < most; at++) {
            chosen.add(slots.get(at * slots.size() / most));
        }
        return chosen;
    }

    private static List<Slot> near(List<Slot> slots, Optional<TimeReading> wanted) {
        var time = wanted.map(TimeReading::from).orElse(MIDDAY);
        return slots.stream()
                .sorted(Comparator.comparing((Slot slot) -> Duration.between(slot.start().toLocalTime(), time).abs())
                        .thenComparing(Slot::start))
                .limit(ALTERNATIVES).sorted(Comparator.comparing(Slot::start)).toList();
    }
}
