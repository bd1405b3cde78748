package mx.yume.scheduling.calendar;

import mx.yume.scheduling.Appointment;

/** What became of an appointment when its person, spot, service or location left. */
public sealed interface Fate {

    record Kept(Appointment appointment) implements Fate {}

    /** @param appointment as it is now */
    record Cancelled(Appointment appointment) implements Fate {}

    /** The same time and price, with somebody else or elsewhere. */
    record Reassigned(Appointment before, Appointment after) implements Fate {}
}
