package mx.yume.assistant.language;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Wishes with a no before or after them ("no puedo mañana", "el martes no", "que no sea con Beto"): what they name is not
 * wanted, so it must not be read as if it were. A question ("¿no tienes mañana?") is a wish all the same.
 */
final class Refusals {
    private static final String EXCEPTED = "(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|hoy|mañana|fin(?:es)? de semana)";
    private static final String END = "(?= (?:,|pero|mejor|sino|aunque|entonces|prefiero|quiero) | $)";
    private static final Pattern BEFORE = Pattern
            .compile("(?<= )no (?:puedo|podria|podre|quiero|quisiera|me quedan?|me sirve|me acomoda|alcanzo|voy a poder"
                    + "|tengo chance|necesito)(?! (?:ir|asistir|llegar|nada) )(?: [^ ,?]+){1,12}?" + END);
    private static final Pattern EXCEPT = Pattern.compile(
            "(?<= )(?:excepto|salvo|menos|que no sea|(?:pero )?no (?=con |un |una |tan |muy |hoy |mañana |(?:el|los|en) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|la)))"
                    + " ?(?:(?:el|los|las|la|con|un|una|en|a las|por|tan|muy|hoy|mañana) )[^ ,?]+(?: [^ ,?]+){0,12}?" + END);
    /** "cualquier día menos el lunes a las 11" keeps its hour. */
    private static final Pattern EXCEPT_DAY = Sentence
            .pattern("(?:excepto|salvo|menos) (?:(?:el|los|las|en) ){0,2}" + EXCEPTED + "(?: ,? ?[yoe] (?:(?:el|los) )?"
                    + EXCEPTED
                    + "){0,5}");
    private static final Pattern NOT_ON = Sentence
            .pattern("que no sean? (?:(?:el|los|en) ){0,2}" + EXCEPTED + "(?: ,? ?[yoe] (?:(?:el|los) )?"
                    + EXCEPTED + "){0,5}");
    private static final Pattern WEEKDAY = Pattern.compile(String.join("|", DayWords.WEEKDAYS) + "|fin(?:es)? de semana");
    private static final Pattern AFTER = Pattern.compile(
            "(?<= |^)(?:[^ ,?]+ ){1,12}?(?:(?:yo |ya )?no)(?: (?:puedo|podre|podria|voy a poder|alcanzo|me queda|me acomoda|me sirve|quiero|va|me da tiempo|se puede|gracias))?(?= (?:,|pero|mejor|sino) | $)");

    private Refusals() {}

    /** Something was turned down: by itself that is a no. */
    static boolean in(Sentence sentence) {
        return sentence.has(BEFORE) || sentence.has(AFTER);
    }

    /** "cualquier día menos el lunes" */
    static Set<DayOfWeek> excluded(Sentence sentence) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Stream.concat(EXCEPT_DAY.matcher(sentence.words()).results(), NOT_ON.matcher(sentence.words()).results())
                .flatMap(match -> WEEKDAY.matcher(match.group()).results()).forEach(word -> {
                    int day = DayWords.WEEKDAYS.indexOf(word.group());
                    days.addAll(day < 0 ? EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY) : EnumSet.of(DayOfWeek.of(day + 1)));
                });
        return days;
    }

    static Sentence without(Sentence sentence) {
        return sentence.without(BEFORE).without(EXCEPT_DAY).without(EXCEPT).without(AFTER);
    }
}
