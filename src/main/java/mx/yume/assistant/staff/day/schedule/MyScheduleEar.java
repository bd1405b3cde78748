package mx.yume.assistant.staff.day.schedule;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.conversation.FlowState;

/** "¿Qué tengo hoy?", "mi agenda de mañana". */
@ApplicationScoped
class MyScheduleEar implements StaffEar<ScheduleOrder> {

    private static final Pattern ASKED = Pattern
            .compile("\\bmi (?:agenda|dia|semana|calendario|jornada)\\b|\\bmis (?:citas|pendientes"
                    + "|clientes|clientas)\\b|\\bque (?:citas |trabajo |chamba )?(?:tengo|me toca)\\b|\\btengo (?:algo|citas?|gente|clientes|clientas"
                    + "|alguien|a alguien|chamba|trabajo)\\b|\\b(?:a )?(?:quien(?:es)?|cuant[oa]s (?:citas|clientes)?) (?:tengo|me tocan?)\\b"
                    + "|\\bcomo (?:ando|estoy|vengo) (?:de (?:citas|trabajo)|hoy|mañana|el|para)\\b|\\bmi horario (?:de|para) (?:hoy|mañana|el)\\b");
    private static final Pattern CHANGES = Pattern
            .compile("\\b(?:cancel\\w+|muev\\w+|mover|bloque\\w+|quita\\w*|pasa|cambia\\w*)\\b");

    private final MySchedule tool;

    MyScheduleEar(MySchedule tool) {
        this.tool = tool;
    }

    @Override
    public MySchedule tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        var words = Plain.of(asking.words());
        return ASKED.matcher(words).find() && !CHANGES.matcher(words).find() ? 2 : 0;
    }

    @Override
    public ScheduleOrder fill(StaffAsking asking, Optional<ScheduleOrder> before, FlowState asked) {
        return ScheduleWords.order(asking, Optional.empty());
    }
}
