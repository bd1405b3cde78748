package mx.yume.assistant.guided;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.business.Hours;
import mx.yume.business.WeeklyHours;

/** A week's hours in few lines: days in a row that are alike go together. */
public final class OpeningHours {

    private static final Locale MEXICO = Locale.forLanguageTag("es-MX");

    private final TalkTexts texts;

    public OpeningHours(TalkTexts texts) {
        this.texts = texts;
    }

    public String of(WeeklyHours hours) {
        return runs(hours).map(run -> texts.hoursLine(days(run), times(hours.on(run.getFirst()))))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<List<DayOfWeek>> runs(WeeklyHours hours) {
        var days = List.of(DayOfWeek.values());
        return days.stream().filter(day -> day == DayOfWeek.MONDAY || !hours.on(day).equals(hours.on(day.minus(1))))
                .map(first -> days.stream().dropWhile(day -> day != first)
                        .takeWhile(day -> hours.on(day).equals(hours.on(first))).toList());
    }

    private String days(List<DayOfWeek> run) {
        var first = run.getFirst().getDisplayName(TextStyle.FULL, MEXICO);
        var days = run.size() == 1 ? first
                : run.size() == 2 ? SpanishWriter.list(List.of(first, run.getLast().getDisplayName(TextStyle.FULL, MEXICO)))
                        : texts.span(first, run.getLast().getDisplayName(TextStyle.FULL, MEXICO));
        return days.substring(0, 1).toUpperCase(MEXICO) + days.substring(1);
    }

    private String times(List<Hours> spans) {
        return spans.isEmpty() ? texts.closed()
                : SpanishWriter.list(spans.stream()
                        .map(span -> texts.span(SpanishWriter.time(span.opens()), SpanishWriter.time(span.closes()))).toList());
    }
}
