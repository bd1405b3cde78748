package mx.yume.assistant.staff.day.visits;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

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
import mx.yume.business.StaffId;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.platform.Money;
import mx.yume.platform.SpanishLists;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Agreed;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.Change;
import mx.yume.scheduling.MoveOutcome;
import mx.yume.scheduling.Part;
import mx.yume.scheduling.Preview;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Terms;

/** Moves a customer's visit to another time or person; the customer is told unless whoever asks wants to tell them. */
@ApplicationScoped
class MoveForCustomer implements StaffTool<MoveOrder> {

    static final String NAME = "reschedule_customer_appointment";
    static final String START = "start";

    private final Agenda agenda;
    private final Choosing choosing;
    private final Telling telling;
    private final VisitTexts texts;

    MoveForCustomer(Agenda agenda, Choosing choosing, Telling telling, VisitTexts texts) {
        this.agenda = agenda;
        this.choosing = choosing;
        this.telling = telling;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME, "Mueve la cita de un cliente. El sistema enseña el cambio y pide el sí",
                Sheet.optional("date", "Día que tiene ahora, AAAA-MM-DD"),
                Sheet.optional("time", "Hora que tiene ahora, HH:MM"),
                Sheet.optional("customer", "Nombre de quien tiene la cita"), Sheet.optional("phone", "Su teléfono"),
                Sheet.optional("staff", "Con quién es ahora"), Sheet.optional("new_date", "Día nuevo, AAAA-MM-DD"),
                Sheet.optional("new_time", "Hora nueva, HH:MM"), Sheet.optional("new_staff", "Con quién será, por su nombre"),
                Sheet.optional("notify", Sheet.Type.FLAG, "false si quien pide le avisa al cliente"));
    }

    @Override
    public Class<MoveOrder> type() {
        return MoveOrder.class;
    }

    @Override
    public Capability needs() {
        return Capability.RUN_THE_DAY;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.MOVE_FOR_CUSTOMER);
    }

    @Override
    public MoveOrder read(StaffAsking asking, Written written) {
        var staff = Members.staff(asking, written, "new_staff");
        return new MoveOrder(Marking.which(asking, written), written.date("new_date"), written.time("new_time"), staff,
                Optional.empty(), Optional.empty(), written.flag("notify").orElse(true));
    }

    @Override
    public Uni<Proposal<MoveOrder>> propose(StaffAsking asking, MoveOrder order) {
        return choosing.upcoming(asking, order.which()).chain(found -> {
            if (found.isEmpty()) {
                return now(new Proposal.Refuse<>(texts.none()));
            }
            return Visits.only(found).map(visit -> proposed(asking, order.of(order.which().chosen(visit.id().value())), visit))
                    .orElseGet(() -> now(new Proposal.Ask<>(order.shown(Optional.empty(), Optional.empty()),
                            FlowState.IDENTIFYING_BOOKING, texts.which(),
                            VisitLines.options(NAME, found, Visits.today(asking)))));
        });
    }

    private Uni<Proposal<MoveOrder>> proposed(StaffAsking asking, MoveOrder order, Appointment visit) {
        var line = VisitLines.full(visit, Visits.today(asking));
        if (order.nowhere()) {
            return now(new Proposal.Ask<>(order.anew(), FlowState.COLLECTING_NEW_DATETIME, texts.askWhen(line)));
        }
        var change = change(order, visit);
        if (change.equals(Change.none(Terms.COUNTER))) {
            return now(new Proposal.Tell<>(VisitLines.sentence(texts.sameAlready(line))));
        }
        return agenda.previewChange(asking.business(), visit, change).chain(preview -> switch (preview) {
            case Preview.Impossible(var why) -> now(otherwise(asking, order, why));
            case Preview.Possible(var parts, var price) -> show(asking, order, visit, parts, price);
        });
    }

    private static Change change(MoveOrder order, Appointment visit) {
        var change = Change.none(Terms.COUNTER);
        var start = ZonedDateTime.of(order.day().orElse(visit.start().toLocalDate()),
                order.time().orElse(visit.start().toLocalTime()), visit.start().getZone());
        var moved = start.toInstant().equals(visit.start().toInstant()) ? change : change.start(start);
        return order.staff().map(StaffId::new)
                .filter(member -> visit.parts().stream().anyMatch(part -> !part.staff().equals(member))).map(moved::staff)
                .orElse(moved);
    }

    private Proposal<MoveOrder> otherwise(StaffAsking asking, MoveOrder order, Refusal why) {
        var options = why.alternatives().stream().map(slot -> new Option(
                Taps.id(NAME, START, slot.start().toLocalDateTime()),
                SpanishWriter.time20(slot.start(), Visits.today(asking)))).toList();
        var said = options.isEmpty() ? texts.otherwise(why.sentence()) : texts.instead(why.sentence());
        return new Proposal.Ask<>(order.anew(), FlowState.COLLECTING_NEW_DATETIME, said, options);
    }

    private Uni<Proposal<MoveOrder>> show(StaffAsking asking, MoveOrder order, Appointment visit, List<Part> parts,
            Money price) {
        var today = Visits.today(asking);
        var staff = SpanishLists.all(parts.stream().map(Part::staffName).distinct().toList());
        var summary = texts.move(visit.customerName(), visit.serviceName(), SpanishWriter.relative(visit.start(), today),
                SpanishWriter.relative(parts.getFirst().start().withZoneSameInstant(visit.start().getZone()), today), staff,
                price.toString());
        return telling.line(asking, visit, order.tell()).map(told -> new Proposal.Show<>(
                order.shown(Optional.of(visit.version()), Optional.of(price.centavos())),
                summary + "\n" + told + "\n" + texts.confirmMove()));
    }

    @Override
    public Uni<Performed<MoveOrder>> perform(StaffAsking asking, MoveOrder order, Recording recording) {
        var by = new Actor.Staff(asking.member().id(), !order.tell());
        var id = new AppointmentId(order.which().appointment().orElseThrow());
        return agenda.appointment(asking.business(), id).map(Optional::orElseThrow)
                .chain(visit -> agenda.change(asking.business(),
                        by, id, order.version().orElseThrow(), change(order, visit),
                        Agreed.on(new Money(order.centavos().orElseThrow())),
                        recording.appointment(after -> sentence(asking, after))))
                .map(outcome -> switch (outcome) {
                    case MoveOutcome.Moved(var _, var after) -> new Performed.Done<>(sentence(asking, after));
                    case MoveOutcome.Refused(var why) -> new Performed.Instead<>(otherwise(asking, order, why));
                    case MoveOutcome.Unchanged why -> refused(why.sentence());
                    case MoveOutcome.Changed why -> refused(why.sentence());
                    case MoveOutcome.NotFound why -> refused(why.sentence());
                });
    }

    private static Performed<MoveOrder> refused(String why) {
        return new Performed.Instead<>(new Proposal.Refuse<>(why));
    }

    private String sentence(StaffAsking asking, Appointment visit) {
        return VisitLines.sentence(texts.moved(VisitLines.full(visit, Visits.today(asking))));
    }

    private static Uni<Proposal<MoveOrder>> now(Proposal<MoveOrder> proposal) {
        return Uni.createFrom().item(proposal);
    }
}
