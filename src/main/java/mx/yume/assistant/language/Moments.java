package mx.yume.assistant.language;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The days and times that a message names, whatever is wanted of them: "el viernes no puedo" names Friday, which is no wish of a
 * customer's, yet the day that somebody who works there is away.
 *
 * @param day what the days named mean together
 * @param several different days were named that are no stretch: {@code day} is only the first
 * @param impossible a day or an hour was said that does not exist
 * @param words as they were read, "@0", "@1" standing where days were
 */
public record Moments(Optional<DayReading> day, boolean several, Optional<TimeReading> time, boolean impossible, String words) {

    public static Moments read(String text, Lexicon lexicon) {
        Sentence sentence = Sentence.of(SpanishReader.bounded(text), new Spelling(Set.of()));
        LocalDate today = lexicon.now().toLocalDate();
        DayWords.Marked marked = DayWords.mark(sentence, new Calendar(today, false));
        Optional<Day> day = new Days(marked, false).together();
        var weekday = day.filter(Day::single).map(named -> named.reading().from().getDayOfWeek());
        TimeWords times = new TimeWords(marked.sentence(), new OpenHours(lexicon.hours(), weekday), false);
        long different = marked.days().stream().map(Day::reading).distinct().count();
        boolean several = different > 1 && day.filter(named -> named.single() && named.reading().confirm()).isPresent();
        return new Moments(day.map(Day::reading), several, times.read(lexicon.now()).map(TimeWords.Found::reading),
                marked.impossible() || times.impossible(), marked.sentence().words());
    }
}
