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

/** "¿Quién sigue?", "¿a qué hora es mi siguiente cita?" */
@ApplicationScoped
class WhatsNextEar implements StaffEar<NextOrder> {

    private static final Pattern ASKED = Pattern
            .compile("\\b(?:quien|que|cual|cuando) (?:me )?(?:sigue|es la que sigue|toca ahora"
                    + "|toca ahorita|viene (?:ahora|ahorita|despues|luego))\\b|\\b(?:siguiente|proxim[oa]) (?:cita|cliente|clienta|turno|servicio)\\b"
                    + "|\\b(?:cita|cliente|clienta) (?:que )?sigue(?:nte)?\\b|\\bcon quien sigo\\b|^(?:y )?(?:el |la )?(?:siguiente|que sigue)\\??$"
                    + "|\\ba quien (?:atiendo|tengo) (?:ahora|ahorita|despues|luego)\\b|\\bquien va (?:ahora|ahorita|despues|luego)\\b");
    private static final Pattern CHANGES = Pattern
            .compile("\\b(?:cancel\\w+|muev\\w+|mover|pasa|cambia\\w*|dile|avisa\\w*)\\b");

    private final WhatsNext tool;

    WhatsNextEar(WhatsNext tool) {
        this.tool = tool;
    }

    @Override
    public WhatsNext tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        var words = Plain.of(asking.words()).replaceAll("[¿?¡!.]", "").strip();
        return ASKED.matcher(words).find() && !CHANGES.matcher(words).find() ? 3 : 0;
    }

    @Override
    public NextOrder fill(StaffAsking asking, Optional<NextOrder> before, FlowState asked) {
        return new NextOrder(WhichWords.member(asking.words(), asking.lexicon()).map(StaffId::value));
    }
}
