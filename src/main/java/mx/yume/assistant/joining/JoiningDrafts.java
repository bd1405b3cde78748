package mx.yume.assistant.joining;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.tools.Json;
import mx.yume.business.Permission;
import mx.yume.business.StaffMember;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;

/** The draft of somebody's onboarding, whoever moves it. The state is always the first thing missing. */
@ApplicationScoped
class JoiningDrafts {

    private final Json json;

    JoiningDrafts(Json json) {
        this.json = json;
    }

    JoiningDraft read(StaffAsking asking) {
        return asking.turn().progress().activeFlow().filter(flow -> flow.kind() == FlowKind.STAFF_ONBOARDING)
                .map(flow -> json.read(flow.draft(), JoiningDraft.class)).orElse(JoiningDraft.EMPTY);
    }

    FlowState asked(StaffAsking asking) {
        return asking.turn().progress().activeFlow().filter(flow -> flow.kind() == FlowKind.STAFF_ONBOARDING)
                .map(Flow::state).orElse(FlowState.INITIATED);
    }

    static FlowState stage(JoiningDraft draft, StaffMember member) {
        if (draft.name().isEmpty()) {
            return FlowState.COLLECTING_NAME;
        }
        return hasAgenda(member) && !draft.agreed() ? FlowState.COLLECTING_AVAILABILITY : FlowState.SHOWING_TUTORIAL;
    }

    /** A viewer who serves nobody has no hours to tell. */
    static boolean hasAgenda(StaffMember member) {
        return member.permission() != Permission.VIEWER || !member.skills().isEmpty();
    }

    void keep(StaffAsking asking, JoiningDraft draft) {
        var stage = stage(draft, asking.member());
        to(asking, stage, stage == FlowState.SHOWING_TUTORIAL ? draft.tutorial(asking.turn().key().turn().value()) : draft);
    }

    void completed(StaffAsking asking) {
        var draft = read(asking);
        if (asked(asking) != FlowState.SHOWING_TUTORIAL) {
            to(asking, FlowState.SHOWING_TUTORIAL, draft);
        }
        to(asking, FlowState.COMPLETED, draft);
    }

    /** What they began elsewhere, as a customer perhaps, is dropped: a conversation has one flow at a time. */
    private void to(StaffAsking asking, FlowState state, JoiningDraft draft) {
        var progress = asking.turn().progress();
        var text = json.write(draft);
        progress.activeFlow().filter(flow -> flow.kind() != FlowKind.STAFF_ONBOARDING)
                .ifPresent(other -> progress.flow(other.to(FlowState.DROPPED, other.draft())));
        progress.flow(progress.activeFlow().orElseGet(() -> Flow.begin(FlowKind.STAFF_ONBOARDING, text)).to(state, text));
    }
}
