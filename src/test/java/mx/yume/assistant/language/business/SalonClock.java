package mx.yume.assistant.language.business;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import mx.yume.assistant.language.Lexicon;
import mx.yume.business.WeeklyHours;

/** A business with nothing yet, on a Wednesday morning. */
final class SalonClock {

    private SalonClock() {}

    static Lexicon lexicon() {
        return new Lexicon(ZonedDateTime.parse("2027-01-13T09:00-06:00[America/Mexico_City]"), List.of(), List.of(),
                new WeeklyHours(Map.of()));
    }
}
