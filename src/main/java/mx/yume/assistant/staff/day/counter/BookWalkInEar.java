package mx.yume.assistant.staff.day.counter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.Mention;
import mx.yume.assistant.language.TimeReading;
import mx.yume.assistant.language.business.Phones;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.orders.Said;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.day.Somebody;
import mx.yume.assistant.staff.day.WhichWords;
import mx.yume.conversation.FlowState;
import mx.yume.platform.PhoneNumber;

/** "Acaba de llegar alguien para corte", "llegó don Pepe para barba con Beto", "agenda a Paty mañana a las 5 para tinte". */
@ApplicationScoped
class BookWalkInEar implements StaffEar<WalkInOrder> {

    private static final Pattern HERE = Pattern
            .compile("\\b(?:acaban? de (?:llegar|entrar|caer)|sin cita|walk ?-?in|me cayo|de paso)\\b");
    private static final Pattern CAME = Pattern.compile(
            "\\b(?:llego|llegaron|entro|esta aqui|vino|tengo (?:aqui )?a? ?(?:un|una|alguien)|hay (?:un|una|alguien))\\b");
    private static final Pattern BOOK = Pattern
            .compile("\\b(?:agend(?:a|ale|ame|amelo|amela|ar|arle)|apunt(?:a|ale|ame|ar|alo|ala)|anot(?:a|ale|ame|ar|alo|ala)"
                    + "|reserv(?:a|ale|ame|ar)|(?:dale|ponle|hazle|haz|saca|sacale|registra) (?:una )?cita|registra a)\\b");
    private static final Pattern OTHERWISE = Pattern
            .compile("\\b(?:no|nunca|siempre si|ya no) (?:llego|vino|llegaron)\\b|\\bsi (?:llego|vino)\\b"
                    + "|\\bagenda (?:de|del)\\b|\\b(?:mi|la|su) agenda\\b|\\bcuando\\b|\\bhistorial\\b|\\bcuant\\w+\\b");

    private final BookWalkIn tool;

    BookWalkInEar(BookWalkIn tool) {
        this.tool = tool;
    }

    @Override
    public BookWalkIn tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        if (Taps.of(asking.tapped(), BookWalkIn.NAME)) {
            return 3;
        }
        var words = Plain.of(asking.words());
        if (OTHERWISE.matcher(words).find()) {
            return 0;
        }
        var service = asking.said().stream().anyMatch(said -> !said.reading().services().isEmpty());
        if (HERE.matcher(words).find()) {
            return service ? 3 : 2;
        }
        if (BOOK.matcher(words).find()) {
            return service ? 3 : 2;
        }
        return CAME.matcher(words).find() ? service ? 3 : 1 : 0;
    }

    @Override
    public WalkInOrder fill(StaffAsking asking, Optional<WalkInOrder> before, FlowState asked) {
        var order = before.orElse(WalkInOrder.NOTHING);
        for (var said : asking.said()) {
            if (asked == FlowState.CONFIRMING && another(said)) {
                order = WalkInOrder.NOTHING;
            }
            order = said.tapped().isPresent() ? tapped(asking, order, said) : words(asking, order, said, asked);
        }
        return order;
    }

    /** Instead of answering they tell of somebody else. */
    private static boolean another(Said said) {
        var words = Plain.of(said.words());
        return !said.reading().yesAndMore() && (HERE.matcher(words).find() || BOOK.matcher(words).find())
                && !said.reading().services().isEmpty();
    }

    private static WalkInOrder tapped(StaffAsking asking, WalkInOrder order, Said said) {
        var tapped = said.tapped();
        if (tapped.filter(BookWalkIn.STRANGER::equals).isPresent()) {
            return order.unknown();
        }
        var start = Taps.value(tapped, BookWalkIn.NAME, BookWalkIn.START).flatMap(BookWalkInEar::moment);
        if (start.isPresent()) {
            return order.at(start.map(LocalDateTime::toLocalDate), start.map(LocalDateTime::toLocalTime));
        }
        var service = Taps.uuid(tapped, BookWalkIn.NAME, BookWalkIn.SERVICE).filter(id -> BookWalkIn.sold(asking, id));
        return service.map(id -> order.services(List.of(id)))
                .or(() -> Taps.uuid(tapped, BookWalkIn.NAME, BookWalkIn.CUSTOMER).map(id -> order.known(id, Optional.empty())))
                .orElse(order);
    }

    private static Optional<LocalDateTime> moment(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }

    private static WalkInOrder words(StaffAsking asking, WalkInOrder before, Said said, FlowState asked) {
        var reading = said.reading();
        if (reading.answer().isPresent()) {
            return before;
        }
        var order = before;
        var services = reading.services().stream().filter(Mention::certain)
                .map(mention -> mention.candidates().getFirst().value()).toList();
        order = services.isEmpty() || services.equals(before.services()) ? order : order.services(services);
        var which = WhichWords.read(said.words(), asking.lexicon());
        if (which.staff().isPresent() && !which.staff().equals(order.staff())) {
            order = order.with(which.staff().get());
        }
        var time = reading.time().filter(TimeReading::exact).map(TimeReading::from);
        var day = reading.day().filter(each -> each.from().equals(each.to())).map(each -> each.from());
        order = time.isPresent() || (day.isPresent() && !day.equals(Optional.of(today(asking)))) ? order.at(day, time) : order;
        var name = asked == FlowState.COLLECTING_CUSTOMER ? Somebody.answered(said.words(), asking.lexicon())
                : which.customer();
        var phone = Phones.in(said.words()).stream().findFirst().map(PhoneNumber::e164);
        return name.isPresent() || phone.isPresent() ? order.called(name, phone) : order;
    }

    private static LocalDate today(StaffAsking asking) {
        return asking.turn().localNow().toLocalDate();
    }
}
