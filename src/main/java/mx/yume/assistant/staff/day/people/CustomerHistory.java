package mx.yume.assistant.staff.day.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
import mx.yume.assistant.staff.day.Visits;
import mx.yume.business.Capability;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.customers.Person;
import mx.yume.platform.PhoneNumber;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;

/** When a customer came, and what for. */
@ApplicationScoped
class CustomerHistory implements StaffTool<HistoryOrder> {

    static final String NAME = "customer_history";

    private static final int MOST = 100;
    private static final int SHOWN = 5;

    private final Agenda agenda;
    private final Clientele clientele;
    private final PeopleTexts texts;

    CustomerHistory(Agenda agenda, Clientele clientele, PeopleTexts texts) {
        this.agenda = agenda;
        this.clientele = clientele;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME, "Las citas que ha tenido un cliente del negocio", Sheet.optional("name", "Nombre del cliente"),
                Sheet.optional("phone", "Su teléfono"));
    }

    @Override
    public Class<HistoryOrder> type() {
        return HistoryOrder.class;
    }

    @Override
    public Capability needs() {
        return Capability.RUN_THE_DAY;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.empty();
    }

    @Override
    public HistoryOrder read(StaffAsking asking, Written written) {
        return new HistoryOrder(written.text("name"),
                written.text("phone").flatMap(PhoneNumber::parse).map(PhoneNumber::e164), Optional.empty());
    }

    @Override
    public Uni<Proposal<HistoryOrder>> propose(StaffAsking asking, HistoryOrder order) {
        if (order.name().isEmpty() && order.phone().isEmpty()) {
            return Uni.createFrom().item(new Proposal.Tell<>(texts.whose()));
        }
        return clientele.find(asking, order.name(), order.phone(), order.customer()).chain(people -> switch (people.size()) {
            case 0 -> Uni.createFrom().item(new Proposal.Tell<>(texts.unknown()));
            case 1 -> history(asking, people.getFirst());
            default -> Uni.createFrom().item(new Proposal.Tell<>(texts.which(), people.stream()
                    .flatMap(person -> person.phone().stream().map(phone -> new Option(
                            Taps.id(NAME, Clientele.CUSTOMER, phone.e164()), clientele.name(person), phone.e164())))
                    .toList()));
        });
    }

    private Uni<Proposal<HistoryOrder>> history(StaffAsking asking, Person person) {
        return agenda.history(asking.business(), person.id(), MOST)
                .map(visits -> new Proposal.Tell<>(page(asking, person, visits)));
    }

    private String page(StaffAsking asking, Person person, List<Appointment> visits) {
        var lines = new ArrayList<String>();
        lines.add(person.phone().map(phone -> texts.head(clientele.name(person), phone.e164()))
                .orElseGet(() -> clientele.name(person)));
        if (visits.isEmpty()) {
            lines.add(texts.nothing());
            return String.join("\n", lines);
        }
        lines.add(texts.counts(count(visits, AppointmentStatus.COMPLETED), count(visits, AppointmentStatus.NO_SHOW),
                count(visits, AppointmentStatus.CANCELLED)));
        lines.add(
                texts.recent(visits.stream().limit(SHOWN).map(visit -> line(asking, visit)).collect(Collectors.joining("\n"))));
        return String.join("\n", lines);
    }

    private String line(StaffAsking asking, Appointment visit) {
        return texts.visit(SpanishWriter.relative(visit.start(), Visits.today(asking)), visit.serviceName(), visit.staffName(),
                visit.price().toString(), status(asking, visit));
    }

    private String status(StaffAsking asking, Appointment visit) {
        return switch (visit.status()) {
            case PENDING, CONFIRMED -> visit.end().isAfter(asking.turn().localNow()) ? texts.coming() : texts.unmarked();
            case COMPLETED -> texts.completed();
            case NO_SHOW -> texts.missed();
            case CANCELLED -> texts.cancelled();
        };
    }

    private static int count(List<Appointment> visits, AppointmentStatus status) {
        return (int) visits.stream().filter(visit -> visit.status() == status).count();
    }

    @Override
    public Uni<Performed<HistoryOrder>> perform(StaffAsking asking, HistoryOrder order, Recording recording) {
        throw new IllegalStateException(NAME + " only reads");
    }
}
