package mx.yume.assistant.staff.day.visits;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.Taps;
import mx.yume.conversation.FlowState;

/** "Ya terminé con Paty", "sí vino la de las 4". */
@ApplicationScoped
class MarkCompletedEar implements StaffEar<MarkOrder> {

    private static final Pattern SAID = Pattern
            .compile("\\bya (?:termine|acabe|terminamos|acabamos|quedo|se fue|salio|l[oae] atendi|atendi|esta list[oa])\\b"
                    + "|\\b(?:termine|acabe|terminamos|acabamos) (?:con|a|la|el|lo)\\b|^(?:ya )?(?:termine|acabe|terminamos)$"
                    + "|\\b(?:si|siempre si|al final si|siempre) (?:llego|vino|asistio|se presento|me llego)\\b"
                    + "|\\bmarca\\w* .*\\b(?:completad[oa]|atendid[oa]|terminad[oa]|hech[oa]|cumplid[oa])\\b|^list[oa] (?:con )?(?:la|el) (?:de|cita)\\b|^list[oa] con\\b"
                    + "|^(?:la|el) (?:de|cita) .*\\b(?:ya (?:quedo|esta|termino)|atendid[oa]|completad[oa]|si (?:vino|llego))\\b|\\batendi a\\b|\\bya vino\\b");
    private static final Pattern ASKED = Pattern.compile("\\b(?:cuant\\w+|cuando|quien(?:es)?|historial)\\b");

    private final MarkCompleted tool;

    MarkCompletedEar(MarkCompleted tool) {
        this.tool = tool;
    }

    @Override
    public MarkCompleted tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        var words = Plain.of(asking.words()).replaceAll("[.!¡]", "").strip();
        return Taps.of(asking.tapped(), MarkCompleted.NAME) || (SAID.matcher(words).find() && !ASKED.matcher(words).find()) ? 3
                : 0;
    }

    @Override
    public MarkOrder fill(StaffAsking asking, Optional<MarkOrder> before, FlowState asked) {
        return MarkWords.order(asking, before, asked, MarkCompleted.NAME);
    }
}
