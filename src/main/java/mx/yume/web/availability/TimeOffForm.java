package mx.yume.web.availability;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.scheduling.Appointment;
import mx.yume.web.calendar.Question;
import mx.yume.web.page.Sending;

/** Time off as it was typed. */
public class TimeOffForm extends Sending {

    @RestForm("tipo")
    @Nullable
    public String kind;
    @RestForm("quien")
    @Nullable
    public String who;
    @RestForm("desde")
    @Nullable
    public String first;
    @RestForm("hasta")
    @Nullable
    public String last;
    @RestForm("empieza")
    @Nullable
    public String starts;
    @RestForm("termina")
    @Nullable
    public String ends;
    @RestForm("motivo")
    @Nullable
    public String reason;
    @RestForm("semana")
    public List<String> weekdays = List.of();
    /** That the visits in it stay: which ones they were. */
    @RestForm("aun_asi")
    @Nullable
    public String despite;

    Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        put(typed, "tipo", kind);
        put(typed, "quien", who);
        put(typed, "desde", first);
        put(typed, "hasta", last);
        put(typed, "empieza", starts);
        put(typed, "termina", ends);
        put(typed, "motivo", reason);
        return typed;
    }

    /** Whether it was said that these visits stay. */
    boolean keeps(List<Appointment> visits) {
        return mark(visits).equals(despite);
    }

    /** What it says again when these visits stay. */
    List<Question.Kept> kept(List<Appointment> visits) {
        var kept = new ArrayList<Question.Kept>();
        typed().forEach((name, value) -> kept.add(new Question.Kept(name, value)));
        weekdays.forEach(day -> kept.add(new Question.Kept("semana", day)));
        kept.add(new Question.Kept("aun_asi", mark(visits)));
        return kept;
    }

    /** Short, however many they are. */
    private static String mark(List<Appointment> visits) {
        var ids = visits.stream().map(visit -> visit.id().toString()).sorted().collect(Collectors.joining(" "));
        return UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void put(Map<String, String> typed, String field, @Nullable String value) {
        typed.put(field, value == null ? "" : value.strip());
    }
}
