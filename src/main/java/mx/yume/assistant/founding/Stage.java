package mx.yume.assistant.founding;

import mx.yume.conversation.FlowState;

/** Where a founding stands: the first thing missing. Pure. */
final class Stage {

    private Stage() {}

    /** @param whereKnown the phone tells the zone, if the founder does not */
    static FlowState of(FoundingDraft draft, boolean whereKnown) {
        if (missesInfo(draft.info(), whereKnown)) {
            return FlowState.COLLECTING_BUSINESS_INFO;
        }
        if (draft.menu().isEmpty() || draft.incomplete().isPresent()) {
            return FlowState.COLLECTING_SERVICES;
        }
        if (draft.week().values().stream().allMatch(spans -> spans.isEmpty()) || !draft.doubts().isEmpty()) {
            return FlowState.COLLECTING_HOURS;
        }
        var nobodyServes = !draft.serves() && draft.team().filter(team -> !team.isEmpty()).isEmpty();
        return draft.team().isEmpty() || nobodyServes ? FlowState.COLLECTING_STAFF : FlowState.CONFIRMING;
    }

    static boolean missesInfo(Particulars info, boolean whereKnown) {
        return info.name().isEmpty() || info.type().isEmpty() || info.owner().isEmpty() || info.unclear().isPresent()
                || (info.where().isEmpty() && !whereKnown);
    }
}
