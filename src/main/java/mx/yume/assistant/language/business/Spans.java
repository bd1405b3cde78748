package mx.yume.assistant.language.business;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.language.Folding;
import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.language.Moments;
import mx.yume.assistant.language.TimeReading;
import mx.yume.business.Hours;

/**
 * Reads the time that somebody is away: "mañana de 2 a 4", "del 20 al 25", "todos los lunes de 2 a 3".
 *
 * <p>Hours without a day are today's, or tomorrow's, to be confirmed, when they are over. An hour without an end lasts one, to be
 * confirmed. A part of the day is confirmed too; "en la tarde" lasts until closing where that is soon after. Two stretches of one
 * day, or days that do not follow each other, are not understood.
 */
public final class Spans {
    private static final String LENGTH = "(?:\\d{1,2}|una|un|dos|tres|cuatro|cinco|seis|siete|ocho)";
    /** How long, said apart from when: "por 2 horas"; not "de 10 a 12 hrs", nor "en una hora". */
    private static final Pattern LASTING = Pattern
            .compile("(?<![\\p{L}\\d:])(?<!\\ba )(?<!las )(?<!-)(?<!- )(?<!en )(?<!dentro de )(?:(?:por|durante|como) )?"
                    + "(?:media hora|hora y media|" + LENGTH
                    + " ?(?:horas?|hrs?|h)(?: y (?:media|cuarto))?|\\d{1,3} ?(?:min|mins|minutos))(?![\\p{L}\\d])");
    private static final Pattern WEEKLY = Pattern.compile(
            "(?<= )(?:tod[oa]s l[oa]s|cada|los) (?:dias?|semanas?|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|@\\d+|fines)(?= )"
                    + "|(?<= )(?:semanalmente|siempre)(?= )");
    private static final Pattern UNTIL_DAY = Pattern.compile(" hasta (?:el )?@\\d+ ");
    private static final Pattern FROM_NOW = Pattern.compile(
            "(?<= )(?:(?:el )?resto del dia|lo que (?:queda|resta)(?: del dia)?|(?:desde|a partir de) (?:ahorita|ahora|ya)|ahorita(?: mismo)?|ahora mismo)(?= )");
    private static final Pattern TWO_STRETCHES = Pattern
            .compile(
                    " de (?:las? )?\\d{1,2}(?::\\d{2})? a (?:las? )?\\d{1,2}(?::\\d{2})? (?:[a-zñ]+ ){0,3}?(?:, )?y (?:de )?(?:las? )?\\d{1,2}(?::\\d{2})? a ");
    private static final Pattern WHOLE = Pattern
            .compile("(?<= )(?:todo el dia|todo el|dia completo|completo|todito el dia)(?= )");
    private static final Pattern LEAVING = Pattern
            .compile("(?<= )(?:salgo|salimos|me voy|nos vamos|me retiro|cierro|cerramos)(?= )");
    private static final Pattern ARRIVING = Pattern
            .compile("(?<= )(?:llego|llegamos|entro|entramos|abro|abrimos|empiezo)(?= )");
    private static final LocalTime LAST = LocalTime.of(23, 59);
    private static final Duration EXTENDED = Duration.ofHours(2);

    private final Lexicon lexicon;
    private final Moments moments;
    private final Optional<Duration> lasting;
    private final Set<DayOfWeek> weekdays;

    private Spans(String text, Lexicon lexicon) {
        String folded = Folding.fold(Piece.bounded(text));
        Matcher matcher = LASTING.matcher(folded.substring(0, Math.min(folded.length(), Piece.READ)));
        this.lasting = matcher.find() ? Amounts.duration(matcher.group()) : Optional.empty();
        this.lexicon = lexicon;
        this.moments = Moments.read(lasting.isPresent() ? matcher.replaceFirst(" ") : text, lexicon);
        this.weekdays = weekly() ? Weekdays.read(text) : Set.of();
    }

    /** Empty when no day and no hours were said, or days and hours that do not exist. */
    public static Optional<SpanReading> read(String text, Lexicon lexicon) {
        return new Spans(text, lexicon).reading();
    }

    private boolean weekly() {
        return has(WEEKLY);
    }

    private boolean has(Pattern words) {
        return words.matcher(moments.words()).find();
    }

    private Optional<SpanReading> reading() {
        boolean unclear = moments.impossible() || has(TWO_STRETCHES) || (moments.several() && weekdays.isEmpty());
        if (unclear || (moments.day().isEmpty() && moments.time().isEmpty() && weekdays.isEmpty() && lasting.isEmpty()
                && !has(FROM_NOW))) {
            return Optional.empty();
        }
        if (has(FROM_NOW) || (moments.time().isEmpty() && moments.day().isEmpty() && weekdays.isEmpty())) {
            return Optional.of(fromNow());
        }
        Optional<Said> said = moments.time().filter(time -> !has(WHOLE)).map(this::said);
        return Optional.of(weekdays.isEmpty() ? once(said) : every(said));
    }

    /** @param confirm the hours are a guess */
    private record Said(Hours hours, boolean confirm) {}

    private SpanReading fromNow() {
        ZonedDateTime now = lexicon.now().truncatedTo(ChronoUnit.MINUTES);
        LocalTime end = lasting.map(length -> now.plus(length).toLocalTime()).orElse(LocalTime.MIDNIGHT);
        return new SpanReading(now.toLocalDate(), now.toLocalDate(), Optional.of(new Hours(now.toLocalTime(), end)), false,
                false,
                Set.of(), false);
    }

    private Said said(TimeReading time) {
        if (time.exact() && lasting.isEmpty() && has(LEAVING)) {
            return new Said(new Hours(time.from(), LocalTime.MIDNIGHT), false);
        }
        if (time.exact() && lasting.isEmpty() && has(ARRIVING)) {
            return new Said(new Hours(LocalTime.MIDNIGHT, time.from()), false);
        }
        if (time.exact()) {
            return new Said(new Hours(time.from(), time.from().plus(lasting.orElse(Duration.ofHours(1)))), lasting.isEmpty());
        }
        boolean open = time.from().equals(LocalTime.MIN) || time.to().equals(LAST);
        if (open || time.to().getMinute() != 59) {
            return new Said(new Hours(time.from(), time.to().getMinute() == 59 ? time.to().plusMinutes(1) : time.to()), false);
        }
        return new Said(new Hours(time.from(), untilClosing(time.to().plusMinutes(1))), true);
    }

    /** Where the business closes a little after the afternoon is over, the afternoon lasts until then. */
    private LocalTime untilClosing(LocalTime end) {
        DayOfWeek day = moments.day().map(DayReading::from).orElse(lexicon.now().toLocalDate()).getDayOfWeek();
        boolean morning = !end.isAfter(LocalTime.NOON);
        return lexicon.hours().on(day).stream().filter(hours -> !morning && !hours.crossesMidnight()).map(Hours::closes)
                .filter(closes -> closes.isAfter(end) && !closes.isAfter(end.plus(EXTENDED)))
                .max(Comparator.naturalOrder()).orElse(end);
    }

    private SpanReading once(Optional<Said> said) {
        LocalDate today = lexicon.now().toLocalDate();
        boolean over = moments.day().isEmpty() && said.filter(times -> !times.hours().crossesMidnight()
                && times.hours().closes().isBefore(lexicon.now().toLocalTime())).isPresent();
        DayReading day = moments.day().orElse(DayReading.of(over ? today.plusDays(1) : today));
        boolean unplaced = said.isEmpty() && lasting.isPresent();
        boolean confirm = day.confirm() || over || unplaced || said.filter(Said::confirm).isPresent();
        return new SpanReading(day.from(), day.to(), said.map(Said::hours), said.isEmpty(), false, Set.of(), confirm);
    }

    private SpanReading every(Optional<Said> said) {
        LocalDate today = lexicon.now().toLocalDate();
        LocalDate first = today.datesUntil(today.plusWeeks(1)).filter(day -> weekdays.contains(day.getDayOfWeek())).findFirst()
                .orElse(today);
        LocalDate last = has(UNTIL_DAY) ? moments.day().map(DayReading::to).filter(end -> !end.isBefore(first)).orElse(first)
                : first;
        return new SpanReading(first, last, said.map(Said::hours), said.isEmpty(), true, weekdays,
                said.filter(Said::confirm).isPresent());
    }
}
