package mx.yume.assistant.guided;

import java.util.ArrayList;

import mx.yume.assistant.tools.ToolContext;

/** A reading in a few words, for the trace. */
final class ReadingTrace {

    private ReadingTrace() {}

    static String of(ToolContext context) {
        var reading = context.reading();
        var parts = new ArrayList<String>();
        context.tap().ifPresent(tap -> parts.add("tap " + tap.id()));
        reading.intent().ifPresent(intent -> parts.add(intent.name()));
        reading.answer().ifPresent(answer -> parts.add(answer.name()));
        reading.services().forEach(mention -> parts.add("service×" + mention.candidates().size()));
        reading.staff().ifPresent(mention -> parts.add("staff×" + mention.candidates().size()));
        reading.day().ifPresent(day -> parts.add(day.from().equals(day.to()) ? day.from().toString()
                : day.from() + "…" + day.to()));
        reading.time().ifPresent(time -> parts.add(time.exact() ? time.from().toString() : time.from() + "…" + time.to()));
        reading.name().ifPresent(_ -> parts.add("name"));
        return parts.isEmpty() ? "nothing certain" : String.join(", ", parts);
    }
}
