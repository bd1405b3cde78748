package mx.yume.conversation;

/** The states of SPEC 4. A present participle is active, a past one is done. */
public enum FlowState {
    INITIATED,
    // Bookings
    COLLECTING_SERVICE, COLLECTING_DATETIME, COLLECTING_STAFF_PREFERENCE, COLLECTING_PERSONAL_INFO, IDENTIFYING_BOOKING, SELECTING_MODIFICATION, COLLECTING_NEW_SERVICE, COLLECTING_NEW_DATETIME, COLLECTING_NEW_STAFF, CONFIRMING_SUMMARY, CONFIRMING_CANCELLATION,
    // Ratings
    PROMPTED, COLLECTING_RATING, COLLECTING_FEEDBACK,
    // A business begins
    COLLECTING_BUSINESS_INFO, COLLECTING_SERVICES, COLLECTING_HOURS, COLLECTING_STAFF, PROVISIONING_NUMBER,
    // Somebody joins the staff
    COLLECTING_NAME, COLLECTING_AVAILABILITY, SHOWING_TUTORIAL,
    // What staff ask for, field by field
    COLLECTING_DATE_RANGE, COLLECTING_TIME_RANGE, COLLECTING_REASON, COLLECTING_DURATION, COLLECTING_PRICE, COLLECTING_PHONE, COLLECTING_PERMISSION, COLLECTING_CUSTOMER, COLLECTING_TEXT, CONFIRMING,
    /** Between a customer and somebody of the business. */
    RELAYING,
    // Ends
    CONFIRMED, CANCELLED, SUBMITTED, COMPLETED,
    /** The person changed their mind before anything was done. */
    DROPPED,
    /** Nobody came back to it. */
    EXPIRED;

    public boolean terminal() {
        return switch (this) {
            case CONFIRMED, CANCELLED, SUBMITTED, COMPLETED, DROPPED, EXPIRED -> true;
            default -> false;
        };
    }
}
