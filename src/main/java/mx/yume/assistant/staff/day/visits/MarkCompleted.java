package mx.yume.assistant.staff.day.visits;

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
import mx.yume.business.Capability;
import mx.yume.conversation.FlowKind;
import mx.yume.scheduling.AppointmentStatus;

/** The customer was there. */
@ApplicationScoped
class MarkCompleted implements StaffTool<MarkOrder> {

    static final String NAME = "mark_completed";

    private final Marking marking;

    MarkCompleted(Marking marking) {
        this.marking = marking;
    }

    @Override
    public Sheet sheet() {
        return Marking.sheet(NAME, "Marca que el cliente vino y se le atendió; corrige una inasistencia");
    }

    @Override
    public Class<MarkOrder> type() {
        return MarkOrder.class;
    }

    @Override
    public Capability needs() {
        return Capability.RUN_THE_DAY;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.ATTENDANCE);
    }

    @Override
    public MarkOrder read(StaffAsking asking, Written written) {
        return Marking.read(asking, written);
    }

    @Override
    public Uni<Proposal<MarkOrder>> propose(StaffAsking asking, MarkOrder order) {
        return marking.propose(asking, order, NAME, AppointmentStatus.COMPLETED);
    }

    @Override
    public Uni<Performed<MarkOrder>> perform(StaffAsking asking, MarkOrder order, Recording recording) {
        return marking.perform(asking, order, recording, AppointmentStatus.COMPLETED);
    }
}
