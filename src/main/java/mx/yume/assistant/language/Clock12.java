package mx.yume.assistant.language;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * A clock time as said, perhaps without telling morning from afternoon.
 *
 * @param hour 0 to 23
 * @param half what was said with it, if anything
 */
record Clock12(int hour, int minute, Optional<Half> half) {

    /** Half of the day, told by "am", "de la tarde" and the like. */
    enum Half {
        MORNING, AFTERNOON, NIGHT
    }

    /** The words of one clock time; group names end in {@code n} so that two fit in one pattern. */
    static String words(int n) {
        return ("(?:(?<hourN>\\d{1,2})(?:[:.]?(?<minuteN>\\d{2}))?|(?<oneN>una)|(?<namedN>mediodia|medianoche))"
                + "(?: (?<partN>y media|y cuarto|y (?:\\d{2}|5)|con \\d{2}|menos cuarto|menos \\d{1,2}|\\d{2})(?: minutos?)?(?! (?:@|de (?:[efmasond][a-z]+ro|abril|mayo|ju))))?"
                + "(?: en punto)?(?: hrs)?(?: (?<halfN>am|pm|(?:de|en|por) la (?:mañana|tarde|tardecita|noche|madrugada)|del (?:dia|mediodia)))?(?: en punto)?")
                .replace("N>", n + ">");
    }

    /** Empty when there is no such time, as at 25:00. */
    static Optional<Clock12> of(MatchResult found, int n) {
        String named = group(found, "named" + n);
        if (!named.isEmpty()) {
            return Optional.of(new Clock12(named.equals("mediodia") ? 12 : 0, 0,
                    Optional.of(named.equals("mediodia") ? Half.AFTERNOON : Half.MORNING)));
        }
        int hour = number(group(found, "hour" + n), 1);
        int minutes = number(group(found, "minute" + n), 0) + partOfHour(group(found, "part" + n));
        if (hour > 23 || Math.abs(minutes) > 59) {
            return Optional.empty();
        }
        return Optional.of(new Clock12(hour, 0, half(group(found, "half" + n), hour)).shifted(minutes));
    }

    private Clock12 shifted(int minutes) {
        return minutes >= 0 ? new Clock12(hour, minutes, half)
                : new Clock12(hour <= 1 ? hour + 11 : hour - 1, 60 + minutes, half);
    }

    /** "cuarto para las 5" */
    Clock12 minus(int minutes) {
        return shifted(minute - minutes);
    }

    private static String group(MatchResult found, String name) {
        String group = found.namedGroups().containsKey(name) ? found.group(name) : null;
        return group == null ? "" : group;
    }

    private static int number(String digits, int otherwise) {
        return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    private static int partOfHour(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        String last = part.substring(part.lastIndexOf(' ') + 1);
        int minutes = switch (last) {
            case "media" -> 30;
            case "cuarto" -> 15;
            default -> Integer.parseInt(last);
        };
        return part.startsWith("menos") ? -minutes : minutes;
    }

    private static Optional<Half> half(String words, int hour) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (words.endsWith("noche")) {
            return Optional.of(Half.NIGHT);
        }
        boolean midday = words.startsWith("del ") && (hour == 12 || hour < 7);
        boolean afternoon = words.equals("pm") || words.contains("tarde") || midday;
        return Optional.of(afternoon ? Half.AFTERNOON : Half.MORNING);
    }

    boolean onDial() {
        return hour >= 1 && hour <= 12;
    }

    /** @param open decides when the words do not */
    LocalTime at(OpenHours open) {
        if (!onDial()) {
            return LocalTime.of(hour, minute);
        }
        return half.map(this::in).orElseGet(() -> open.of(hour, minute));
    }

    /** "12 de la noche" is midnight; "1 de la noche" does not exist but in the small hours. */
    LocalTime in(Half said) {
        return switch (said) {
            case MORNING -> LocalTime.of(hour % 12, minute);
            case AFTERNOON -> LocalTime.of(hour % 12 + 12, minute);
            case NIGHT -> LocalTime.of(hour == 12 || hour < 5 ? hour % 12 : hour + 12, minute);
        };
    }

    Clock12 or(Optional<Half> hint) {
        return half.isPresent() || !onDial() ? this : new Clock12(hour, minute, hint);
    }

    /** The first such time after another: "de 11 a 2". */
    LocalTime after(LocalTime start, OpenHours open) {
        if (!onDial() || half.isPresent()) {
            return at(open);
        }
        LocalTime before = in(Half.MORNING);
        return before.isAfter(start) ? before : in(Half.AFTERNOON);
    }

    /** The last such time before another: "de 11 a 2 de la tarde". */
    LocalTime before(LocalTime end, OpenHours open) {
        if (!onDial() || half.isPresent()) {
            return at(open);
        }
        LocalTime late = in(Half.AFTERNOON);
        return late.isBefore(end) ? late : in(Half.MORNING);
    }
}
