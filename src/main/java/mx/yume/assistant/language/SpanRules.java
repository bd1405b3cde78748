package mx.yume.assistant.language;

import static mx.yume.assistant.language.DayWords.COMING;
import static mx.yume.assistant.language.DayWords.DOW;
import static mx.yume.assistant.language.DayWords.MONTH;
import static mx.yume.assistant.language.DayWords.NEXT;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

import mx.yume.assistant.language.DayWords.Rule;

/** Days named by how far they are: "pasado mañana", "en ocho", "el viernes que viene", "la próxima semana". */
final class SpanRules {
    private static final int DAYS_OF_ANY = 13;
    private static final List<String> ORDINALS = List.of("primer", "segund", "tercer", "cuart");
    private static final String IN_EIGHT = " en (?<n>8|15)(?: dias)?";

    /** "En ocho" and "en quince" count today in, as everybody does, so that they are whole weeks. */
    static final List<Rule> DISTANCES = List.of(
            new Rule("pasado mañana|(?:el )?dia despues de mañana", match -> Day.certain(match.today().plusDays(2))),
            new Rule("(?:el )?ayer", match -> Day.certain(match.today().minusDays(1))),
            new Rule("antier|anteayer|antes de ayer", match -> Day.certain(match.today().minusDays(2))),
            new Rule("hace (?<n>\\d{1,3}|un) dias?", match -> Day.certain(match.today().minusDays(match.number("n")))),
            new Rule("(?:el )?(?<nth>primer|segund|tercer|cuart)o? " + DOW + " (?:de|del mes de) " + MONTH, SpanRules::ofMonth),
            new Rule("(?:de )?hoy" + IN_EIGHT, match -> Day.doubtful(match.today().plusDays(idiom(match)))),
            new Rule("(?:de )?mañana" + IN_EIGHT, match -> Day.doubtful(match.today().plusDays(1L + idiom(match)))),
            new Rule("(?:de |del )?(?:este )?" + DOW + IN_EIGHT,
                    match -> Day.doubtful(match.calendar().coming(match.weekday()).plusDays(idiom(match)))),
            new Rule("(?:en|dentro de|de aqui a) (?:unos |unas |como )?(?<n>\\d{1,3}|un|una) (?<unit>dias?|semanas?|mes|meses)",
                    SpanRules::distance));

    static final List<Rule> WEEKS = List.of(
            new Rule("(?:(?:el|este) )?" + DOW + " (?:de )?(?:la )?(?:" + NEXT + " semana|otra semana|semana " + COMING + ")",
                    match -> Day.doubtful(match.calendar().ofNextWeek(match.weekday()))),
            new Rule("(?:la )?(?:" + NEXT + "|otra) semana|(?:la )?semana " + COMING,
                    match -> Day.range(match.calendar().sunday().plusDays(1), match.calendar().sunday().plusDays(7))),
            new Rule("(?:el )?(?:" + NEXT + "|otro) fin de semana|(?:el )?fin de semana " + COMING, SpanRules::nextWeekend),
            new Rule("(?:el |este )?fin de semana|fines de semana",
                    SpanRules::weekend),
            new Rule("entre semana", SpanRules::workingDays),
            new Rule("(?:la )?semana del (?<day>\\d{1,2})",
                    match -> match.calendar().dayOfMonth(match.day()).flatMap(first -> Day.range(first, first.plusDays(6)))),
            new Rule("(?:en )?(?:esta (?:misma )?|la )semana(?! del? )", match -> fromTodayAtLeast(match, match.today())));

    static final List<Rule> WEEKDAYS = List.of(
            new Rule("(?:el )?ultimo " + DOW + " (?:del|de este) mes",
                    match -> Day.doubtful(match.calendar().lastOfMonth(match.weekday()))),
            new Rule("(?:el )?" + NEXT + " " + DOW + "|(?:el |este )?" + DOW.replace("dow", "after") + " " + COMING,
                    match -> Day.doubtful(match.calendar().next(match.weekday()))),
            new Rule("(?:el )?" + DOW + " pasado(?! mañana)",
                    match -> Day.certain(match.calendar().coming(match.weekday()).minusWeeks(1))),
            new Rule("el otro " + DOW, match -> Day.doubtful(match.calendar().coming(match.weekday()).plusWeeks(1))),
            new Rule("(?:el |este |mero )?(?<!los )" + DOW, match -> Day.weekday(match.calendar().coming(match.weekday()))));

    static final List<Rule> MONTHS = List.of(new Rule("(?:la )?quincena", match -> Day.doubtful(match.calendar().payday())),
            new Rule("(?:el )?(?:" + NEXT + "|otro) mes|(?:el )?mes " + COMING,
                    match -> Day.month(match.today().plusMonths(1).withDayOfMonth(1), match.today())),
            new Rule("(?:en|para) " + MONTH, SpanRules::month));

    static final List<Rule> NEAR = List.of(
            new Rule("(?<= (?:o|y|mejor) )pasado", match -> Day.certain(match.today().plusDays(2))),
            new Rule("hoy(?: mismo)?", match -> Day.certain(match.today())),
            new Rule("(?<! la )mañana(?: mismo)?", match -> Day.certain(match.today().plusDays(1))),
            new Rule("cualquier dia|(?:el )?dia que (?:sea|quieras|puedas|tengas|haya)",
                    match -> Day.range(match.today(), match.today().plusDays(DAYS_OF_ANY))));

    private SpanRules() {}

    private static int idiom(DayMatch match) {
        return match.number("n") - 1;
    }

    /** "el segundo lunes de diciembre" */
    private static Optional<Day> ofMonth(DayMatch match) {
        int nth = ORDINALS.indexOf(match.found().group("nth")) + 1;
        return Day.certain(match.calendar().month(match.month())
                .with(TemporalAdjusters.dayOfWeekInMonth(nth, match.weekday())));
    }

    private static Optional<Day> distance(DayMatch match) {
        int n = match.number("n");
        return switch (match.found().group("unit").charAt(0)) {
            case 's' -> Day.certain(match.today().plusWeeks(n));
            case 'm' -> Day.doubtful(match.today().plusMonths(n));
            default ->
                n == 8 || n == 15 ? Day.doubtful(match.today().plusDays(idiom(match))) : Day.certain(match.today().plusDays(n));
        };
    }

    private static Optional<Day> fromTodayAtLeast(DayMatch match, LocalDate from) {
        return Day.range(from.isBefore(match.today()) ? match.today() : from, match.calendar().sunday());
    }

    /** What is left of it, or the next when nothing is. */
    private static Optional<Day> weekend(DayMatch match) {
        LocalDate sunday = match.calendar().sunday();
        return match.calendar().weekendOver() ? Day.range(sunday.plusDays(6), sunday.plusWeeks(1))
                : fromTodayAtLeast(match, sunday.minusDays(1));
    }

    /** Said on a weekend, the one after it. */
    private static Optional<Day> nextWeekend(DayMatch match) {
        LocalDate saturday = match.calendar().sunday().minusDays(1);
        return Day.weekendDoubtful(match.today().isBefore(saturday) ? saturday : saturday.plusWeeks(1));
    }

    /** Monday to Friday: what is left of them, or next week's when it is the weekend. */
    private static Optional<Day> workingDays(DayMatch match) {
        LocalDate friday = match.calendar().sunday().minusDays(2);
        boolean weekend = match.today().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        return weekend ? Day.range(friday.plusDays(3), friday.plusWeeks(1)) : Day.range(match.today(), friday);
    }

    /** This month is what is left of it. */
    private static Optional<Day> month(DayMatch match) {
        LocalDate today = match.today();
        return today.getMonthValue() == match.month() ? Day.month(today, today)
                : Day.month(match.calendar().month(match.month()), today);
    }
}
