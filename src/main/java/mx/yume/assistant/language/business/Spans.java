package mx.yume.assistant.language.business;

import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.language.Reading;
import mx.yume.assistant.language.SpanishReader;
import mx.yume.assistant.language.TimeReading;
import mx.yume.business.Hours;

/** Reads the time that somebody is away: "mañana de 2 a 4", "del 20 al 25", "todos los lunes de 2 a 3". */
public final class Spans {
    private static final SpanishReader READER = new SpanishReader();

    private Spans() {}

    /** Empty when no day and no hours were said. Hours without a day are today's. */
    public static Optional<SpanReading> read(String text, Lexicon lexicon) {
        Reading reading = READER.read(text, lexicon);
        if (reading.day().isEmpty() && reading.time().isEmpty()) {
            return Optional.empty();
        }
        DayReading day = reading.day().orElse(DayReading.of(lexicon.now().toLocalDate()));
        Optional<Hours> hours = reading.time().map(Spans::hours);
        return Optional.of(new SpanReading(day.from(), day.to(), hours, hours.isEmpty(), false, Set.of(), day.confirm()));
    }

    private static Hours hours(TimeReading time) {
        LocalTime end = time.exact() ? time.from().plusHours(1) : time.to();
        return new Hours(time.from(), end);
    }
}
