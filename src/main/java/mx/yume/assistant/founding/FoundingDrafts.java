package mx.yume.assistant.founding;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.tools.Json;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;

/** The draft of a founder's flow, whoever moves it. The state is always the first thing missing. */
@ApplicationScoped
class FoundingDrafts {

    private final Json json;

    FoundingDrafts(Json json) {
        this.json = json;
    }

    FoundingDraft read(FounderAsking asking) {
        return asking.turn().progress().activeFlow().filter(flow -> flow.kind() == FlowKind.BUSINESS_ONBOARDING)
                .map(flow -> json.read(flow.draft(), FoundingDraft.class)).orElse(FoundingDraft.EMPTY);
    }

    /** What the last question was about; {@link FlowState#INITIATED} when none was asked. */
    FlowState asked(FounderAsking asking) {
        return asking.turn().progress().activeFlow().map(Flow::state).orElse(FlowState.INITIATED);
    }

    void keep(FounderAsking asking, FoundingDraft draft) {
        to(asking, Stage.of(draft, asking.fromPhone().isPresent()), draft);
    }

    /** Everything was written: the number is the system's to get now. */
    void founded(FounderAsking asking) {
        var draft = read(asking);
        if (asked(asking) != FlowState.PROVISIONING_NUMBER) {
            to(asking, FlowState.PROVISIONING_NUMBER, draft);
        }
    }

    private void to(FounderAsking asking, FlowState state, FoundingDraft draft) {
        var progress = asking.turn().progress();
        var text = json.write(draft);
        progress.flow(progress.activeFlow().orElseGet(() -> Flow.begin(FlowKind.BUSINESS_ONBOARDING, text)).to(state, text));
    }

    /** Whoever wanted nothing of a business leaves no flow behind. */
    void drop(FounderAsking asking) {
        var progress = asking.turn().progress();
        progress.activeFlow().ifPresent(flow -> progress.flow(flow.to(FlowState.DROPPED, flow.draft())));
    }
}
