package mx.yume.assistant.staff.setup;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.TimeReading;
import mx.yume.assistant.language.business.WeekReader;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.orders.Said;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.setup.SetBusinessHours.Change;
import mx.yume.business.Hours;
import mx.yume.conversation.FlowState;

/** "Cierra el lunes", "mañana abrimos a las 12", "los sábados cerramos a las 3". */
@ApplicationScoped
class SetBusinessHoursEar implements StaffEar<Change> {

    private static final Pattern OPENING = Pattern.compile("\\b(?:abr[ieo]\\w*|cierr\\w+|cerr\\w+|abiert[oa]s?)\\b");
    private static final Pattern CLOSING = Pattern.compile("\\b(?:cierr\\w+|cerr\\w+|no (?:vamos a )?abr\\w+)\\b");
    private static final Pattern SCHEDULE = Pattern.compile("\\bhorarios?\\b");
    private static final Pattern CHANGE = Pattern
            .compile("\\b(?:cambi\\w+|modific\\w+|ajust\\w+|nuevo|pon\\w*|actualiz\\w+|es ahora|ahora es)\\b");
    private static final Pattern EVERY_WEEK = Pattern.compile(
            "\\b(?:los|todos|todas|cada|siempre|entre semana|fines? de semana|diario|ya no abrimos)\\b|\\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)s? a (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\\b");
    private static final Pattern QUESTION = Pattern.compile("[?¿]|\\ba que hora\\b|\\bcual es\\b");

    private final SetBusinessHours tool;

    SetBusinessHoursEar(SetBusinessHours tool) {
        this.tool = tool;
    }

    @Override
    public SetBusinessHours tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        var words = Plain.of(asking.words());
        if (QUESTION.matcher(words).find()) {
            return 0;
        }
        var days = asking.said().stream().anyMatch(said -> said.reading().day().isPresent())
                || EVERY_WEEK.matcher(words).find();
        if (SCHEDULE.matcher(words).find()) {
            return CHANGE.matcher(words).find() ? 3 : days ? 2 : 0;
        }
        return OPENING.matcher(words).find() && (days || WeekReader.read(asking.words()).isPresent()) ? 3 : 0;
    }

    @Override
    public Change fill(StaffAsking asking, Optional<Change> before, FlowState asked) {
        var change = before.orElse(Change.NOTHING);
        for (var said : asking.said()) {
            change = said.tapped().isPresent() ? change : fill(asking, change, said);
        }
        return change;
    }

    private static Change fill(StaffAsking asking, Change before, Said said) {
        var words = Plain.of(said.words());
        var day = said.reading().day().filter(read -> read.from().equals(read.to()));
        if (day.isPresent() && !EVERY_WEEK.matcher(words).find()) {
            return before.on(day.get().from(), hours(asking, day.get().from(), said, words));
        }
        return WeekReader.read(said.words()).map(week -> before.weekly(week.days())).orElse(before);
    }

    /** What was not said is as on any such weekday. */
    private static List<Hours> hours(StaffAsking asking, LocalDate day, Said said, String words) {
        var usual = asking.business().location().hours().on(day.getDayOfWeek());
        var time = said.reading().time();
        if (time.isEmpty()) {
            return CLOSING.matcher(words).find() ? List.of() : usual;
        }
        if (!time.get().exact()) {
            return List.of(new Hours(time.get().from(), time.get().to()));
        }
        var opens = usual.isEmpty() ? LocalTime.of(9, 0) : usual.getFirst().opens();
        var closes = usual.isEmpty() ? LocalTime.of(19, 0) : usual.getLast().closes();
        return List
                .of(closesThen(words, time.get()) ? new Hours(opens, time.get().from()) : new Hours(time.get().from(), closes));
    }

    private static boolean closesThen(String words, TimeReading time) {
        return CLOSING.matcher(words).find() || words.contains("hasta") || time.from().isAfter(LocalTime.of(15, 0));
    }
}
