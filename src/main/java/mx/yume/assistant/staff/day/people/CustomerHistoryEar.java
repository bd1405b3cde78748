package mx.yume.assistant.staff.day.people;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.business.Phones;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.day.Somebody;
import mx.yume.conversation.FlowState;
import mx.yume.platform.PhoneNumber;

/** "¿Cuándo vino Paty?", "historial de 55 1234 5678". */
@ApplicationScoped
class CustomerHistoryEar implements StaffEar<HistoryOrder> {

    private static final Pattern ASKED = Pattern
            .compile("\\bhistorial\\b|\\bcuando (?:vino|fue|estuvo|viene|vendra|ha venido)\\b"
                    + "|\\bcuantas veces (?:ha venido|vino|viene)\\b|\\bultima (?:vez|visita|cita) (?:de|que)\\b|\\bque se (?:hizo|ha hecho|hace)\\b"
                    + "|\\b(?:datos|ficha|telefono|numero|contacto|expediente) de\\b(?! what)|\\bvisitas de\\b");

    private final CustomerHistory tool;

    CustomerHistoryEar(CustomerHistory tool) {
        this.tool = tool;
    }

    @Override
    public CustomerHistory tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        return Taps.of(asking.tapped(), CustomerHistory.NAME) || ASKED.matcher(Plain.of(asking.words())).find() ? 3 : 0;
    }

    /** Who is chosen by a tap is told by their phone: nothing was kept of the question. */
    @Override
    public HistoryOrder fill(StaffAsking asking, Optional<HistoryOrder> before, FlowState asked) {
        var tapped = Taps.value(asking.tapped(), CustomerHistory.NAME, Clientele.CUSTOMER);
        var phone = tapped.isPresent() ? tapped.flatMap(PhoneNumber::parse).map(PhoneNumber::e164)
                : Phones.in(asking.words()).stream().findFirst().map(PhoneNumber::e164);
        return new HistoryOrder(tapped.isPresent() ? Optional.empty() : Somebody.in(asking.words(), asking.lexicon()), phone,
                Optional.empty());
    }
}
