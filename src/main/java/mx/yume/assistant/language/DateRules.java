package mx.yume.assistant.language;

import static mx.yume.assistant.language.DayWords.COMING;
import static mx.yume.assistant.language.DayWords.DAY;
import static mx.yume.assistant.language.DayWords.DOW;
import static mx.yume.assistant.language.DayWords.MONTH;
import static mx.yume.assistant.language.DayWords.NEXT;
import static mx.yume.assistant.language.DayWords.NOT_AN_HOUR;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import mx.yume.assistant.language.DayWords.Rule;

/** Days named by number: "15 de enero", "15/01", "viernes 15", "el 15". The day comes before the month. */
final class DateRules {
    private static final String BEFORE = "(?:(?:" + String.join("|", DayWords.WEEKDAYS) + ") ,? ?)?(?:(?:el|dia|del) ){0,2}";
    /** Hours have twelve numbers; beyond them "viernes 13" can only be a date. */
    private static final int LAST_HOUR = 12;
    private static final int MONTHS_UNTIL_DOUBT = 10;
    private static final int LONGEST_MONTH = 31;

    /** Dates that say more than a number. */
    static final List<Rule> ALL = List.of(
            new Rule(BEFORE + "(?<year>\\d{4})-(?<number>\\d{1,2})-(?<day>\\d{1,2})", DateRules::withYear,
                    match -> true),
            new Rule(BEFORE + "(?<day>\\d{1,2})[/.-](?<number>\\d{1,2})[/.-](?<year>\\d{4}|\\d{2})", DateRules::withYear,
                    DateRules::likeDate),
            new Rule(BEFORE + "(?<day>\\d{1,2})/(?<number>\\d{1,2})", DateRules::numeric, DateRules::likeDate),
            new Rule(BEFORE + "(?<day>\\d{1,2})-(?<number>0\\d|1[0-2])", DateRules::numeric, DateRules::likeDate),
            new Rule("(?:del?|entre) (?:el )?(?<first>\\d{1,2}) (?:al?|y) (?:el )?(?<day>\\d{1,2}) de " + MONTH,
                    DateRules::ofOneMonth, DateRules::noSuchEnds),
            new Rule(BEFORE + DAY + " (?:de |del )?(?:mes de )?" + MONTH + " (?:de |del )?(?:año )?(?<year>20\\d{2})",
                    match -> match.calendar().date(match.day(), match.month(), match.number("year")).flatMap(Day::certain),
                    match -> true),
            new Rule(BEFORE + DAY + " (?:de |del )?(?:mes de )?" + MONTH, DateRules::written, match -> true),
            new Rule("(?:el )?" + MONTH + " " + DAY + NOT_AN_HOUR, DateRules::written, DateRules::likeDate),
            new Rule(BEFORE + DAY + " (?:de este mes|del presente|del mes)(?! (?:que|prox|sig|entr))", DateRules::ofThisMonth,
                    match -> true),
            new Rule(BEFORE + DAY + " del (?:" + NEXT + " mes|mes " + COMING + "|otro mes)", DateRules::ofNextMonth,
                    match -> true),
            new Rule("(?:el |este )?" + DOW + " ,? ?(?:(?:el|dia) ){0,2}" + DAY + NOT_AN_HOUR, DateRules::weekdayWithNumber,
                    match -> match.day() > LONGEST_MONTH));

    /** Bare numbers with an article, when nothing else explained them. */
    static final List<Rule> NUMBERS = List.of(new Rule("(?<= al )(?<day>\\d{1,2})" + NOT_AN_HOUR, DateRules::ofMonth),
            new Rule("(?<= del )(?<day>\\d{1,2})(?= al? @)", DateRules::ofMonth),
            new Rule("(?:el )?dia (?<day>\\d{1,2})" + NOT_AN_HOUR, DateRules::ofMonth, match -> true),
            new Rule("el (?<day>\\d{1,2})" + NOT_AN_HOUR, DateRules::ofMonth));

    private DateRules() {}

    private static Optional<Day> withYear(DayMatch match) {
        return match.calendar().date(match.day(), match.number("number"), match.number("year")).flatMap(Day::certain);
    }

    private static Optional<Day> numeric(DayMatch match) {
        return match.calendar().date(match.day(), match.number("number")).flatMap(date -> dated(date, match.today()));
    }

    private static Optional<Day> written(DayMatch match) {
        return match.calendar().date(match.day(), match.month()).flatMap(date -> dated(date, match.today()));
    }

    private static Optional<Day> ofOneMonth(DayMatch match) {
        Calendar calendar = match.calendar();
        return calendar.date(match.number("first"), match.month())
                .flatMap(first -> calendar.date(match.day(), first.getMonthValue(), first.getYear())
                        .filter(last -> last.isAfter(first))
                        .flatMap(last -> Day.range(calendar.leftOf(first, last), last)));
    }

    /** "50/50" is no date at all. */
    private static boolean likeDate(DayMatch match) {
        return match.day() <= LONGEST_MONTH;
    }

    private static boolean noSuchEnds(DayMatch match) {
        return match.calendar().date(match.number("first"), match.month()).isEmpty()
                || match.calendar().date(match.day(), match.month()).isEmpty();
    }

    /** A date that is only found most of a year ahead was perhaps meant for the one just past. */
    private static Optional<Day> dated(LocalDate date, LocalDate today) {
        return date.isAfter(today.plusMonths(MONTHS_UNTIL_DOUBT)) ? Day.doubtful(date) : Day.certain(date);
    }

    private static Optional<Day> ofMonth(DayMatch match) {
        return match.calendar().dayOfMonth(match.day()).flatMap(Day::certain);
    }

    private static Optional<Day> ofThisMonth(DayMatch match) {
        LocalDate today = match.today();
        return match.calendar().date(match.day(), today.getMonthValue(), today.getYear()).flatMap(Day::certain);
    }

    private static Optional<Day> ofNextMonth(DayMatch match) {
        LocalDate next = match.today().plusMonths(1);
        return match.calendar().date(match.day(), next.getMonthValue(), next.getYear()).flatMap(Day::certain);
    }

    /** "viernes 15". When the 15th is no Friday a small number may be an hour, so only the weekday is sure. */
    private static Optional<Day> weekdayWithNumber(DayMatch match) {
        Optional<LocalDate> date = match.calendar().dayOfMonth(match.day());
        if (date.isPresent() && date.get().getDayOfWeek() == match.weekday()) {
            return Day.certain(date.get());
        }
        return match.day() <= LAST_HOUR ? Optional.empty() : date.flatMap(Day::doubtful);
    }
}
