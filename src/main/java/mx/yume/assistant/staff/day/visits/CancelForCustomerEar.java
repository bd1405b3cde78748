package mx.yume.assistant.staff.day.visits;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.orders.Said;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.day.Which;
import mx.yume.assistant.staff.day.WhichWords;
import mx.yume.conversation.FlowState;

/** "Cancela la de Paty de mañana", "Paty canceló". */
@ApplicationScoped
class CancelForCustomerEar implements StaffEar<CancelOrder> {

    private static final Pattern CANCEL = Pattern
            .compile("\\b(?:cancel(?:a|ar|ala|alo|ale|ame|arle|amela|emos|o|e)|anula\\w*)\\b"
                    + "|\\b(?:quita|borra|elimina)\\w* (?:la |su )?cita\\b|\\bya no (?:va a venir|viene|quiere venir)\\b");
    private static final Pattern VISIT = Pattern.compile("\\b(?:cita|citas|turno|la de)\\b");
    private static final Pattern OTHERWISE = Pattern.compile("\\bbloque\\w*\\b|\\bservicio\\b|\\bcuant[oa]s\\b");
    private static final Pattern SILENT = Pattern
            .compile("\\b(?:sin avisar\\w*|no (?:le |les )?avises?|yo (?:le|les) (?:aviso|digo|hablo|llamo|marco))\\b");
    private static final Pattern TELL = Pattern.compile("\\b(?:si )?avisa(?:le|r|rle)\\b");
    private static final Pattern REASON = Pattern
            .compile("(?iu)\\b(?:porque|ya que|motivo:?|por)\\s+(?!favor\\b|la\\s+(?:mañana|tarde|noche)\\b|fa\\b)(.{3,300})$");

    private final CancelForCustomer tool;

    CancelForCustomerEar(CancelForCustomer tool) {
        this.tool = tool;
    }

    @Override
    public CancelForCustomer tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        if (Taps.of(asking.tapped(), CancelForCustomer.NAME)) {
            return 3;
        }
        var words = Plain.of(asking.words());
        if (!CANCEL.matcher(words).find() || OTHERWISE.matcher(words).find()) {
            return 0;
        }
        var which = WhichWords.read(asking.words(), asking.lexicon());
        return !which.vague() || VISIT.matcher(words).find() ? 3 : 1;
    }

    @Override
    public CancelOrder fill(StaffAsking asking, Optional<CancelOrder> before, FlowState asked) {
        var order = before.orElse(new CancelOrder(Which.ANY, Optional.empty(), Optional.empty(), true));
        for (var said : asking.said()) {
            order = asked == FlowState.CONFIRMING && another(asking, said)
                    ? fill(asking, new CancelOrder(Which.ANY, Optional.empty(), Optional.empty(), true), said,
                            FlowState.INITIATED)
                    : fill(asking, order, said, asked);
        }
        return order;
    }

    /** Instead of answering they name one anew. */
    private static boolean another(StaffAsking asking, Said said) {
        return said.tapped().isEmpty() && !said.reading().yesAndMore() && CANCEL.matcher(Plain.of(said.words())).find()
                && !WhichWords.read(said.words(), asking.lexicon()).vague();
    }

    private static CancelOrder fill(StaffAsking asking, CancelOrder before, Said said, FlowState asked) {
        var reason = said.tapped().isPresent() ? Optional.<String>empty() : reason(said.words());
        var identifying = asked != FlowState.CONFIRMING;
        var which = identifying ? MarkWords.which(asking, before.which(), said, asked, CancelForCustomer.NAME) : before.which();
        var plain = Plain.of(said.words());
        var tell = SILENT.matcher(plain).find() ? false : TELL.matcher(plain).find() || before.tell();
        return new CancelOrder(which, before.version(), reason.or(before::reason), tell);
    }

    private static Optional<String> reason(String words) {
        var found = REASON.matcher(words.strip());
        return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
    }
}
