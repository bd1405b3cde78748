package mx.yume.assistant.staff.day.people;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.assistant.staff.day.Visits;
import mx.yume.assistant.staff.day.Which;
import mx.yume.business.Capability;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Dispatch;
import mx.yume.customers.Customers;
import mx.yume.customers.Person;
import mx.yume.customers.PersonId;
import mx.yume.platform.PhoneNumber;
import mx.yume.scheduling.Appointment;

/** Says something to a customer in the chat they have with the business, exactly as it was shown. */
@ApplicationScoped
class MessageCustomer implements StaffTool<MessageOrder> {

    static final String NAME = "message_customer";
    static final int LONGEST = 1_000;

    private static final int DAYS_AHEAD = 60;

    private final Clientele clientele;
    private final Customers customers;
    private final Visits visits;
    private final Dispatch dispatch;
    private final PeopleTexts texts;

    MessageCustomer(Clientele clientele, Customers customers, Visits visits, Dispatch dispatch, PeopleTexts texts) {
        this.clientele = clientele;
        this.customers = customers;
        this.visits = visits;
        this.dispatch = dispatch;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME,
                "Le manda un mensaje a un cliente por el chat del negocio. El sistema enseña el texto y pide el sí",
                Sheet.optional("customer", "Nombre del cliente"), Sheet.optional("phone", "Su teléfono"),
                Sheet.optional("date", "Día de su cita, AAAA-MM-DD, si se le nombra por ella"),
                Sheet.optional("time", "Hora de su cita, HH:MM"), Sheet.required("text", "Lo que se le dice, tal cual"));
    }

    @Override
    public Class<MessageOrder> type() {
        return MessageOrder.class;
    }

    @Override
    public Capability needs() {
        return Capability.RUN_THE_DAY;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.MESSAGE_CUSTOMER);
    }

    @Override
    public MessageOrder read(StaffAsking asking, Written written) {
        return new MessageOrder(new Which(written.date("date"), written.time("time"), written.text("customer"),
                written.text("phone").flatMap(PhoneNumber::parse).map(PhoneNumber::e164), Optional.empty(), Optional.empty()),
                Optional.empty(), written.text("text"));
    }

    @Override
    public Uni<Proposal<MessageOrder>> propose(StaffAsking asking, MessageOrder order) {
        if (order.which().vague()) {
            return now(new Proposal.Ask<>(order, FlowState.COLLECTING_CUSTOMER, texts.toWhom()));
        }
        return people(asking, order).chain(people -> switch (people.size()) {
            case 0 -> now(new Proposal.Refuse<>(texts.unknown()));
            case 1 -> proposed(asking, order.chosen(people.getFirst().id().value()), people.getFirst());
            default -> now(new Proposal.Ask<>(order, FlowState.COLLECTING_CUSTOMER, texts.which(),
                    clientele.options(NAME, people)));
        });
    }

    private Uni<List<Person>> people(StaffAsking asking, MessageOrder order) {
        var which = order.which();
        if (which.at().isEmpty()) {
            return clientele.find(asking, which.customer(), which.phone(), order.customer());
        }
        var today = Visits.today(asking);
        return visits.find(asking, which, today, today.plusDays(DAYS_AHEAD), visit -> visit.customer().isPresent())
                .chain(found -> {
                    var who = soonest(found).stream().flatMap(visit -> visit.customer().stream()).distinct()
                            .filter(id -> order.customer().map(id.value()::equals).orElse(true)).toList();
                    return Multi.createFrom().iterable(who)
                            .onItem().transformToUniAndConcatenate(id -> customers.person(asking.organization(), id))
                            .collect().asList();
                });
    }

    /** "La de las 4" without a day is the next day that has one. */
    private static List<Appointment> soonest(List<Appointment> found) {
        return found.stream().map(visit -> visit.start().toLocalDate()).min(Comparator.naturalOrder())
                .map(day -> found.stream().filter(visit -> visit.start().toLocalDate().equals(day)).toList()).orElse(List.of());
    }

    private Uni<Proposal<MessageOrder>> proposed(StaffAsking asking, MessageOrder order, Person person) {
        var name = clientele.name(person);
        return dispatch.reaches(asking.organization(), person.id(), asking.turn().origin().sql()).map(reached -> {
            if (!reached) {
                return new Proposal.Refuse<>(closed(person));
            }
            return order.text().<Proposal<MessageOrder>>map(text -> new Proposal.Show<>(order,
                    texts.summary(name, written(asking, text))))
                    .orElseGet(() -> new Proposal.Ask<>(order, FlowState.COLLECTING_TEXT, texts.what(name)));
        });
    }

    private String closed(Person person) {
        var why = texts.closed(clientele.name(person));
        return person.phone().map(phone -> why + " " + texts.call(phone.e164())).orElse(why);
    }

    /** As it arrives. */
    private String written(StaffAsking asking, String text) {
        var business = asking.business().publicName();
        var cut = text.length() <= LONGEST ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST)));
        if (cut.startsWith("que ")) {
            return texts.relayed(business, cut);
        }
        return cut.startsWith("si ") ? texts.asked(business, cut) : texts.toTell(business, cut);
    }

    @Override
    public Uni<Performed<MessageOrder>> perform(StaffAsking asking, MessageOrder order, Recording recording) {
        var id = new PersonId(order.customer().orElseThrow());
        return customers.person(asking.organization(), id).chain(person -> {
            var text = written(asking, order.text().orElseThrow());
            var sentence = texts.sent(clientele.name(person));
            var purpose = "staff:%s:%s:%s".formatted(asking.turn().key().turn().value(), id,
                    Integer.toHexString(text.hashCode()));
            return dispatch.send(asking.organization(), id, asking.turn().origin().sql(), purpose, new Text(text),
                    recording.<Boolean>outcome(Optional.of(id.value()),
                            sent -> sent ? Optional.of(sentence) : Optional.empty()))
                    .map(sent -> sent ? new Performed.Done<MessageOrder>(sentence)
                            : new Performed.Instead<MessageOrder>(new Proposal.Refuse<>(closed(person))));
        });
    }

    private static Uni<Proposal<MessageOrder>> now(Proposal<MessageOrder> proposal) {
        return Uni.createFrom().item(proposal);
    }
}
