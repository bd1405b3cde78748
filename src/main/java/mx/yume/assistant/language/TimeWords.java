package mx.yume.assistant.language;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mx.yume.assistant.language.Clock12.Half;

/**
 * Times of day and stretches of it. A clock time counts before a stretch between two, that before a part of the day, and that
 * before the vague "al rato". A bare number is a time only with words that say so.
 */
final class TimeWords {
    private static final LocalTime FIRST = LocalTime.MIN;
    private static final LocalTime LAST = LocalTime.of(23, 59);
    private static final String ONE = Clock12.words(1);
    private static final String TWO = Clock12.words(2);
    private static final String AT = "(?:a )?(?:(?:eso|como|cerca|alrededor) de )?";

    private static final Pattern BETWEEN = Sentence
            .pattern("(?:entre|de|desde) (?:(?:las?|el) )?" + ONE + " (?:y|a|al|hasta|y hasta)(?: las?| el)? " + TWO
                    + "(?! (?:dias|semanas|meses|hrs|para))");
    private static final Pattern MOVED = Sentence.pattern("(?:de|desde) las? " + ONE + " (?:a|para) las? " + TWO);
    private static final Pattern FROM_ON = Sentence
            .pattern("(?:despues|luego|a partir|pasad[ao]s?|pasando|desde|mas tarde|saliendo) (?:de |del )?(?:las? |el )?" + ONE
                    + "|(?:a )?(?:las? )?" + TWO + " (?:en adelante|o despues|o mas tarde|para adelante|para arriba)");
    private static final Pattern UNTIL = Sentence.pattern("(?:antes|no despues) (?:de |del )(?:las? |el )?" + ONE);
    private static final Pattern UNTIL_AND_AT = Sentence
            .pattern("(?:hasta|a mas tardar(?: a)?) las? " + ONE + "|(?:a )?las? " + TWO + " o antes");
    private static final Pattern EITHER = Sentence.pattern(AT + "las? " + ONE + " ,? ?[ou] (?:a )?(?:las? )?" + TWO);
    private static final Pattern TO_THE_HOUR = Sentence
            .pattern("(?:(?:un )?(?<quarter>cuarto)|(?<minutes>5|10|15|20|25)(?: minutos)?) para (?:las? )" + ONE);
    private static final Pattern AT_THE_HOUR = Sentence
            .pattern(AT + "las " + ONE + "(?! (?:opciones|servicios|cosas|dias?|citas|queremos|vamos|juntas))|" + AT
                    + "(?:(?:a|de|para|como|tipo|sobre) la (?=1(?: |:|\\.)|una )|la (?=una ))" + TWO);
    private static final Pattern NAMED_HOUR = Sentence.pattern("a las " + ONE);
    /** "corte las dos", "para las dos, mi mamá y yo": how many they are. */
    private static final Pattern TOGETHER = Sentence
            .pattern(
                    "mi [a-zñ]+ y (?:yo|para mi|a mi)|yo y mi [a-zñ]+|nosotr[ao]s|(?:las|los) [2-4] (?:junt[ao]s|al mismo tiempo|a la vez)");
    private static final Pattern HOW_MANY = Sentence.pattern(
            "(?<! a )(?:para )?las [2-4](?! (?:am|pm|hrs|en punto|de la|y (?:media|cuarto|\\d+)|con|menos|\\d))");
    private static final Pattern WITH_PROOF = Sentence.pattern(
            "(?=\\d{1,2}:\\d{2}|\\d{1,4}(?:[:.]\\d{2})?(?: y [a-z0-9]+)? (?:am|pm|(?:de|en|por) la (?:mañana|tarde|noche|madrugada)|del (?:dia|mediodia)|en punto)"
                    + "|(?:9|1\\d|2[0-3]) hrs|\\d{1,2}(?::\\d{2}) hrs|\\d{1,2} y (?:media|cuarto)|una (?:y (?:media|cuarto)|de la|pm)|mediodia|medianoche)"
                    + ONE);
    private static final Pattern ROUGHLY = Sentence
            .pattern("(?:(?:eso|cerca|alrededor) de|tipo|(?<=@\\d )como|como a|a eso de) " + ONE);
    private static final Pattern IN_HOURS = Sentence.pattern(
            "(?:en|dentro de) (?:como |unas? )?(?:(?<half>media) hora|(?<n>\\d{1,2}|una|un) (?:hora|hrs)(?<more> y media)?)");

    /** Words and their stretches. Ordered: longer ways of saying come before the shorter ones in them. */
    private static final Map<Pattern, TimeReading> PARTS = parts();
    private static final Pattern LATER_TODAY = Sentence
            .pattern("(?:al|en un) (?:rat(?:o|ito))|ahorit(?:a|ita)(?: mismo)?|mas al rato");
    private static final Pattern SOONEST = Sentence.pattern(
            "(?:lo )?(?:antes|mas pronto|mas rapido|mas temprano) (?:posible|que (?:se )?pued[a-z]+|que tengas|que haya)|cuanto antes|en cuanto (?:se )?pued[a-z]+"
                    + "|lo mas pronto|lo antes|(?:el |la |lo )?primer[oa]? (?:lugar|espacio|horario|hora|cita|hueco)? ?(?:libre|disponible|que (?:tengas|haya|tengan))|urgente(?:mente)?|me urge|(?:la|lo|el) mas (?:proxim[oa]|cercan[oa]|pronto)");
    private static final Pattern ANY_TIME = Sentence.pattern(
            "(?:a )?cualquier hora|(?:a )?la hora que (?:sea|quieras|puedas|tengas|haya)|todo el dia|(?:da|es) igual (?:la hora|a que hora)");
    private static final Pattern MORNING = Sentence.pattern("(?:en |por |de )?las? mañanas?|tempran[oa]");
    private static final Pattern AFTERNOON = Sentence.pattern("(?:las? )?tard(?:es?|ecita)|@\\d+ tarde");
    private static final Pattern NIGHT = Sentence.pattern("(?:las? )?noch(?:es?|ecita)");

    private final Sentence sentence;
    private final OpenHours open;
    private final boolean moving;

    /** @param sentence without days, greetings and refused wishes */
    TimeWords(Sentence sentence, OpenHours open, boolean moving) {
        this.sentence = sentence.has(TOGETHER) ? sentence.without(HOW_MANY) : sentence;
        this.open = open;
        this.moving = moving;
    }

    /** When a time also says which days it is about. */
    enum Days {
        ANY, TODAY, FROM_TODAY
    }

    record Found(TimeReading reading, Days days) {
        private static Optional<Found> on(TimeReading reading) {
            return Optional.of(new Found(reading, Days.ANY));
        }
    }

    Optional<Found> read(ZonedDateTime now) {
        boolean today = sentence.has(LATER_TODAY);
        return between().or(this::fromOnUntil).or(this::fromOn).or(this::until).or(this::exact)
                .map(time -> new Found(time, today ? Days.TODAY : Days.ANY))
                .or(() -> inHours(now)).or(this::part).or(() -> vague(now));
    }

    /** An hour was said that no clock shows: "a las 25:00". */
    boolean impossible() {
        return NAMED_HOUR.matcher(sentence.words()).results().anyMatch(found -> Clock12.of(found, 1).isEmpty());
    }

    private Optional<TimeReading> between() {
        Optional<TimeReading> moved = moving ? two(MOVED).map(pair -> TimeReading.at(pair.to())) : Optional.empty();
        return moved.or(() -> two(BETWEEN)).or(() -> two(EITHER)).filter(range -> !range.to().isBefore(range.from()));
    }

    private Optional<TimeReading> two(Pattern pattern) {
        Matcher matcher = pattern.matcher(sentence.words());
        if (!matcher.find()) {
            return Optional.empty();
        }
        Optional<Clock12> second = Clock12.of(matcher.toMatchResult(), 2);
        return Clock12.of(matcher.toMatchResult(), 1)
                .flatMap(from -> second.map(to -> stretch(to.half().isPresent() ? from : from.or(hint()), to)));
    }

    private TimeReading stretch(Clock12 from, Clock12 to) {
        if (to.half().isPresent() && from.half().isEmpty()) {
            LocalTime end = to.at(open);
            return new TimeReading(from.before(end, open), end);
        }
        LocalTime start = from.at(open);
        return new TimeReading(start, to.after(start, open));
    }

    /** "después de las 5 y antes de las 7" */
    private Optional<TimeReading> fromOnUntil() {
        return fromOn().flatMap(from -> until().filter(until -> !until.to().isBefore(from.from()))
                .map(until -> new TimeReading(from.from(), until.to())));
    }

    private Optional<TimeReading> fromOn() {
        return one(FROM_ON).map(time -> new TimeReading(time, LAST));
    }

    /** "antes de las 12" does not include twelve, "hasta las 12" does. */
    private Optional<TimeReading> until() {
        return one(UNTIL).filter(time -> time.isAfter(FIRST)).map(time -> new TimeReading(FIRST, time.minusMinutes(1)))
                .or(() -> one(UNTIL_AND_AT).map(time -> new TimeReading(FIRST, time)));
    }

    private Optional<TimeReading> exact() {
        return toTheHour().or(() -> one(NAMED_HOUR)).or(() -> one(moving ? AT_THE_HOUR : WITH_PROOF)).or(() -> one(AT_THE_HOUR))
                .or(() -> one(WITH_PROOF)).or(() -> one(ROUGHLY)).map(TimeReading::at);
    }

    private Optional<LocalTime> toTheHour() {
        Matcher matcher = TO_THE_HOUR.matcher(sentence.words());
        if (!matcher.find()) {
            return Optional.empty();
        }
        int minutes = matcher.group("quarter") != null ? 15 : Integer.parseInt(matcher.group("minutes"));
        return Clock12.of(matcher.toMatchResult(), 1).map(clock -> clock.or(hint()).minus(minutes).at(open));
    }

    private Optional<LocalTime> one(Pattern pattern) {
        Optional<LocalTime> last = Optional.empty();
        Matcher matcher = pattern.matcher(sentence.words());
        while (matcher.find() && (last.isEmpty() || moving)) {
            int n = matcher.group(1) != null || anyOf(matcher, 1) ? 1 : 2;
            last = Clock12.of(matcher.toMatchResult(), n).map(clock -> clock.or(hint()).at(open))
                    .or(() -> Optional.<LocalTime>empty());
        }
        return last;
    }

    private static boolean anyOf(Matcher matcher, int n) {
        return matcher.group("hour" + n) != null || matcher.group("one" + n) != null || matcher.group("named" + n) != null;
    }

    private Optional<Half> hint() {
        if (sentence.has(AFTERNOON)) {
            return Optional.of(Half.AFTERNOON);
        }
        return sentence.has(NIGHT) ? Optional.of(Half.NIGHT)
                : Optional.of(Half.MORNING).filter(morning -> sentence.has(MORNING));
    }

    /** "en una hora": from then, for an hour, since nobody means the minute. */
    private Optional<Found> inHours(ZonedDateTime now) {
        Matcher matcher = IN_HOURS.matcher(sentence.words());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String n = matcher.group("n");
        long minutes = (n == null ? 30 : Character.isDigit(n.charAt(0)) ? Long.parseLong(n) * 60 : 60)
                + (matcher.group("more") == null ? 0 : 30);
        ZonedDateTime from = now.plusMinutes(minutes).truncatedTo(ChronoUnit.MINUTES);
        if (!from.toLocalDate().equals(now.toLocalDate())) {
            return Optional.empty();
        }
        LocalTime end = from.getHour() == 23 ? LAST : from.toLocalTime().plusHours(1);
        return Optional.of(new Found(new TimeReading(from.toLocalTime(), end), Days.TODAY));
    }

    private Optional<Found> part() {
        return PARTS.entrySet().stream().filter(part -> sentence.has(part.getKey())).findFirst()
                .flatMap(part -> sentence.has(LATER_TODAY) ? Optional.of(new Found(part.getValue(), Days.TODAY))
                        : Found.on(part.getValue()));
    }

    private Optional<Found> vague(ZonedDateTime now) {
        if (sentence.has(LATER_TODAY)) {
            LocalTime from = now.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
            return Optional.of(new Found(new TimeReading(from, LAST), Days.TODAY));
        }
        if (sentence.has(SOONEST)) {
            return Optional.of(new Found(new TimeReading(FIRST, LAST), Days.FROM_TODAY));
        }
        return sentence.has(ANY_TIME) ? Found.on(new TimeReading(FIRST, LAST)) : Optional.empty();
    }

    private static Map<Pattern, TimeReading> parts() {
        Map<Pattern, TimeReading> parts = new LinkedHashMap<>();
        add(parts,
                "(?:saliendo|salir|salga|salgo|despues) (?:de la |del |de mi |de )?(?:trabajo|trabajar|chamba|jale|oficina|trabaja)",
                "17:00", "21:00");
        add(parts, "(?:despues|luego) de (?:la )?(?:comer|comida)", "15:00", "18:59");
        add(parts, "antes de (?:la )?(?:comer|comida)", "12:00", "14:00");
        add(parts, "(?:a la )?hora de (?:la )?(?:comer|comida)", "13:00", "16:00");
        add(parts, "tarde noche", "17:00", "21:00");
        add(parts, "(?:la )?tardecita", "16:00", "19:00");
        add(parts, "(?:muy |bien |(?<!mas ))tempran(?:o|ito)(?! posible)|a primera hora|primera hora", "05:00", "11:00");
        add(parts, "(?:la )?madrugada", "00:00", "05:00");
        add(parts, "las? mañanas?", "05:00", "11:59");
        add(parts, "las? tardes?|@\\d+ tarde", "12:00", "18:59");
        add(parts, "las? noches?|@\\d+ noche", "18:00", "23:59");
        return parts;
    }

    private static void add(Map<Pattern, TimeReading> parts, String words, String from, String to) {
        parts.put(Sentence.pattern(words), new TimeReading(LocalTime.parse(from), LocalTime.parse(to)));
    }
}
