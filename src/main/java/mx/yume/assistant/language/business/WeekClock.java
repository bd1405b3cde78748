package mx.yume.assistant.language.business;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * An hour as said about a week, perhaps without telling morning from evening.
 *
 * @param hour 0 to 23, or more when there is no such hour
 * @param half what was said with it
 */
record WeekClock(int hour, int minute, Optional<Half> half) {
    /** Opening hours from this one on, said bare, are of the morning. */
    private static final int FIRST_OF_MORNING = 5;
    private static final int FIRST_CERTAIN_OF_MORNING = 7;
    private static final int NOON = 12;

    enum Half {
        MORNING, AFTERNOON, NIGHT
    }

    static String words(int n) {
        return ("(?:(?<hN>\\d{1,2})(?:[:.](?<mN>\\d{2}))?|(?<nN>mediodia|medianoche))(?: (?<pN>y media|y cuarto|30|15|45))?(?: (?:hrs|horas|h))?"
                + "(?: (?<aN>am|pm|(?:de|en|por) la (?:mañana|tarde|noche|madrugada)|del (?:dia|mediodia)))?(?: (?:hrs|en punto))?")
                .replace("N>", n + ">");
    }

    static WeekClock of(Matcher found, int n) {
        String named = group(found, "n" + n);
        if (!named.isEmpty()) {
            return new WeekClock(NOON, 0, Optional.of(named.equals("mediodia") ? Half.AFTERNOON : Half.NIGHT));
        }
        String minute = group(found, "m" + n);
        int minutes = minute.isEmpty() ? part(group(found, "p" + n)) : Integer.parseInt(minute);
        return new WeekClock(Integer.parseInt(group(found, "h" + n)), minutes, half(group(found, "a" + n)));
    }

    private static String group(Matcher found, String name) {
        String group = found.group(name);
        return group == null ? "" : group;
    }

    private static int part(String words) {
        return switch (words) {
            case "" -> 0;
            case "y media" -> 30;
            case "y cuarto" -> 15;
            default -> Integer.parseInt(words);
        };
    }

    private static Optional<Half> half(String words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (words.endsWith("noche")) {
            return Optional.of(Half.NIGHT);
        }
        return Optional.of(words.equals("am") || words.endsWith("mañana") || words.endsWith("madrugada") ? Half.MORNING
                : Half.AFTERNOON);
    }

    boolean exists() {
        return hour <= 23 && minute <= 59;
    }

    boolean bare() {
        return half.isEmpty() && hour >= 1 && hour <= NOON;
    }

    /** As an opening hour: 5 to 11 are morning, 12 to 4 afternoon, unless it closes in the evening soon after. */
    LocalTime opening(WeekClock closes) {
        boolean evening = closes.half().filter(said -> said != Half.MORNING).isPresent() && hour < FIRST_CERTAIN_OF_MORNING;
        return bare() ? in(hour < FIRST_OF_MORNING || hour == NOON || evening ? Half.AFTERNOON : Half.MORNING) : said();
    }

    /** As a closing hour: said bare, the first after the opening. */
    LocalTime closing(LocalTime opens) {
        if (!bare()) {
            return said();
        }
        LocalTime morning = in(Half.MORNING);
        return morning.isAfter(opens) ? morning : in(Half.AFTERNOON);
    }

    LocalTime evening() {
        return in(Half.AFTERNOON);
    }

    private LocalTime said() {
        return half.filter(any -> hour >= 1 && hour <= NOON).map(this::in).orElseGet(() -> LocalTime.of(hour, minute));
    }

    private LocalTime in(Half part) {
        return switch (part) {
            case MORNING -> LocalTime.of(hour % NOON, minute);
            case AFTERNOON -> LocalTime.of(hour % NOON + NOON, minute);
            case NIGHT -> LocalTime.of(hour == NOON || hour < FIRST_OF_MORNING ? hour % NOON : hour + NOON, minute);
        };
    }
}
