package mx.yume.assistant.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds every day named in a message and leaves a numbered mark where it was, so that {@link Days} can see how they stand to
 * each other ("del martes al jueves"). The longer ways of naming a day are tried before the shorter ones in them.
 */
final class DayWords {
    private static final List<String> WEEKDAYS = List.of("lunes", "martes", "miercoles", "jueves", "viernes", "sabado",
            "domingo");
    private static final List<String> MONTHS = List.of("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
            "septiembre", "octubre", "noviembre", "diciembre");
    private static final String DOW = "(?<dow>" + String.join("|", WEEKDAYS) + ")";
    private static final String MONTH = "(?<month>" + String.join("|", MONTHS) + ")";
    private static final String DAY = "(?<day>\\d{1,2}|primero)(?:(?<= 1) (?:ro|ero|er|o))?";
    private static final String NOT_AN_HOUR = "(?! (?:am|pm|hrs|y media|y cuarto|en punto|de la|opcion|dias|semanas|meses|para las?)(?= ))";
    private static final String NEXT = "(?:que viene|que entra|entrante|que sigue|proxim[oa]|siguiente)";
    private static final String NEXT_BEFORE = "(?:proxim[oa]|siguiente)";
    private static final int DAYS_OF_ANY = 13;

    private final Calendar calendar;
    private final List<Rule> rules = new ArrayList<>();

    DayWords(LocalDate today) {
        this.calendar = new Calendar(today);
        spans();
        dates();
        weeks();
        weekdays();
        others();
    }

    private record Rule(Pattern words, Function<Matcher, Optional<Day>> meaning) {}

    /** @param sentence with "@0 ", "@1 "… where days were */
    record Marked(Sentence sentence, List<Day> days) {}

    Marked mark(Sentence sentence) {
        List<Day> days = new ArrayList<>();
        String words = sentence.words();
        for (Rule rule : rules) {
            StringBuilder marked = new StringBuilder();
            Matcher matcher = rule.words().matcher(words);
            while (matcher.find()) {
                Optional<Day> day = rule.meaning().apply(matcher);
                day.ifPresent(days::add);
                matcher.appendReplacement(marked,
                        Matcher.quoteReplacement(day.isPresent() ? "@" + (days.size() - 1) : matcher.group()));
            }
            words = matcher.appendTail(marked).toString();
        }
        return new Marked(new Sentence(words), days);
    }

    private void rule(String words, Function<Matcher, Optional<Day>> meaning) {
        rules.add(new Rule(Sentence.pattern(words), meaning));
    }

    /** Distances from today. "En ocho" and "en quince" count today in, as everybody does, so that they are whole weeks. */
    private void spans() {
        LocalDate today = calendar.today();
        rule("pasado mañana", found -> Day.certain(today.plusDays(2)));
        rule("(?:de )?hoy en (?<n>8|15)(?: dias)?", found -> Day.doubtful(today.plusDays(idiom(found))));
        rule("(?:de )?mañana en (?<n>8|15)(?: dias)?", found -> Day.doubtful(today.plusDays(1L + idiom(found))));
        rule("(?:de |del )?(?:este )?" + DOW + " en (?<n>8|15)(?: dias)?",
                found -> Day.doubtful(calendar.coming(weekday(found)).plusDays(idiom(found))));
        rule("(?:en|dentro de|de aqui a) (?:unos |unas |como )?(?<n>\\d{1,3}|un|una) (?<unit>dias?|semanas?|mes|meses)",
                this::distance);
    }

    private Optional<Day> distance(Matcher found) {
        int n = number(found.group("n"));
        LocalDate today = calendar.today();
        return switch (found.group("unit").charAt(0)) {
            case 's' -> Day.certain(today.plusWeeks(n));
            case 'm' -> Day.doubtful(today.plusMonths(n));
            default -> n == 8 || n == 15 ? Day.doubtful(today.plusDays(n - 1L)) : Day.certain(today.plusDays(n));
        };
    }

    private void dates() {
        String before = "(?:(?:" + String.join("|", WEEKDAYS) + ") ,? ?)?(?:(?:el|dia|del) )*";
        rule(before + "(?<year>\\d{4})-(?<monthNumber>\\d{1,2})-(?<day>\\d{1,2})", this::numeric);
        rule(before + "(?<day>\\d{1,2})[/.-](?<monthNumber>\\d{1,2})[/.-](?<year>\\d{4}|\\d{2})", this::numeric);
        rule(before + "(?<day>\\d{1,2})(?:/(?<monthNumber>\\d{1,2})|-(?<padded>0\\d|1[0-2]))", this::numeric);
        rule("(?:del?|entre) (?:el )?(?<first>\\d{1,2}) (?:al?|y) (?:el )?(?<day>\\d{1,2}) de " + MONTH, this::datesOfOneMonth);
        rule(before + DAY + " (?:de |del )?(?:mes de )?" + MONTH + "(?: (?:de |del )?(?:año )?(?<year>20\\d{2}))?",
                this::written);
        rule("(?:el )?" + MONTH + " " + DAY + NOT_AN_HOUR,
                found -> calendar.date(day(found), month(found)).flatMap(this::dated));
        rule(before + DAY + " (?:de este mes|del presente|del mes)",
                found -> calendar.dayOfMonth(day(found)).flatMap(Day::certain));
        rule(before + DAY + " del (?:" + NEXT_BEFORE + " mes|mes " + NEXT + "|otro mes)", found -> {
            LocalDate next = calendar.today().plusMonths(1);
            return calendar.date(day(found), next.getMonthValue(), next.getYear()).flatMap(Day::certain);
        });
        rule("(?:el |este )?" + DOW + " ,? ?(?:(?:el|dia) )*" + DAY + NOT_AN_HOUR, this::weekdayWithNumber);
    }

    private Optional<Day> numeric(Matcher found) {
        String month = found.group("monthNumber") != null ? found.group("monthNumber") : found.group("padded");
        boolean withYear = found.pattern().namedGroups().containsKey("year");
        Optional<LocalDate> date = withYear ? calendar.date(day(found), number(month), number(found.group("year")))
                : calendar.date(day(found), number(month));
        return withYear ? date.flatMap(Day::certain) : date.flatMap(this::dated);
    }

    private Optional<Day> written(Matcher found) {
        return found.group("year") == null ? calendar.date(day(found), month(found)).flatMap(this::dated)
                : calendar.date(day(found), month(found), number(found.group("year"))).flatMap(Day::certain);
    }

    private Optional<Day> datesOfOneMonth(Matcher found) {
        Optional<LocalDate> from = calendar.date(number(found.group("first")), month(found));
        return from.flatMap(first -> calendar.date(day(found), first.getMonthValue(), first.getYear())
                .filter(last -> last.isAfter(first)).flatMap(last -> Day.range(first, last)));
    }

    /** A date that is only found most of a year ahead was perhaps meant for the one just past. */
    private Optional<Day> dated(LocalDate date) {
        return date.isAfter(calendar.today().plusMonths(10)) ? Day.doubtful(date) : Day.certain(date);
    }

    /** "viernes 15". When the 15th is no Friday a small number may be an hour, so only the weekday is sure. */
    private Optional<Day> weekdayWithNumber(Matcher found) {
        int number = day(found);
        Optional<LocalDate> date = calendar.dayOfMonth(number);
        if (date.isPresent() && date.get().getDayOfWeek() == weekday(found)) {
            return Day.certain(date.get());
        }
        return number <= 12 ? Optional.empty() : date.flatMap(Day::doubtful);
    }

    private void weeks() {
        LocalDate today = calendar.today();
        LocalDate sunday = calendar.sunday();
        rule("(?:(?:el|este) )?" + DOW + " (?:de )?(?:la )?(?:" + NEXT_BEFORE + " semana|otra semana|semana " + NEXT + ")",
                found -> Day.doubtful(calendar.ofNextWeek(weekday(found))));
        rule("(?:la )?(?:" + NEXT_BEFORE + "|otra) semana|(?:la )?semana " + NEXT,
                found -> Day.range(sunday.plusDays(1), sunday.plusDays(7)));
        rule("(?:el )?(?:" + NEXT_BEFORE + "|otro) fin de semana|(?:el )?fin de semana " + NEXT,
                found -> Day.weekendDoubtful(nextWeekend()));
        rule("(?:el |este )?fin de semana|fines de semana", found -> {
            LocalDate saturday = sunday.minusDays(1);
            return Day.range(today.isAfter(saturday) ? today : saturday, sunday);
        });
        rule("entre semana", found -> {
            boolean weekend = today.getDayOfWeek().getValue() > 5;
            return Day.range(weekend ? sunday.plusDays(1) : today, weekend ? sunday.plusDays(5) : sunday.minusDays(2));
        });
        rule("(?:en )?(?:esta (?:misma )?|la )semana", found -> Day.range(today, sunday));
    }

    private LocalDate nextWeekend() {
        LocalDate saturday = calendar.sunday().minusDays(1);
        return calendar.today().isBefore(saturday) ? saturday : saturday.plusDays(7);
    }

    private void weekdays() {
        rule("(?:el )?(?:" + NEXT_BEFORE + ") " + DOW + "|(?:el |este )?" + DOW.replace("dow", "after") + " " + NEXT,
                found -> Day.doubtful(calendar.next(weekday(found))));
        rule("el otro " + DOW, found -> Day.doubtful(calendar.coming(weekday(found)).plusWeeks(1)));
        rule("(?:el |este |mero )?(?<!los )" + DOW, found -> Day.weekday(calendar.coming(weekday(found))));
    }

    private void others() {
        LocalDate today = calendar.today();
        rule("(?:la )?quincena", found -> Day.doubtful(calendar.payday()));
        rule("(?:el )?(?:" + NEXT_BEFORE + "|otro) mes|(?:el )?mes " + NEXT,
                found -> Day.month(today.plusMonths(1).withDayOfMonth(1), today));
        rule("(?:en|para|pa) " + MONTH,
                found -> calendar.date(1, month(found)).flatMap(first -> Day.month(monthFrom(first), today)));
        rule("(?<= o )pasado", found -> Day.certain(today.plusDays(2)));
        rule("hoy(?: mismo)?", found -> Day.certain(today));
        rule("(?<!la )mañana(?: mismo)?", found -> Day.certain(today.plusDays(1)));
        rule("(?<= al )(?<day>\\d{1,2})" + NOT_AN_HOUR, found -> calendar.dayOfMonth(day(found)).flatMap(Day::certain));
        rule("(?<= del )(?<day>\\d{1,2})(?= al? @)", found -> calendar.dayOfMonth(day(found)).flatMap(Day::certain));
        rule("(?:el (?:dia )?|dia )" + DAY + NOT_AN_HOUR,
                found -> found.group("day").equals("primero") && !found.group().contains("dia")
                        ? Optional.empty()
                        : calendar.dayOfMonth(day(found)).flatMap(Day::certain));
        rule("cualquier dia|(?:el )?dia que (?:sea|quieras|puedas|tengas|haya)",
                found -> Day.range(today, today.plusDays(DAYS_OF_ANY)));
    }

    /** The month itself when it is this one, whose first is past. */
    private LocalDate monthFrom(LocalDate first) {
        LocalDate today = calendar.today();
        return first.getMonth() == today.getMonth() ? today.withDayOfMonth(1) : first;
    }

    private static int idiom(Matcher found) {
        return number(found.group("n")) - 1;
    }

    private static int number(String digits) {
        return Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : 1;
    }

    private static int day(Matcher found) {
        return number(found.group("day"));
    }

    private static int month(Matcher found) {
        return MONTHS.indexOf(found.group("month")) + 1;
    }

    private static DayOfWeek weekday(Matcher found) {
        boolean after = found.pattern().namedGroups().containsKey("after") && found.group("after") != null;
        return DayOfWeek.of(WEEKDAYS.indexOf(found.group(after ? "after" : "dow")) + 1);
    }
}
