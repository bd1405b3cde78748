package mx.yume.assistant.staff.day.visits;

import java.util.ArrayList;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.assistant.staff.day.VisitLines;
import mx.yume.assistant.staff.day.Visits;
import mx.yume.business.Capability;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.CancelOutcome;

/** Cancels a customer's visit, who is told unless whoever asks wants to tell them. */
@ApplicationScoped
class CancelForCustomer implements StaffTool<CancelOrder> {

    static final String NAME = "cancel_customer_appointment";

    private final Agenda agenda;
    private final Choosing choosing;
    private final Telling telling;
    private final VisitTexts texts;

    CancelForCustomer(Agenda agenda, Choosing choosing, Telling telling, VisitTexts texts) {
        this.agenda = agenda;
        this.choosing = choosing;
        this.telling = telling;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME, "Cancela la cita de un cliente. El sistema la enseña y pide el sí",
                Sheet.optional("date", "Día de la cita, AAAA-MM-DD"), Sheet.optional("time", "Hora de inicio, HH:MM"),
                Sheet.optional("customer", "Nombre de quien tiene la cita"), Sheet.optional("phone", "Su teléfono"),
                Sheet.optional("staff", "Con quién es, por su nombre"), Sheet.optional("reason", "Motivo"),
                Sheet.optional("notify", Sheet.Type.FLAG, "false si quien pide le avisa al cliente"));
    }

    @Override
    public Class<CancelOrder> type() {
        return CancelOrder.class;
    }

    @Override
    public Capability needs() {
        return Capability.RUN_THE_DAY;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.CANCEL_FOR_CUSTOMER);
    }

    @Override
    public CancelOrder read(StaffAsking asking, Written written) {
        return new CancelOrder(Marking.which(asking, written), Optional.empty(), written.text("reason"),
                written.flag("notify").orElse(true));
    }

    @Override
    public Uni<Proposal<CancelOrder>> propose(StaffAsking asking, CancelOrder order) {
        return choosing.upcoming(asking, order.which()).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(new Proposal.Refuse<>(texts.none()));
            }
            return Visits.only(found).map(visit -> show(asking, order, visit))
                    .orElseGet(() -> Uni.createFrom().item(new Proposal.Ask<>(order.seen(Optional.empty()),
                            FlowState.IDENTIFYING_BOOKING, texts.which(),
                            VisitLines.options(NAME, found, Visits.today(asking)))));
        });
    }

    private Uni<Proposal<CancelOrder>> show(StaffAsking asking, CancelOrder order, Appointment visit) {
        return telling.line(asking, visit, order.tell()).map(told -> {
            var lines = new ArrayList<String>();
            lines.add(texts.cancel(VisitLines.full(visit, Visits.today(asking))));
            order.reason().ifPresent(reason -> lines.add(texts.reason(reason)));
            lines.add(told);
            lines.add(texts.confirmCancel());
            return new Proposal.Show<>(order.of(order.which().chosen(visit.id().value())).seen(Optional.of(visit.version())),
                    String.join("\n", lines));
        });
    }

    @Override
    public Uni<Performed<CancelOrder>> perform(StaffAsking asking, CancelOrder order, Recording recording) {
        var by = new Actor.Staff(asking.member().id(), !order.tell());
        return agenda.cancel(asking.business(), by, new AppointmentId(order.which().appointment().orElseThrow()),
                order.version().orElseThrow(), order.reason(), recording.appointment(visit -> sentence(asking, visit)))
                .map(outcome -> switch (outcome) {
                    case CancelOutcome.Cancelled(var visit) -> new Performed.Done<>(sentence(asking, visit));
                    case CancelOutcome.AlreadyCancelled why -> refused(why.sentence());
                    case CancelOutcome.Changed why -> refused(why.sentence());
                    case CancelOutcome.NotFound why -> refused(why.sentence());
                });
    }

    private static Performed<CancelOrder> refused(String why) {
        return new Performed.Instead<>(new Proposal.Refuse<>(why));
    }

    private String sentence(StaffAsking asking, Appointment visit) {
        return VisitLines.sentence(texts.cancelled(VisitLines.full(visit, Visits.today(asking))));
    }
}
