package mx.yume.assistant.staff.setup;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.business.Hours;
import mx.yume.business.WeeklyHours;

/** Hours as staff read them. */
@ApplicationScoped
class HoursWords {

    private static final List<String> DAYS = List.of("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo");

    private final HoursTexts texts;

    HoursWords(HoursTexts texts) {
        this.texts = texts;
    }

    /** A weekday a line. */
    String week(WeeklyHours week) {
        return Arrays.stream(DayOfWeek.values()).map(day -> texts.line(DAYS.get(day.getValue() - 1),
                week.on(day).isEmpty() ? texts.closed() : stretches(week.on(day)))).collect(Collectors.joining("\n"));
    }

    String stretches(List<Hours> hours) {
        return SpanishWriter.list(hours.stream().map(stretch -> texts.stretch(SpanishWriter.time(stretch.opens()),
                SpanishWriter.time(stretch.closes()))).toList());
    }
}
