package mx.yume.web.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.calendar.Consent;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Sending;

/** Hours as they were typed, a row for each stretch, and what whoever typed them was asked back and is fine with. */
public class HoursForm extends Sending {

    /** More rows than any page of ours has. */
    private static final int MOST_ROWS = 64;

    /** The version that was shown. */
    @RestForm("version")
    @Nullable
    public String version;
    /** That hours may end on the day after. */
    @RestForm("pasada")
    @Nullable
    public String pastMidnight;
    /** The appointments that were shown and may stay outside. */
    @RestForm("cita")
    public List<String> shown = List.of();
    /** Of each row: from 1, Monday, to 7; 0 where there is but one day. */
    @RestForm("dia")
    public List<String> days = List.of();
    @RestForm("abre")
    public List<String> opens = List.of();
    @RestForm("cierra")
    public List<String> closes = List.of();

    public Consent consent() {
        return new Consent(pastMidnight != null,
                shown.stream().flatMap(id -> Ids.parse(id).stream()).map(AppointmentId::new).collect(Collectors.toSet()));
    }

    /** A row that was filled in, at least by half. */
    record Typed(String day, String opens, String closes) {}

    List<Typed> rows() {
        var rows = new ArrayList<Typed>();
        int count = Math.min(MOST_ROWS, Math.min(days.size(), Math.min(opens.size(), closes.size())));
        for (int at = 0; at < count; at++) {
            var row = new Typed(days.get(at).strip(), opens.get(at).strip(), closes.get(at).strip());
            if (!row.opens().isEmpty() || !row.closes().isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** What the form has to say again when it is sent once more with an answer; without what was answered. */
    protected List<Question.Kept> kept() {
        var kept = new ArrayList<Question.Kept>();
        keep(kept, "version", version);
        rows().forEach(row -> {
            kept.add(new Question.Kept("dia", row.day()));
            kept.add(new Question.Kept("abre", row.opens()));
            kept.add(new Question.Kept("cierra", row.closes()));
        });
        return kept;
    }

    protected static void keep(List<Question.Kept> kept, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            kept.add(new Question.Kept(name, value));
        }
    }
}
