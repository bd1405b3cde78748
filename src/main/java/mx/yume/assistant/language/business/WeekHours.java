package mx.yume.assistant.language.business;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import mx.yume.assistant.language.business.WeekReading.Doubt;
import mx.yume.business.Hours;

/** Decides between morning and evening for the hours of a week, and fills in the opening or closing that only other days were given. */
final class WeekHours {
    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;

    private final Optional<WeekItem.Stretch> model;
    private final Set<Doubt> doubts;

    /** @param model the first whole stretch said, whose ends are taken where one is missing */
    WeekHours(Optional<WeekItem.Stretch> model, Set<Doubt> doubts) {
        this.model = model;
        this.doubts = doubts;
    }

    /** Days whose hours cannot be told are left out; a day without any is closed. */
    Map<DayOfWeek, List<Hours>> of(Map<DayOfWeek, List<WeekItem>> week) {
        Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, items) -> {
            boolean closed = items.stream().allMatch(WeekItem.Closed.class::isInstance);
            List<Hours> hours = closed ? List.of() : hours(items);
            if (closed || !hours.isEmpty()) {
                days.put(day, hours);
            }
        });
        return days;
    }

    private List<Hours> hours(List<WeekItem> items) {
        List<Hours> hours = new ArrayList<>();
        for (WeekItem.Stretch stretch : stretches(items)) {
            if (stretch.opens().exists() && stretch.closes().exists()) {
                hours.add(hours(stretch, items.size() > 1));
            }
        }
        if (items.stream().anyMatch(WeekItem.AllDay.class::isInstance)) {
            doubts.add(Doubt.ALL_DAY);
            return List.of(new Hours(MIDNIGHT, MIDNIGHT));
        }
        List<Hours> inOrder = hours.stream().distinct().sorted(Comparator.comparing(Hours::opens)).toList();
        for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i).opens().isBefore(inOrder.get(i - 1).closes())) {
                doubts.add(Doubt.SAID_TWICE);
            }
        }
        return inOrder;
    }

    private List<WeekItem.Stretch> stretches(List<WeekItem> items) {
        List<WeekItem.Stretch> stretches = new ArrayList<>();
        Optional<WeekClock> opens = Optional.empty();
        for (WeekItem item : items) {
            switch (item) {
                case WeekItem.Stretch stretch -> stretches.add(stretch);
                case WeekItem.From(var from) -> opens = Optional.of(from);
                case WeekItem.Until(var closes) -> {
                    opens.or(() -> model.map(WeekItem.Stretch::opens))
                            .ifPresent(from -> stretches.add(new WeekItem.Stretch(from, closes)));
                    opens = Optional.empty();
                }
                case WeekItem.Days days -> {
                }
                case WeekItem.Rest rest -> {
                }
                case WeekItem.AllDay allDay -> {
                }
                case WeekItem.Closed closed -> {
                }
                case WeekItem.Except except -> {
                }
                case WeekItem.Only only -> {
                }
                case WeekItem.Same same -> {
                }
            }
        }
        opens.flatMap(from -> model.map(whole -> new WeekItem.Stretch(from, whole.closes()))).ifPresent(stretches::add);
        return stretches;
    }

    /** @param several with others in the same day, so that one may well end before noon */
    private Hours hours(WeekItem.Stretch stretch, boolean several) {
        LocalTime opens = stretch.opens().opening(stretch.closes());
        LocalTime closes = stretch.closes().closing(opens);
        boolean bareMorning = stretch.closes().bare() && closes.isBefore(LocalTime.NOON) && closes.isAfter(opens);
        if (bareMorning && !several) {
            doubts.add(Doubt.MORNING_OR_NIGHT);
            closes = stretch.closes().evening();
        }
        Hours hours = new Hours(opens, closes);
        if (hours.crossesMidnight() && !closes.equals(MIDNIGHT)) {
            doubts.add(Doubt.PAST_MIDNIGHT);
        }
        return hours;
    }
}
