package mx.yume.assistant.staff.disputes;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Unclear;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.business.Capability;
import mx.yume.conversation.FlowKind;
import mx.yume.platform.Explained;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.attendance.Attendance;
import mx.yume.scheduling.attendance.VisitOutcome;

/** settle_dispute: whether a customer who says that they came is believed. */
@ApplicationScoped
class SettleDispute implements StaffTool<SettleDispute.Decision> {

    static final String NAME = "settle_dispute";

    /** @param came whether the owner gives in */
    @RegisterForReflection
    record Decision(Optional<AppointmentId> visit, boolean came) implements Order {}

    private final Agenda agenda;
    private final Attendance attendance;
    private final DisputeTexts texts;

    SettleDispute(Agenda agenda, Attendance attendance, DisputeTexts texts) {
        this.agenda = agenda;
        this.attendance = attendance;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME, "Decide si un cliente que dice que sí fue a su cita de verdad fue",
                Sheet.required("appointment", "Id de la cita en el aviso"),
                new Sheet.Parameter("came", Sheet.Type.FLAG, "true si sí fue", true));
    }

    /** It closes the visit and tells the customer: only the buttons of the notice do. */
    @Override
    public boolean forModels() {
        return false;
    }

    @Override
    public Class<Decision> type() {
        return Decision.class;
    }

    /** The owner's alone. */
    @Override
    public Capability needs() {
        return Capability.CHANGE_SETUP;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.empty();
    }

    @Override
    public Decision read(StaffAsking asking, Written written) {
        return new Decision(written.text("appointment").map(SettleDispute::id),
                written.flag("came").orElseThrow(() -> new Unclear("Falta el argumento came.")));
    }

    private static AppointmentId id(String written) {
        try {
            return new AppointmentId(UUID.fromString(written));
        } catch (IllegalArgumentException notOne) {
            throw new Unclear("El argumento appointment es el id de una cita.");
        }
    }

    @Override
    public Uni<Proposal<Decision>> propose(StaffAsking asking, Decision decision) {
        return Uni.createFrom().item(decision.visit().isPresent() ? new Proposal.Do<>(decision)
                : new Proposal.Refuse<>(texts.which()));
    }

    @Override
    public Uni<Performed<Decision>> perform(StaffAsking asking, Decision decision, Recording recording) {
        return agenda.appointment(asking.business(), decision.visit().orElseThrow())
                .chain(found -> found.map(visit -> settle(asking, decision, visit, recording))
                        .orElseGet(() -> Uni.createFrom().item(instead(new VisitOutcome.NotFound()))));
    }

    private Uni<Performed<Decision>> settle(StaffAsking asking, Decision decision, Appointment visit, Recording recording) {
        var when = SpanishDates.dateTime(visit.start());
        var sentence = decision.came() ? texts.came(visit.customerName(), when) : texts.upheld(visit.customerName(), when);
        return attendance.settle(asking.business(), new Actor.Staff(asking.member().id()), visit.id(), visit.version(),
                decision.came(), recording.appointment(settled -> sentence)).map(outcome -> switch (outcome) {
                    case VisitOutcome.Done _ -> new Performed.Done<>(sentence);
                    case Explained why -> instead(why);
                });
    }

    private static Performed<Decision> instead(Explained why) {
        return new Performed.Instead<>(new Proposal.Refuse<>(why.sentence()));
    }
}
