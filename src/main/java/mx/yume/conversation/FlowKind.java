package mx.yume.conversation;

/** What a conversation can be about until it is done; SPEC 4, and the errands of staff that it leaves to the field. */
public enum FlowKind {
    // Customers
    BOOKING, MODIFY, CANCEL, RATING, WAITLIST,
    // Beginnings
    BUSINESS_ONBOARDING, STAFF_ONBOARDING,
    // Staff, on the day
    BLOCK_TIME, UNBLOCK_TIME, WALK_IN, ATTENDANCE, CANCEL_FOR_CUSTOMER, MOVE_FOR_CUSTOMER, MESSAGE_CUSTOMER,
    // Staff, the setup
    CHANGE_HOURS, ADD_SERVICE, CHANGE_SERVICE_DURATION, CHANGE_PRICE, REMOVE_SERVICE, ADD_STAFF, REMOVE_STAFF, CHANGE_PERMISSION, CHANGE_NOTICES,
    /** A person of the business answers a customer in Yume's place. */
    RELAY;

    /** Whether customers can be about it; the drafts of all others are not theirs to read. */
    public boolean ofCustomers() {
        return switch (this) {
            case BOOKING, MODIFY, CANCEL, RATING, WAITLIST -> true;
            default -> false;
        };
    }
}
