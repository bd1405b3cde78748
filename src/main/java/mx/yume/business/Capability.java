package mx.yume.business;

/** What there is to be allowed to do at a business: the rows of the matrix in SPEC 5. */
public enum Capability {
    /** Own and whole schedule. */
    SEE_SCHEDULE,
    /** Walk-ins, attendance, own time off, cancelling and moving appointments, customer history, messages to customers. */
    RUN_THE_DAY,
    /** Time off of others or of everybody. */
    BLOCK_OTHERS, SEE_STATS,
    /** Adding and removing staff. */
    MANAGE_STAFF,
    /** Handing over or erasing everything that is known of a person. */
    HANDLE_PERSONAL_DATA,
    /** Permissions, hours, services, prices, the WhatsApp connection, settings. */
    CHANGE_SETUP
}
