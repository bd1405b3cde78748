package mx.yume.scheduling.calendar;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;

/**
 * What whoever asks was asked back, and is fine with.
 *
 * @param pastMidnight that hours end on the day after
 * @param outside the appointments that were shown and may stay outside: what came since is asked about again
 */
public record Consent(boolean pastMidnight, Set<AppointmentId> outside) {

    public static final Consent NONE = new Consent(false, Set.of());

    public Consent {
        outside = Set.copyOf(outside);
    }

    public Consent despite(Collection<Appointment> shown) {
        return new Consent(pastMidnight, shown.stream().map(Appointment::id).collect(Collectors.toSet()));
    }

    public Consent toMidnight() {
        return new Consent(true, outside);
    }

    boolean covers(Collection<Appointment> stranded) {
        return stranded.stream().map(Appointment::id).allMatch(outside::contains);
    }
}
