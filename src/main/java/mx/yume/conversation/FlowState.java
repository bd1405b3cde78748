package mx.yume.conversation;

/** The states of SPEC 4. A present participle is active, a past one is done. */
public enum FlowState {
    INITIATED, COLLECTING_SERVICE, COLLECTING_DATETIME, COLLECTING_STAFF_PREFERENCE, COLLECTING_PERSONAL_INFO, IDENTIFYING_BOOKING, SELECTING_MODIFICATION, COLLECTING_NEW_DATETIME, CONFIRMING_SUMMARY, CONFIRMING_CANCELLATION, CONFIRMED, CANCELLED,
    /** The person changed their mind before anything was done. */
    DROPPED;

    public boolean terminal() {
        return this == CONFIRMED || this == CANCELLED || this == DROPPED;
    }
}
