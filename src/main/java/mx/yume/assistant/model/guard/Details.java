package mx.yume.assistant.model.guard;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The days and hours that a statement names, each as a question to ask of a moment. */
record Details(List<Predicate<LocalDate>> days, List<Predicate<LocalTime>> hours) {

    private static final List<String> WEEKDAYS = List.of("lunes", "martes", "miércoles", "jueves", "viernes", "sábado",
            "domingo");
    private static final List<String> MONTHS = List.of("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
            "septiembre", "octubre", "noviembre", "diciembre");
    private static final Pattern WEEKDAY = word("lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo");
    private static final Pattern DATE = word("(\\d{1,2})(?: de)? (" + String.join("|", MONTHS) + "|"
            + "ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)");
    private static final Pattern SLASHED = word("(\\d{1,2})[/-](\\d{1,2})(?:[/-]\\d{2,4})?");
    private static final Pattern DAY_ALONE = word(
            "(?:el|día|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo) (\\d{1,2})"
                    + "(?! (?:de )?(?:" + String.join("|", MONTHS) + ")|[:/]\\d| ?[ap]m)");
    private static final Pattern RELATIVE = word("(hoy|pasado mañana|(?<!(?:la|pasado|esta) )mañana)");
    private static final Pattern CLOCK = word("(\\d{1,2})(?::(\\d{2}))? ?([ap]m)");
    private static final Pattern CLOCK_24 = word("([01]?\\d|2[0-3]):(\\d{2})(?! ?[ap]m)");
    private static final Pattern BARE_HOUR = word(
            "(?:las|la) (\\d{1,2})(?![:/]\\d| ?[ap]m| de (?:" + String.join("|", MONTHS) + "))");
    private static final Pattern MIDDAY = word("mediod[ií]a|medio d[ií]a");

    private static Pattern word(String inner) {
        return Pattern.compile("(?<![\\p{L}\\d:/$.,-])(?:" + inner + ")(?![\\p{L}\\d])");
    }

    static boolean areIn(String statement) {
        return Stream.of(WEEKDAY, DATE, SLASHED, DAY_ALONE, RELATIVE, CLOCK, CLOCK_24, BARE_HOUR, MIDDAY)
                .anyMatch(pattern -> pattern.matcher(statement).find());
    }

    /** @param today where the business is */
    static Details in(String statement, LocalDate today) {
        var days = new ArrayList<Predicate<LocalDate>>();
        each(WEEKDAY, statement,
                found -> days.add(day -> same(WEEKDAYS.get(day.getDayOfWeek().getValue() - 1), found.group())));
        each(DATE, statement, found -> days.add(day -> day.getDayOfMonth() == number(found, 1)
                && MONTHS.get(day.getMonthValue() - 1).startsWith(found.group(2))));
        each(SLASHED, statement, found -> days.add(day -> day.getDayOfMonth() == number(found, 1)
                && day.getMonthValue() == number(found, 2)));
        each(DAY_ALONE, statement, found -> days.add(day -> day.getDayOfMonth() == number(found, 1)));
        each(RELATIVE, statement, found -> days.add(relative(found.group(), today)::equals));
        return new Details(days, hours(statement));
    }

    private static List<Predicate<LocalTime>> hours(String statement) {
        var hours = new ArrayList<Predicate<LocalTime>>();
        each(CLOCK, statement, found -> hours.add(clock(number(found, 1) % 12 + (found.group(3).equals("pm") ? 12 : 0),
                minutes(found))));
        each(CLOCK_24, statement, found -> hours.add(clock(number(found, 1), minutes(found))
                .or(clock(number(found, 1) + 12, minutes(found)))));
        each(BARE_HOUR, statement, found -> hours.add(time -> time.getHour() % 12 == number(found, 1) % 12));
        each(MIDDAY, statement, _ -> hours.add(LocalTime.NOON::equals));
        return hours;
    }

    /** Each of them by itself. */
    Stream<Details> each() {
        return Stream.concat(days.stream().map(day -> new Details(List.of(day), List.of())),
                hours.stream().map(hour -> new Details(List.of(), List.of(hour))));
    }

    boolean none() {
        return days.isEmpty() && hours.isEmpty();
    }

    /** Whether all of it can be said of one moment. */
    boolean fit(ZonedDateTime start, ZonedDateTime end) {
        return days.stream().allMatch(day -> day.test(start.toLocalDate()))
                && hours.stream().allMatch(hour -> hour.test(start.toLocalTime()) || hour.test(end.toLocalTime()))
                && (hours.size() < 2 || hours.stream().anyMatch(hour -> hour.test(start.toLocalTime())));
    }

    private static void each(Pattern pattern, String statement, Consumer<MatchResult> found) {
        pattern.matcher(statement).results().forEach(found);
    }

    private static boolean same(String weekday, String written) {
        return weekday.replace('é', 'e').replace('á', 'a').equals(written.replace('é', 'e').replace('á', 'a'));
    }

    private static LocalDate relative(String word, LocalDate today) {
        return switch (word) {
            case "hoy" -> today;
            case "mañana" -> today.plusDays(1);
            default -> today.plusDays(2);
        };
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static int minutes(MatchResult found) {
        return Optional.ofNullable(found.group(2)).map(Integer::parseInt).orElse(0);
    }

    private static Predicate<LocalTime> clock(int hour, int minute) {
        return time -> time.getHour() == hour && time.getMinute() == minute;
    }
}
