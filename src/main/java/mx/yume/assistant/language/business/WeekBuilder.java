package mx.yume.assistant.language.business;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import mx.yume.assistant.language.business.WeekReading.Doubt;
import mx.yume.business.Hours;

/**
 * Puts days and hours of a message together. Hours belong to the days named just before them, or, where none wait for hours, to
 * those named next.
 */
final class WeekBuilder {
    private final List<WeekItem> items;
    private final Map<DayOfWeek, List<WeekItem>> week = new EnumMap<>(DayOfWeek.class);
    private final Set<DayOfWeek> excepted = EnumSet.noneOf(DayOfWeek.class);
    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    private final Set<DayOfWeek> waitingDays = EnumSet.noneOf(DayOfWeek.class);
    /** Hours that wait for their days. */
    private final List<WeekItem> waitingHours = new ArrayList<>();
    private List<WeekItem> lastHours = List.of();
    private Set<DayOfWeek> lastDays = Set.of();
    private boolean excepting;
    private boolean only;

    WeekBuilder(List<WeekItem> items) {
        this.items = items;
    }

    Optional<WeekReading> reading() {
        for (int i = 0; i < items.size(); i++) {
            add(items.get(i), i);
        }
        end();
        Optional<WeekItem.Stretch> model = items.stream().filter(WeekItem.Stretch.class::isInstance)
                .map(WeekItem.Stretch.class::cast).findFirst();
        Map<DayOfWeek, List<Hours>> days = new WeekHours(model, doubts).of(week);
        excepted.forEach(day -> days.put(day, List.of()));
        boolean open = days.values().stream().anyMatch(hours -> !hours.isEmpty());
        if (only && open) {
            EnumSet.complementOf(days.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(days.keySet()))
                    .forEach(day -> days.put(day, List.of()));
        }
        return days.isEmpty() ? Optional.empty() : Optional.of(new WeekReading(days, doubts));
    }

    private void add(WeekItem item, int at) {
        switch (item) {
            case WeekItem.Days(var days, _) -> days(days, at);
            case WeekItem.Rest _ -> days(rest(), at);
            case WeekItem.Except _ -> excepting = true;
            case WeekItem.Only _ -> only = true;
            case WeekItem.Same _ -> same();
            case WeekItem.Closed closed -> hours(closed, at);
            case WeekItem.Stretch stretch -> hours(stretch, at);
            case WeekItem.Until until -> hours(until, at);
            case WeekItem.From from -> hours(from, at);
            case WeekItem.AllDay allDay -> hours(allDay, at);
        }
    }

    private Set<DayOfWeek> rest() {
        Set<DayOfWeek> rest = EnumSet.allOf(DayOfWeek.class);
        rest.removeAll(week.keySet());
        rest.removeAll(excepted);
        return rest;
    }

    private void days(Set<DayOfWeek> days, int at) {
        if (excepting) {
            excepted.addAll(days);
            waitingDays.removeAll(days);
            return;
        }
        boolean ownHours = ownHours(at);
        if (!waitingHours.isEmpty() && !(ownHours && onlyClosed(waitingHours))) {
            assign(days, List.copyOf(waitingHours));
            waitingHours.clear();
        } else if (!ownHours && at > 0 && isDays(items.get(at - 1)) && waitingDays.isEmpty() && !lastHours.isEmpty()) {
            assign(days, lastHours);
        } else {
            waitingHours.clear();
            waitingDays.addAll(days);
        }
    }

    /** Hours follow these days, or those that an "y" joins to them. */
    private boolean ownHours(int at) {
        int i = at;
        while (i + 1 < items.size() && items.get(i) instanceof WeekItem.Days days && days.joined()
                && isDays(items.get(i + 1))) {
            i++;
        }
        return i + 1 < items.size() && isHours(items.get(i + 1));
    }

    private static boolean onlyClosed(List<WeekItem> hours) {
        return hours.stream().allMatch(WeekItem.Closed.class::isInstance);
    }

    private void hours(WeekItem hours, int at) {
        boolean ofExcepted = excepting && waitingDays.isEmpty() && !excepted.isEmpty() && !(hours instanceof WeekItem.Closed)
                && isDays(items.get(at - 1));
        excepting = false;
        if (ofExcepted) {
            excepted.forEach(day -> week.put(day, List.of(hours)));
            excepted.clear();
            return;
        }
        boolean more = at > 0 && isHours(items.get(at - 1)) && !(items.get(at - 1) instanceof WeekItem.Closed)
                && !(hours instanceof WeekItem.Closed);
        if (!waitingDays.isEmpty()) {
            Set<DayOfWeek> days = EnumSet.copyOf(waitingDays);
            waitingDays.clear();
            assign(days, List.of(hours));
        } else if (more && waitingHours.isEmpty() && !lastDays.isEmpty()) {
            List<WeekItem> both = new ArrayList<>(lastHours);
            both.add(hours);
            lastDays.forEach(day -> week.put(day, both));
            lastHours = both;
        } else {
            if (!more) {
                waitingHours.clear();
            }
            waitingHours.add(hours);
        }
    }

    private void same() {
        if (!waitingDays.isEmpty() && !lastHours.isEmpty()) {
            doubts.add(Doubt.WHICH_HOURS);
            assign(EnumSet.copyOf(waitingDays), lastHours);
            waitingDays.clear();
        }
    }

    private void assign(Set<DayOfWeek> days, List<WeekItem> hours) {
        for (DayOfWeek day : days) {
            List<WeekItem> before = week.put(day, hours);
            if (before != null && !before.equals(hours)) {
                doubts.add(Doubt.SAID_TWICE);
            }
        }
        lastDays = Set.copyOf(days);
        lastHours = hours;
    }

    /** What waits at the end: days take the hours of the others, hours all days. */
    private void end() {
        same();
        if (!waitingHours.isEmpty() && week.isEmpty() && !onlyClosed(waitingHours)) {
            Set<DayOfWeek> all = EnumSet.allOf(DayOfWeek.class);
            all.removeAll(excepted);
            if (excepted.isEmpty()) {
                doubts.add(Doubt.WHICH_DAYS);
            }
            assign(all, List.copyOf(waitingHours));
        }
    }

    private static boolean isHours(WeekItem item) {
        return switch (item) {
            case WeekItem.Stretch _ -> true;
            case WeekItem.Until _ -> true;
            case WeekItem.From _ -> true;
            case WeekItem.AllDay _ -> true;
            case WeekItem.Closed _ -> true;
            case WeekItem.Same _ -> true;
            case WeekItem.Days _ -> false;
            case WeekItem.Rest _ -> false;
            case WeekItem.Except _ -> false;
            case WeekItem.Only _ -> false;
        };
    }

    private static boolean isDays(WeekItem item) {
        return item instanceof WeekItem.Days || item instanceof WeekItem.Rest;
    }
}
