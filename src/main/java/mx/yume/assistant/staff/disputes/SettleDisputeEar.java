package mx.yume.assistant.staff.disputes;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.disputes.SettleDispute.Decision;
import mx.yume.conversation.FlowState;
import mx.yume.notifications.NoticeOptions;
import mx.yume.scheduling.AppointmentId;

/** The two buttons of the notice. */
@ApplicationScoped
class SettleDisputeEar implements StaffEar<Decision> {

    private static final int UNMISTAKABLE = 3;

    private final SettleDispute tool;

    SettleDisputeEar(SettleDispute tool) {
        this.tool = tool;
    }

    @Override
    public SettleDispute tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        return decisions(asking).findAny().isPresent() ? UNMISTAKABLE : 0;
    }

    @Override
    public Decision fill(StaffAsking asking, Optional<Decision> before, FlowState asked) {
        return decisions(asking).reduce((earlier, later) -> later).or(() -> before)
                .orElseGet(() -> new Decision(Optional.empty(), false));
    }

    private static Stream<Decision> decisions(StaffAsking asking) {
        return asking.said().stream().flatMap(said -> said.tapped().stream()).flatMap(id -> decision(id).stream());
    }

    private static Optional<Decision> decision(String id) {
        var parts = id.split(":", -1);
        if (parts.length != 3 || !parts[0].equals(NoticeOptions.SETTLE)
                || !(parts[2].equals(NoticeOptions.CAME) || parts[2].equals(NoticeOptions.UPHELD))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Decision(Optional.of(new AppointmentId(UUID.fromString(parts[1]))),
                    parts[2].equals(NoticeOptions.CAME)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
