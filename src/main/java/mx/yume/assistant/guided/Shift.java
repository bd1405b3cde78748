package mx.yume.assistant.guided;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import mx.yume.assistant.tools.ToolContext;

/** "Media hora más tarde", "una hora antes": a time told by its distance from the appointment. Pure. */
final class Shift {

    private static final Map<String, Duration> LENGTHS = Map.of("media hora", Duration.ofMinutes(30), "una hora y media",
            Duration.ofMinutes(90), "hora y media", Duration.ofMinutes(90), "una hora", Duration.ofHours(1), "dos horas",
            Duration.ofHours(2), "tres horas", Duration.ofHours(3), "un cuarto de hora", Duration.ofMinutes(15));
    private static final Pattern TOLD = Pattern
            .compile("\\b(una hora y media|hora y media|media hora|un cuarto de hora|una hora"
                    + "|dos horas|tres horas|(\\d{1,3}) ?(min(?:utos)?|h(?:oras?)?))"
                    + " (?:(m[aá]s tarde|despu[eé]s)|antes|m[aá]s temprano)(?! de)");

    private Shift() {}

    /** Forwards or backwards; empty when the messages speak of no distance. */
    static Optional<Duration> in(ToolContext context) {
        return context.heard().stream().filter(heard -> heard.tap().isEmpty())
                .flatMap(heard -> of(heard.message().body()).stream()).reduce((earlier, later) -> later);
    }

    static Optional<Duration> of(String text) {
        var told = TOLD.matcher(text.toLowerCase(Locale.ROOT));
        if (!told.find()) {
            return Optional.empty();
        }
        var length = told.group(2) == null ? LENGTHS.getOrDefault(told.group(1), Duration.ZERO)
                : told.group(3).startsWith("m") ? Duration.ofMinutes(Integer.parseInt(told.group(2)))
                        : Duration.ofHours(Integer.parseInt(told.group(2)));
        return Optional.of(told.group(4) == null ? length.negated() : length);
    }
}
