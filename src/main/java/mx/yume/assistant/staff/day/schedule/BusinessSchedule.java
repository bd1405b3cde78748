package mx.yume.assistant.staff.day.schedule;

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
import mx.yume.assistant.staff.day.Members;
import mx.yume.business.Capability;
import mx.yume.business.StaffId;
import mx.yume.conversation.FlowKind;

/** What everybody has to do, or one of them. */
@ApplicationScoped
class BusinessSchedule implements StaffTool<ScheduleOrder> {

    static final String NAME = "business_schedule";

    private final SchedulePage page;

    BusinessSchedule(SchedulePage page) {
        this.page = page;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME, "La agenda de todo el negocio, o de una persona del equipo",
                Sheet.optional("from", "Primer día, AAAA-MM-DD; sin él, hoy"),
                Sheet.optional("to", "Último día, AAAA-MM-DD; sin él, solo el primero"),
                Sheet.optional("staff", "Solo lo de esta persona, por su nombre"));
    }

    @Override
    public Class<ScheduleOrder> type() {
        return ScheduleOrder.class;
    }

    @Override
    public Capability needs() {
        return Capability.SEE_SCHEDULE;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.empty();
    }

    @Override
    public ScheduleOrder read(StaffAsking asking, Written written) {
        return new ScheduleOrder(written.date("from"), written.date("to"), Members.staff(asking, written, "staff"));
    }

    @Override
    public Uni<Proposal<ScheduleOrder>> propose(StaffAsking asking, ScheduleOrder order) {
        return page.page(asking, order, order.staff().map(StaffId::new)).map(Proposal.Tell::new);
    }

    @Override
    public Uni<Performed<ScheduleOrder>> perform(StaffAsking asking, ScheduleOrder order, Recording recording) {
        throw new IllegalStateException(NAME + " only reads");
    }
}
