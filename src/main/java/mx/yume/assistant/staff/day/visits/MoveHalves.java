package mx.yume.assistant.staff.day.visits;

import java.util.regex.Pattern;

/**
 * What is said of the visit that is to be moved, and of where it goes: "la de las 11 | al viernes a las 5".
 *
 * @param from which visit
 * @param to where it goes; empty where nothing was said of it
 */
record MoveHalves(String from, String to) {

    private static final Pattern VISIT = Pattern.compile("(?iu)\\b(?:la|lo|cita|turno|el)\\s+(?:cita\\s+)?(?:del?|con)\\s+");
    private static final Pattern TARGET = Pattern
            .compile("(?iu)(?<=\\s)(?:al\\s+|para\\s+|hasta\\s+|a\\s+(?:las?|el|mañana|hoy|pasado)\\b|con\\s+)");
    private static final Pattern DAY_TARGET = Pattern
            .compile("(?iu)(?<=\\s)(?:al\\s+|para\\s+(?:el|la|las|mañana|hoy|pasado)\\b|a\\s+(?:mañana|hoy|pasado)\\b)");

    static MoveHalves of(String text) {
        var visit = VISIT.matcher(text);
        int start = visit.find() ? visit.end() : 0;
        var target = TARGET.matcher(text);
        if (!target.find(start)) {
            return new MoveHalves(text, "");
        }
        int split = target.start();
        var day = DAY_TARGET.matcher(text);
        boolean hourFirst = Pattern.compile("(?iu)^a\\s+las?\\b").matcher(text.substring(split)).find();
        if (hourFirst && start > 0 && day.find(target.end())) {
            split = day.start();
        }
        return new MoveHalves(text.substring(0, split).strip(), text.substring(split).strip().replaceFirst("(?i)^al ", "el "));
    }
}
