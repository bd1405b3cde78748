package mx.yume.assistant.staff.setup;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.business.Amounts;
import mx.yume.assistant.language.business.MenuReader;
import mx.yume.assistant.language.business.ServiceLine;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.orders.Said;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.setup.AddService.NewService;
import mx.yume.conversation.FlowState;

/** "Agrega keratina 2 horas $1,200", "nuevo servicio: cejas". */
@ApplicationScoped
class AddServiceEar implements StaffEar<NewService> {

    private static final Pattern NEW = Pattern.compile("\\b(?:servicios? nuevos?|nuevos? servicios?)\\b");
    private static final Pattern ADD = Pattern
            .compile("\\b(?:agreg\\w+|anad\\w+|añad\\w+|sum[ae]\\w*|met[ea]\\w*|incluy\\w+|da de alta|dar de alta)\\b");
    private static final Pattern SERVICE = Pattern.compile("\\bservicios?\\b");
    private static final Pattern LENGTH_OR_PRICE = Pattern.compile("\\$|\\d+ ?(?:min|h|pesos)|\\bhoras?\\b");
    /** What comes before the service's own words. */
    private static final Pattern PREAMBLE = Pattern.compile(
            "^.*?(?:(?:servicio nuevo|nuevo servicio)(?: de| que se llama| llamado)?|(?:agr[eé]g\\p{L}*|añad\\p{L}*|sum[ae]\\p{L}*|met[ea]\\p{L}*|incluy\\p{L}*"
                    + "|da(?:r)? de alta)(?: (?:el|un|otro))?(?: servicio)?(?: nuevo)?(?: de| que se llama| llamado)?)\\s*[:,]?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private final AddService tool;

    AddServiceEar(AddService tool) {
        this.tool = tool;
    }

    @Override
    public AddService tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        var words = Plain.of(asking.words());
        if (NEW.matcher(words).find()) {
            return 3;
        }
        var adds = ADD.matcher(words).find();
        return adds && SERVICE.matcher(words).find() ? 3 : adds && LENGTH_OR_PRICE.matcher(words).find() ? 2 : 0;
    }

    @Override
    public NewService fill(StaffAsking asking, Optional<NewService> before, FlowState asked) {
        var order = before.orElse(NewService.NOTHING);
        for (var said : asking.said()) {
            order = said.tapped().isPresent() ? order : fill(order, said, asked);
        }
        return order;
    }

    private static NewService fill(NewService before, Said said, FlowState asked) {
        return switch (asked) {
            case COLLECTING_DURATION -> Amounts.duration(said.words()).map(before::lasting).orElse(before);
            case COLLECTING_PRICE ->
                Amounts.price(said.words()).map(price -> before.costing(price, lowest(said))).orElse(before);
            default -> lines(said).stream().findFirst().map(line -> with(before, line)).orElse(before);
        };
    }

    private static boolean lowest(Said said) {
        return Plain.of(said.words()).contains("desde");
    }

    private static List<ServiceLine> lines(Said said) {
        return MenuReader.read(PREAMBLE.matcher(said.words()).replaceFirst(""), List.of()).lines();
    }

    private static NewService with(NewService before, ServiceLine line) {
        var named = before.name().isEmpty() ? before.called(line.name()) : before;
        var timed = line.duration().map(named::lasting).orElse(named);
        return line.price().map(price -> timed.costing(price, line.from())).orElse(timed);
    }
}
