package mx.yume.notifications;

import java.time.Instant;

import mx.yume.business.ServiceId;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.waitlist.OfferId;

/** The ids behind what notices offer to tap. Whoever answers them reads them back: they say what was tapped and nothing more. */
public final class NoticeOptions {

    public static final String ACCEPT = "accept";
    public static final String DECLINE = "decline";
    public static final String RATE = "rate";
    public static final String DISPUTE = "dispute";
    /** They will come. */
    public static final String ATTEND = "attend";
    public static final String SETTLE = "settle";
    /** The owner gives in. */
    public static final String CAME = "came";
    /** The owner stays with it. */
    public static final String UPHELD = "upheld";

    private NoticeOptions() {}

    public static String accept(OfferId offer) {
        return ACCEPT + ":" + offer;
    }

    public static String decline(OfferId offer) {
        return DECLINE + ":" + offer;
    }

    /** @param stars 1 to 5 */
    public static String rate(AppointmentId visit, int stars) {
        return RATE + ":" + visit + ":" + stars;
    }

    public static String dispute(AppointmentId visit) {
        return DISPUTE + ":" + visit;
    }

    /** @param came whether the owner believes the customer */
    public static String settle(AppointmentId visit, boolean came) {
        return SETTLE + ":" + visit + ":" + (came ? CAME : UPHELD);
    }

    /** @param start as they were told: a yes to it is none to another */
    public static String attend(AppointmentId visit, Instant start) {
        return ATTEND + ":" + visit + ":" + start.getEpochSecond();
    }

    public static String move(AppointmentId visit) {
        return "move:" + visit;
    }

    public static String cancel(AppointmentId visit) {
        return "cancel:" + visit;
    }

    static String book(ServiceId service) {
        return "service:" + service;
    }

    static String no() {
        return "no";
    }
}
