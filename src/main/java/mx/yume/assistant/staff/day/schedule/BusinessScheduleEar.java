package mx.yume.assistant.staff.day.schedule;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.day.WhichWords;
import mx.yume.business.StaffId;
import mx.yume.conversation.FlowState;

/** "¿Qué hay el viernes?", "agenda de Ana", "la semana". */
@ApplicationScoped
class BusinessScheduleEar implements StaffEar<ScheduleOrder> {

    private static final Pattern ASKED = Pattern.compile("\\b(?:la|su|ver|toda la|las?) agendas?\\b|\\bagenda (?:de|del|para"
            + " (?:hoy|mañana|el))\\b|^agenda\\b(?! (?:a|al|una|un|me|le)\\b)|\\bque (?:citas )?(?:hay|tenemos|tiene|trae|viene)\\b(?! libre| disponible)"
            + "|\\b(?:todas )?(?:las )?citas (?:de|del|para|en) |\\bquien(?:es)? (?:vienen?|hay|tenemos)\\b"
            + "|\\bcomo (?:esta|anda|viene|pinta|vamos) (?:el dia|hoy|mañana|la agenda|la semana|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo))"
            + "|\\bcuant[oa]s (?:citas|clientes) (?:hay|tenemos|vienen|tiene)\\b|\\b(?:hay|tenemos) citas\\b"
            + "|^(?:y )?(?:(?:esta|la|la proxima) semana)(?: que (?:entra|viene))?\\??$");
    private static final Pattern OTHERWISE = Pattern
            .compile("\\bmi (?:agenda|semana|dia)\\b|\\bmis citas\\b|\\bcancel\\w+|\\bmuev\\w+|\\bmover\\b"
                    + "|\\bbloque\\w+|\\bhistorial\\b|\\bservicios\\b|\\bhorarios?\\b|\\bpromociones\\b|\\bcuanto (?:se|hemos)\\b");

    private final BusinessSchedule tool;

    BusinessScheduleEar(BusinessSchedule tool) {
        this.tool = tool;
    }

    @Override
    public BusinessSchedule tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        var words = Plain.of(asking.words()).replaceAll("[¿?¡!.]", "").strip();
        return ASKED.matcher(words).find() && !OTHERWISE.matcher(words).find() ? 2 : 0;
    }

    @Override
    public ScheduleOrder fill(StaffAsking asking, Optional<ScheduleOrder> before, FlowState asked) {
        var staff = WhichWords.member(asking.words(), asking.lexicon()).map(StaffId::value);
        return ScheduleWords.order(asking, staff);
    }
}
