package mx.yume.assistant.staff.day.visits;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.Taps;
import mx.yume.conversation.FlowState;

/** "La de las 11 no llegó", "Paty me dejó plantado". */
@ApplicationScoped
class MarkNoShowEar implements StaffEar<MarkOrder> {

    private static final Pattern SAID = Pattern
            .compile("\\b(?:no|nunca) (?:me )?(?:se )?(?:llego|vino|asistio|presento|aparecio|llegaron|vinieron)\\b"
                    + "|\\bplantad[oa]s?\\b|\\b(?:me|nos) planto\\b|\\bfalto (?:la|el|a su cita|\\p{L}+ a su cita)\\b|\\p{L}+ falto\\b|\\bno[ -]?show\\b"
                    + "|\\binasistencia\\b|\\bno asistio\\b");
    private static final Pattern ASKED = Pattern.compile("\\b(?:cuant\\w+|quien(?:es)?|historial|porque|por que)\\b");

    private final MarkNoShow tool;

    MarkNoShowEar(MarkNoShow tool) {
        this.tool = tool;
    }

    @Override
    public MarkNoShow tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        var words = Plain.of(asking.words());
        return Taps.of(asking.tapped(), MarkNoShow.NAME) || (SAID.matcher(words).find() && !ASKED.matcher(words).find()) ? 3
                : 0;
    }

    @Override
    public MarkOrder fill(StaffAsking asking, Optional<MarkOrder> before, FlowState asked) {
        return MarkWords.order(asking, before, asked, MarkNoShow.NAME);
    }
}
