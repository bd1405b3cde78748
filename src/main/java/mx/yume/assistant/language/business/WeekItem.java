package mx.yume.assistant.language.business;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a message about a week says, piece by piece. */
sealed interface WeekItem {

    /** @param joined with an "y" to what comes next */
    record Days(Set<DayOfWeek> days, boolean joined) implements WeekItem {}

    /** "los demás días" */
    record Rest() implements WeekItem {}

    record Stretch(WeekClock opens, WeekClock closes) implements WeekItem {}

    record Until(WeekClock closes) implements WeekItem {}

    record From(WeekClock opens) implements WeekItem {}

    /** "24 horas" */
    record AllDay() implements WeekItem {}

    record Closed() implements WeekItem {}

    record Except() implements WeekItem {}

    record Only() implements WeekItem {}

    /** "también", "igual" */
    record Same() implements WeekItem {}

    String DAY = "(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)";
    String ARTICLE = "(?:(?:el|los|las|de|en|dia|dias) ){0,3}";
    String TO = "(?:(?:,|y) )?(?:a|al|hasta|-|y hasta|(?:y |, )?(?:se )?(?:cerramos|cierro|cierra|cierran|cerrar|salimos|salgo)(?: a| hasta)?)";
    String AT = "(?:(?:a|como|de) )?(?:las? )?";

    Pattern ITEM = Pattern.compile("(?<= )(?:"
            + "(?<range>(?<first>" + DAY + ") (?:a|al|hasta|-) (?:el )?(?<last>" + DAY + "))"
            + "|(?<all>tod[oa]s los dias|diario|diariamente|cada dia|toda la semana|los 7 dias(?: de la semana)?|cualquier dia)"
            + "|(?<working>entre semana|dias de semana|dias habiles|dias laborales)|(?<weekend>(?:el |los )?fin(?:es)? de semana)"
            + "|(?<rest>(?:los |las )?(?:demas|otros|restantes)(?: dias)?|(?:el )?resto(?: de (?:la semana|los dias))?)"
            + "|(?<day>" + DAY + ")"
            + "|(?<except>menos|excepto|salvo|(?:a|con) excepcion del?|quitando|que no sean?)(?! cuarto)"
            + "|(?<allday>(?:las )?24 (?:hrs|horas|h)|las 24)"
            + "|(?<stretch>(?:(?:de|desde|entre|abrimos|abro|abren|abre) ){0,2}" + AT + WeekClock.words(1) + " " + TO
            + " (?:las? )?"
            + WeekClock.words(2) + ")"
            + "|(?<until>(?:hasta|cerramos|cierro|cierra|cierran|salimos|salgo) (?:a |hasta )?(?:las? )?" + WeekClock.words(3)
            + ")"
            + "|(?<from>(?:desde|a partir de|abrimos|abro|abre|abren|empezamos|empiezo|entramos) (?:desde )?(?:a )?(?:las? )?"
            + WeekClock.words(4) + ")"
            + "|(?<closed>no (?:abrimos|abro|abre|trabajamos|trabajo|trabaja|atendemos|atiendo|laboramos|laboro|hay servicio|hay|servicio|se (?:abre|trabaja|labora))"
            + "|no|cerrado|cerrada|cerrados|cerramos|cierro|cierra|descanso|descansamos|descansa|libre|ni)"
            + "|(?<only>solo|solamente|nomas|nada mas|unicamente)|(?<same>tambien|igual|mismo horario|lo mismo)"
            + ")(?= )");

    Pattern JOINED = Pattern.compile(" [ye] (?!hasta)");

    static List<WeekItem> of(String words) {
        List<WeekItem> items = new ArrayList<>();
        Matcher matcher = ITEM.matcher(words);
        while (matcher.find()) {
            WeekItem item = item(matcher);
            items.add(item instanceof Days(var days, _) ? new Days(days, JOINED.matcher(words).region(matcher.end(),
                    words.length()).lookingAt()) : item);
        }
        return items;
    }

    private static WeekItem item(Matcher found) {
        if (found.group("range") != null) {
            return new Days(between(number(found.group("first")), number(found.group("last"))), false);
        }
        if (found.group("day") != null) {
            return new Days(Set.of(DayOfWeek.of(number(found.group("day")))), false);
        }
        if (found.group("all") != null) {
            return new Days(EnumSet.allOf(DayOfWeek.class), false);
        }
        if (found.group("working") != null) {
            return new Days(between(1, 5), false);
        }
        return found.group("weekend") != null ? new Days(between(6, 7), false) : other(found);
    }

    private static WeekItem other(Matcher found) {
        if (found.group("stretch") != null) {
            return new Stretch(WeekClock.of(found, 1), WeekClock.of(found, 2));
        }
        if (found.group("until") != null) {
            return new Until(WeekClock.of(found, 3));
        }
        if (found.group("from") != null) {
            return new From(WeekClock.of(found, 4));
        }
        return marker(found);
    }

    private static WeekItem marker(Matcher found) {
        if (found.group("rest") != null) {
            return new Rest();
        }
        if (found.group("except") != null) {
            return new Except();
        }
        if (found.group("allday") != null) {
            return new AllDay();
        }
        if (found.group("only") != null) {
            return new Only();
        }
        return found.group("same") != null ? new Same() : new Closed();
    }

    /** Round the week: Friday to Monday are four days. */
    private static Set<DayOfWeek> between(int first, int last) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day = DayOfWeek.of(first);; day = day.plus(1)) {
            days.add(day);
            if (day.getValue() == last || days.size() == 7) {
                return days;
            }
        }
    }

    private static int number(String day) {
        return WeekText.DAYS.indexOf(day) + 1;
    }
}
