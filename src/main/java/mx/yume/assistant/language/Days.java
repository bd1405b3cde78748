package mx.yume.assistant.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the days named in one message mean together. */
final class Days {
    private static final Pattern FROM_TO = Sentence
            .pattern("(?:del?|entre|desde) (?:el |este )?@(\\d+) (?:al?|y|hasta) (?:el |este )?@(\\d+)");
    private static final Pattern EITHER = Sentence.pattern("@(\\d+) ,? ?[ouy] (?:el |para |este ){0,2}@(\\d+)");
    private static final Pattern TURNED_TO_LAST = Sentence
            .pattern("@\\d+ (?:[^ ]+ ){0,8}?(?:mejor|sino|prefiero|no) (?:[^ ]+ ){0,8}?@\\d+");
    private static final Pattern MARK = Pattern.compile("@(\\d+)");

    private final DayWords.Marked marked;
    private final boolean moving;

    /** @param moving the message asks to move something: of two days the second is the wish */
    Days(DayWords.Marked marked, boolean moving) {
        this.marked = marked;
        this.moving = moving;
    }

    Optional<Day> together() {
        List<Day> days = inOrder();
        if (days.size() < 2) {
            return days.stream().findFirst();
        }
        if (moving || marked.sentence().has(TURNED_TO_LAST)) {
            return Optional.of(days.getLast());
        }
        return weekdayWithin(days).or(() -> joined(FROM_TO, true)).or(() -> joined(EITHER, false))
                .or(() -> Optional.of(first(days)));
    }

    private List<Day> inOrder() {
        List<Day> days = new ArrayList<>();
        MARK.matcher(marked.sentence().words()).results()
                .forEach(mark -> days.add(marked.days().get(Integer.parseInt(mark.group(1)))));
        return days;
    }

    /** "la próxima semana, el martes" */
    private static Optional<Day> weekdayWithin(List<Day> days) {
        Optional<Day> week = days.stream().filter(day -> !day.single()).findFirst();
        Optional<Day> weekday = days.stream().filter(Day::byWeekday).findFirst();
        if (days.size() != 2 || week.isEmpty() || weekday.isEmpty()) {
            return Optional.empty();
        }
        DayOfWeek named = weekday.get().reading().from().getDayOfWeek();
        DayReading stretch = week.get().reading();
        return stretch.from().datesUntil(stretch.to().plusDays(1)).filter(day -> day.getDayOfWeek() == named).findFirst()
                .flatMap(Day::certain);
    }

    /** Both ends of a stretch; two that are offered as alternatives are one only if they are neighbours. */
    private Optional<Day> joined(Pattern pattern, boolean stretch) {
        Matcher matcher = pattern.matcher(marked.sentence().words());
        if (!matcher.find()) {
            return Optional.empty();
        }
        DayReading first = marked.days().get(Integer.parseInt(matcher.group(1))).reading();
        Day second = marked.days().get(Integer.parseInt(matcher.group(2)));
        LocalDate to = second.byWeekday() && second.reading().to().isBefore(first.from()) ? second.reading().to().plusWeeks(1)
                : second.reading().to();
        boolean inOrder = stretch ? !to.isBefore(first.from()) : to.equals(first.to().plusDays(1));
        return inOrder ? Day.range(first.from(), to) : Optional.empty();
    }

    /** "hoy miércoles" is one day said twice; "mañana jueves" on a Tuesday is a slip to ask about. */
    private static Day first(List<Day> days) {
        Day first = days.stream().min(Comparator.comparing(Day::byWeekday)).orElseThrow();
        boolean agreed = days.stream().allMatch(day -> day.reading().equals(first.reading()));
        DayReading reading = first.reading();
        return agreed ? first : new Day(new DayReading(reading.from(), reading.to(), true), first.byWeekday());
    }
}
