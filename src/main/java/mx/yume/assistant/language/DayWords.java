package mx.yume.assistant.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds every day named in a message and leaves a numbered mark where it was, so that {@link Days} can see how they stand to
 * each other ("del martes al jueves"). The longer ways of naming a day are tried before the shorter ones in them.
 */
final class DayWords {
    static final List<String> WEEKDAYS = List.of("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo");
    static final List<String> MONTHS = List.of("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
            "septiembre", "octubre", "noviembre", "diciembre");
    static final String DOW = "(?<dow>" + String.join("|", WEEKDAYS) + ")";
    static final String MONTH = "(?<month>" + String.join("|", MONTHS) + ")";
    static final String DAY = "(?<day>\\d{1,2}|primero)(?:(?<= 1) (?:ro|ero|er|o))?";
    static final String NOT_AN_HOUR = "(?! (?:am|pm|hrs|y media|y cuarto|en punto|de la|opcion|dias|semanas|meses|para las?)(?= ))";
    /** "que viene" and its like, after the noun. */
    static final String COMING = "(?:que viene|que entra|entrante|que sigue|proxim[oa]|siguiente)";
    /** "próximo" and its like, before the noun. */
    static final String NEXT = "(?:proxim[oa]|siguiente)";

    private static final List<Rule> RULES = Stream
            .of(SpanRules.DISTANCES, DateRules.ALL, SpanRules.WEEKS, SpanRules.WEEKDAYS, SpanRules.MONTHS, SpanRules.NEAR,
                    DateRules.NUMBERS)
            .flatMap(List::stream)
            .toList();

    private DayWords() {}

    /**
     * One way of naming a day.
     *
     * @param nobodys whether the words, when they mean no day, name one that does not exist, and so may mean no other
     */
    record Rule(Pattern words, Function<DayMatch, Optional<Day>> meaning, Predicate<DayMatch> nobodys) {

        Rule(String words, Function<DayMatch, Optional<Day>> meaning) {
            this(words, meaning, match -> false);
        }

        Rule(String words, Function<DayMatch, Optional<Day>> meaning, Predicate<DayMatch> nobodys) {
            this(Sentence.pattern(words), meaning, nobodys);
        }
    }

    /**
     * @param sentence with "@0 ", "@1 "… where days were
     * @param impossible a day was named that does not exist
     */
    record Marked(Sentence sentence, List<Day> days, boolean impossible) {}

    static Marked mark(Sentence sentence, Calendar calendar) {
        List<Day> days = new ArrayList<>();
        String words = sentence.words();
        boolean impossible = false;
        for (Rule rule : RULES) {
            StringBuilder marked = new StringBuilder();
            Matcher matcher = rule.words().matcher(words);
            while (matcher.find()) {
                DayMatch match = new DayMatch(matcher, calendar);
                Optional<Day> day = rule.meaning().apply(match);
                day.ifPresent(days::add);
                boolean nobodys = day.isEmpty() && rule.nobodys().test(match);
                impossible |= nobodys;
                String unread = nobodys ? "," : matcher.group();
                matcher.appendReplacement(marked,
                        Matcher.quoteReplacement(day.isPresent() ? "@" + (days.size() - 1) : unread));
            }
            words = matcher.appendTail(marked).toString();
        }
        return new Marked(new Sentence(words), days, impossible);
    }
}
