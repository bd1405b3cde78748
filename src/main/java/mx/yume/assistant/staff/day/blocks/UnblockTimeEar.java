package mx.yume.assistant.staff.day.blocks;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.business.Spans;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.orders.Said;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.day.WhichWords;
import mx.yume.business.StaffId;
import mx.yume.conversation.FlowState;

/** "Quita el bloqueo de mañana", "desbloquea el viernes", "siempre sí voy el viernes". */
@ApplicationScoped
class UnblockTimeEar implements StaffEar<UnblockOrder> {

    private static final Pattern ASKED = Pattern.compile("\\bdesbloque\\w*\\b"
            + "|\\b(?:quita\\w*|libera\\w*|borra\\w*|elimina\\w*|cancela\\w*) (?:el |mi |los |mis |lo )?(?:bloque\\w*|descanso|vacaciones)\\b"
            + "|\\b(?:siempre si|al final si|si) (?:voy|vengo|trabajo|abrimos|voy a (?:ir|trabajar)|viene|trabajamos)\\b"
            + "|\\blibera (?:mi |la |el )?(?:agenda|tiempo|dia)\\b");
    private static final Pattern EVERYBODY = Pattern.compile("\\b(?:abrimos|trabajamos|a todos|de todos|para todos"
            + "|todo el (?:equipo|negocio|salon|local))\\b");

    private final UnblockTime tool;

    UnblockTimeEar(UnblockTime tool) {
        this.tool = tool;
    }

    @Override
    public UnblockTime tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        return Taps.of(asking.tapped(), UnblockTime.NAME) || ASKED.matcher(Plain.of(asking.words())).find() ? 3 : 0;
    }

    @Override
    public UnblockOrder fill(StaffAsking asking, Optional<UnblockOrder> before, FlowState asked) {
        var order = before.orElse(UnblockOrder.NOTHING);
        for (var said : asking.said()) {
            order = said.tapped().isPresent() ? tapped(order, said.tapped()) : words(asking, order, said);
        }
        return order;
    }

    private static UnblockOrder tapped(UnblockOrder order, Optional<String> tapped) {
        var block = Taps.uuid(tapped, UnblockTime.NAME, UnblockTime.BLOCK);
        var action = Taps.uuid(tapped, UnblockTime.NAME, UnblockTime.ACTION);
        return block.map(id -> order.stretch(id, false)).or(() -> action.map(id -> order.all(id, List.of()))).orElse(order);
    }

    private static UnblockOrder words(StaffAsking asking, UnblockOrder before, Said said) {
        if (said.reading().answer().isPresent() || (said.reading().yesAndMore() && before.block().isPresent())) {
            return before;
        }
        var order = before;
        var plain = Plain.of(said.words());
        if (EVERYBODY.matcher(plain).find()) {
            order = order.of(Optional.empty(), true);
        } else {
            var member = WhichWords.member(said.words(), asking.lexicon()).map(StaffId::value);
            order = member.isPresent() ? order.of(member, false) : order;
        }
        var read = Spans.read(said.words(), asking.lexicon());
        if (read.isPresent()) {
            var span = read.get();
            order = said.reading().day().isEmpty() && before.from().isPresent() ? order : order.days(span.from(), span.to());
            order = span.hours().isPresent() ? order.hours(span.hours().get().opens(), span.hours().get().closes()) : order;
        }
        return order;
    }
}
