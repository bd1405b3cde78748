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
import mx.yume.business.Capability;
import mx.yume.conversation.FlowKind;

/** What whoever asks has to do. */
@ApplicationScoped
class MySchedule implements StaffTool<ScheduleOrder> {

    static final String NAME = "my_schedule";

    private final SchedulePage page;

    MySchedule(SchedulePage page) {
        this.page = page;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME, "La agenda de quien pregunta: sus citas y su tiempo bloqueado",
                Sheet.optional("from", "Primer día, AAAA-MM-DD; sin él, hoy"),
                Sheet.optional("to", "Último día, AAAA-MM-DD; sin él, solo el primero"));
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
        return new ScheduleOrder(written.date("from"), written.date("to"), Optional.empty());
    }

    @Override
    public Uni<Proposal<ScheduleOrder>> propose(StaffAsking asking, ScheduleOrder order) {
        return page.page(asking, order, Optional.of(asking.member().id())).map(Proposal.Tell::new);
    }

    @Override
    public Uni<Performed<ScheduleOrder>> perform(StaffAsking asking, ScheduleOrder order, Recording recording) {
        throw new IllegalStateException(NAME + " only reads");
    }
}
