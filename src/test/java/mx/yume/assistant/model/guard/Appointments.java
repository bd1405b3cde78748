package mx.yume.assistant.model.guard;

import java.time.ZonedDateTime;

import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.testing.OneVisit;
import mx.yume.testing.SettableClock;

/** Paty's haircut with Beto. */
public final class Appointments {

    /** Friday 15 January 2027. */
    public static final ZonedDateTime FRIDAY_AT_3 = SettableClock.START.withDayOfMonth(15).withHour(15);
    public static final ZonedDateTime SATURDAY_AT_5 = SettableClock.START.withDayOfMonth(16).withHour(17);

    private Appointments() {}

    public static Appointment friday() {
        return at(FRIDAY_AT_3, AppointmentStatus.CONFIRMED);
    }

    public static Appointment at(ZonedDateTime start, AppointmentStatus status) {
        return OneVisit.at(start, status);
    }
}
