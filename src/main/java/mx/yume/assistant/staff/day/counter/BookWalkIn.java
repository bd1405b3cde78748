package mx.yume.assistant.staff.day.counter;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.day.Members;
import mx.yume.assistant.staff.day.VisitLines;
import mx.yume.assistant.staff.day.Visits;
import mx.yume.business.Capability;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.customers.CustomerSearch;
import mx.yume.customers.Person;
import mx.yume.customers.PersonId;
import mx.yume.platform.Money;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.SpanishLists;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Agreed;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.BookingOutcome;
import mx.yume.scheduling.Part;
import mx.yume.scheduling.Preview;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Slot;
import mx.yume.scheduling.WalkIn;

/** Takes in whoever stands at the counter now, or books for somebody who calls. When nobody is free it says when, and who. */
@ApplicationScoped
class BookWalkIn implements StaffTool<WalkInOrder> {

    static final String NAME = "book_walk_in";
    static final String SERVICE = "service";
    static final String CUSTOMER = "customer";
    static final String STRANGER = NAME + ":stranger";
    static final String START = "start";

    private static final int MOST_ROWS = 10;
    private static final int MOST_PEOPLE = 9;

    private final Agenda agenda;
    private final CustomerSearch customers;
    private final WalkInTexts texts;

    BookWalkIn(Agenda agenda, CustomerSearch customers, WalkInTexts texts) {
        this.agenda = agenda;
        this.customers = customers;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME,
                "Apunta a alguien que llegó sin cita, o a quien pidió cita por otro lado. El sistema enseña cómo queda"
                        + " y pide el sí",
                new Sheet.Parameter("services", Sheet.Type.TEXTS, "Servicios, por su nombre", true),
                Sheet.optional("customer", "Nombre del cliente"), Sheet.optional("phone", "Su teléfono"),
                Sheet.optional("staff", "Con quién, por su nombre"), Sheet.optional("date", "Día, AAAA-MM-DD; sin él, hoy"),
                Sheet.optional("time", "Hora, HH:MM; sin día ni hora, ahora"));
    }

    @Override
    public Class<WalkInOrder> type() {
        return WalkInOrder.class;
    }

    @Override
    public Capability needs() {
        return Capability.RUN_THE_DAY;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.WALK_IN);
    }

    @Override
    public WalkInOrder read(StaffAsking asking, Written written) {
        var services = written.texts("services").stream().map(name -> Members.service(asking, name)).toList();
        var staff = Members.staff(asking, written, "staff");
        var time = written.time("time");
        var day = written.date("date").filter(date -> time.isPresent() || !date.equals(Visits.today(asking)));
        return new WalkInOrder(services, written.text("customer"),
                written.text("phone").flatMap(PhoneNumber::parse).map(PhoneNumber::e164), Optional.empty(), false, staff,
                day, time, Optional.empty(), Optional.empty());
    }

    @Override
    public Uni<Proposal<WalkInOrder>> propose(StaffAsking asking, WalkInOrder order) {
        if (order.services().isEmpty()) {
            var options = asking.business().services().stream().limit(MOST_ROWS).map(service -> new Option(
                    Taps.id(NAME, SERVICE, service.id()), service.name(), service.price().toString())).toList();
            return now(new Proposal.Ask<>(order, FlowState.COLLECTING_SERVICE, texts.askService(), options));
        }
        if (order.day().isPresent() && order.time().isEmpty()) {
            return now(new Proposal.Ask<>(order, FlowState.COLLECTING_STAFF, texts.askTime()));
        }
        return timed(asking, order.day().isEmpty() && order.time().isPresent() ? order.on(Visits.today(asking)) : order);
    }

    /** Now, or at a day and a time, as it is shown. */
    private Uni<Proposal<WalkInOrder>> timed(StaffAsking asking, WalkInOrder order) {
        return people(asking, order).chain(people -> people.size() > 1 ? now(askCustomer(order, people))
                : fit(asking, people.stream().findFirst().map(person -> order.known(person.id().value(), person.name()))
                        .orElse(order), people.stream().findFirst()));
    }

    /** Those it may be; nobody for a stranger, or when no name was said. */
    private Uni<List<Person>> people(StaffAsking asking, WalkInOrder order) {
        if (order.phone().isPresent()) {
            return customers.withPhone(asking.organization(), new PhoneNumber(order.phone().get()))
                    .map(found -> found.stream().toList());
        }
        if (order.stranger() || order.name().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return customers.named(asking.organization(), order.name().get(), MOST_PEOPLE).map(found -> found.stream()
                .filter(person -> order.customer().map(person.id().value()::equals).orElse(true)).toList());
    }

    private Proposal<WalkInOrder> askCustomer(WalkInOrder order, List<Person> people) {
        var options = Stream.concat(people.stream().map(person -> new Option(Taps.id(NAME, CUSTOMER, person.id()),
                person.name().orElse(""), person.phone().map(PhoneNumber::e164).orElse(""))),
                Stream.of(new Option(STRANGER, texts.somebodyElse()))).toList();
        return new Proposal.Ask<>(order, FlowState.COLLECTING_CUSTOMER, texts.askCustomer(), options);
    }

    private Uni<Proposal<WalkInOrder>> fit(StaffAsking asking, WalkInOrder order, Optional<Person> person) {
        return agenda.preview(asking.business(), walkIn(asking, order)).chain(preview -> switch (preview) {
            case Preview.Possible(var parts, var price) -> now(show(asking, order, person, parts, price));
            case Preview.Impossible(var why) -> order.given().isPresent() && order.staff().isEmpty()
                    ? fit(asking, order.shown(Optional.empty(), Optional.empty()), person)
                    : now(refused(asking, order, why));
        });
    }

    private Proposal<WalkInOrder> show(StaffAsking asking, WalkInOrder order, Optional<Person> person, List<Part> parts,
            Money price) {
        var name = person.map(known -> known.phone().map(phone -> texts.known(known.name().orElse(""), phone.e164()))
                .orElseGet(() -> known.name().orElse(""))).or(order::name).orElseGet(texts::nameless);
        var when = immediate(order) ? texts.now() : SpanishWriter.relative(parts.getFirst().start(), Visits.today(asking));
        return new Proposal.Show<>(order.shown(Optional.of(parts.getFirst().staff().value()), Optional.of(price.centavos())),
                texts.summary(name, SpanishLists.all(parts.stream().map(Part::serviceName).toList()),
                        SpanishLists.all(parts.stream().map(Part::staffName).distinct().toList()), when, price.toString()));
    }

    private Proposal<WalkInOrder> refused(StaffAsking asking, WalkInOrder order, Refusal why) {
        if (why.alternatives().isEmpty()) {
            return new Proposal.Refuse<>(why.sentence());
        }
        var today = Visits.today(asking);
        var times = why.alternatives().stream().map(slot -> texts.time(SpanishWriter.relative(slot.start(), today),
                who(asking, slot))).collect(Collectors.joining("\n"));
        var options = why.alternatives().stream().map(slot -> new Option(Taps.id(NAME, START, slot.start().toLocalDateTime()),
                SpanishWriter.time20(slot.start(), today))).toList();
        var said = order.staff().map(StaffId::new).flatMap(asking.business()::staffMember).map(StaffMember::name)
                .map(name -> texts.notFree(name, times))
                .orElseGet(() -> immediate(order) ? texts.nobodyFree(times) : why.sentence() + "\n" + times);
        return new Proposal.Ask<>(order.shown(Optional.empty(), Optional.empty()), FlowState.COLLECTING_STAFF, said, options);
    }

    private static String who(StaffAsking asking, Slot slot) {
        return SpanishLists.any(slot.staff().stream().flatMap(id -> asking.business().staffMember(id).stream())
                .map(StaffMember::name).toList());
    }

    private static boolean immediate(WalkInOrder order) {
        return order.day().isEmpty() && order.time().isEmpty();
    }

    private static WalkIn walkIn(StaffAsking asking, WalkInOrder order) {
        var now = asking.turn().localNow();
        var start = immediate(order) ? Optional.<ZonedDateTime>empty()
                : Optional.of(ZonedDateTime.of(order.day().orElseThrow(), order.time().orElseThrow(), now.getZone()));
        return new WalkIn(order.services().stream().map(ServiceId::new).toList(), order.customer().map(PersonId::new),
                order.name(), order.staff().or(order::given).map(StaffId::new), Optional.empty(), start);
    }

    @Override
    public Uni<Performed<WalkInOrder>> perform(StaffAsking asking, WalkInOrder order, Recording recording) {
        return agenda.walkIn(asking.business(), new Actor.Staff(asking.member().id()), walkIn(asking, order),
                Agreed.on(new Money(order.centavos().orElseThrow())), asking.turn().origin().sql(),
                recording.appointment(visit -> sentence(asking, visit)))
                .map(outcome -> switch (outcome) {
                    case BookingOutcome.Booked(var visit) -> new Performed.Done<>(sentence(asking, visit));
                    case BookingOutcome.Refused(var why) -> new Performed.Instead<>(refused(asking, order, why));
                });
    }

    private String sentence(StaffAsking asking, Appointment visit) {
        return VisitLines.sentence(texts.booked(VisitLines.full(visit, Visits.today(asking))));
    }

    static boolean sold(StaffAsking asking, UUID service) {
        return asking.business().services().stream().map(Service::id).anyMatch(id -> id.value().equals(service));
    }

    private static Uni<Proposal<WalkInOrder>> now(Proposal<WalkInOrder> proposal) {
        return Uni.createFrom().item(proposal);
    }
}
