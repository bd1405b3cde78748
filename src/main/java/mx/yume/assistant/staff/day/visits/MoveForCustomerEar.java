package mx.yume.assistant.staff.day.visits;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.SpanishReader;
import mx.yume.assistant.language.TimeReading;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.orders.Said;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.day.Somebody;
import mx.yume.assistant.staff.day.Which;
import mx.yume.assistant.staff.day.WhichWords;
import mx.yume.business.StaffId;
import mx.yume.conversation.FlowState;

/** "Mueve la de las 11 al viernes a las 5", "pásala a las 6". */
@ApplicationScoped
class MoveForCustomerEar implements StaffEar<MoveOrder> {

    private static final SpanishReader READER = new SpanishReader();
    private static final Pattern MOVE = Pattern
            .compile("\\b(?:muev\\w+|mover\\w*|reagend\\w+|reprogram\\w+|recorr\\w+|adelant\\w+|atras(?:a|ar|ala|alo)\\b"
                    + "|pospon\\w*|pas(?:a|ar|ala|alo|ame|amela|arla|arlo|emos)\\b|cambi(?:a|ar|ala|alo|ame|amela|arla)\\b)");
    private static final Pattern VISIT = Pattern.compile(
            "\\b(?:cita|turno|la de|pasala|muevela|cambiala|recorrela|reagendala|moverla|pasarla|adelantala|atrasala)\\b");
    private static final Pattern OTHERWISE = Pattern
            .compile("\\b(?:precio|cuesta|horario|permiso|admin|administrador\\w*|dueñ[oa]|nombre|duracion"
                    + "|abrimos|cerramos|bloque\\w+)\\b|\\$");
    private static final Pattern SILENT = Pattern
            .compile("\\b(?:sin avisar\\w*|no (?:le |les )?avises?|yo (?:le|les) (?:aviso|digo|hablo|llamo|marco))\\b");

    private final MoveForCustomer tool;

    MoveForCustomerEar(MoveForCustomer tool) {
        this.tool = tool;
    }

    @Override
    public MoveForCustomer tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        if (Taps.of(asking.tapped(), MoveForCustomer.NAME)) {
            return 3;
        }
        var words = Plain.of(asking.words());
        if (!MOVE.matcher(words).find() || OTHERWISE.matcher(words).find()) {
            return 0;
        }
        var when = asking.said().stream()
                .anyMatch(said -> said.reading().day().isPresent() || said.reading().time().isPresent());
        return VISIT.matcher(words).find() ? 3
                : when && Somebody.in(asking.words(), asking.lexicon()).isPresent() ? 3 : when ? 1 : 0;
    }

    @Override
    public MoveOrder fill(StaffAsking asking, Optional<MoveOrder> before, FlowState asked) {
        var order = before.orElse(MoveOrder.NOTHING);
        for (var said : asking.said()) {
            order = said.tapped().isPresent() ? tapped(asking, order, said, asked) : words(asking, order, said, asked);
        }
        return order;
    }

    private static MoveOrder tapped(StaffAsking asking, MoveOrder order, Said said, FlowState asked) {
        var start = Taps.value(said.tapped(), MoveForCustomer.NAME, MoveForCustomer.START).flatMap(MoveForCustomerEar::moment);
        return start
                .map(moment -> order.to(Optional.of(moment.toLocalDate()), Optional.of(moment.toLocalTime()), Optional.empty()))
                .orElseGet(() -> order.of(MarkWords.which(asking, order.which(), said, asked, MoveForCustomer.NAME)));
    }

    private static Optional<LocalDateTime> moment(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }

    private static MoveOrder words(StaffAsking asking, MoveOrder before, Said said, FlowState asked) {
        var order = before.telling(before.tell() && !SILENT.matcher(Plain.of(said.words())).find());
        if (said.reading().answer().isPresent()) {
            return order;
        }
        var all = MoveHalves.of(said.words());
        var named = MOVE.matcher(Plain.of(said.words())).find() && !said.reading().yesAndMore()
                && !WhichWords.read(all.from(), asking.lexicon()).vague();
        if (asked == FlowState.CONFIRMING && named) {
            return words(asking, MoveOrder.NOTHING, said, FlowState.INITIATED);
        }
        var halves = asked == FlowState.COLLECTING_NEW_DATETIME || asked == FlowState.CONFIRMING
                ? new MoveHalves("", said.words())
                : all;
        var which = halves.from().isBlank() ? Which.ANY : WhichWords.read(halves.from(), asking.lexicon());
        if (asked == FlowState.IDENTIFYING_BOOKING && which.equals(Which.ANY) && halves.to().isBlank()) {
            return order.of(MarkWords.which(asking, order.which(), said, asked, MoveForCustomer.NAME));
        }
        var to = READER.read(halves.to(), asking.lexicon());
        var staff = halves.to().isBlank() ? Optional.<StaffId>empty() : WhichWords.member(halves.to(), asking.lexicon());
        return order.of(order.which().and(which)).to(to.day().filter(day -> day.from().equals(day.to())).map(day -> day.from()),
                to.time().filter(TimeReading::exact).map(TimeReading::from), staff.map(StaffId::value));
    }
}
