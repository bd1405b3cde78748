package mx.yume.scheduling.calendar;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;

/**
 * What is to become of the appointments ahead of whoever or whatever leaves.
 *
 * @param about those that were shown when this was answered: what came since is asked about again
 */
public record Answer(What what, Set<AppointmentId> about) {

    public enum What {
        /** They stay as they are until they happen. */
        KEEP,
        /** Each is cancelled whole, and whoever booked it is told. */
        CANCEL,
        /** Each keeps its time, with somebody else or on another spot; services and locations have nothing that takes their place. */
        REASSIGN
    }

    public Answer {
        about = Set.copyOf(about);
    }

    public static Answer of(What what, Collection<Appointment> shown) {
        return new Answer(what, shown.stream().map(Appointment::id).collect(Collectors.toSet()));
    }

    boolean covers(List<Appointment> ahead) {
        return ahead.stream().map(Appointment::id).allMatch(about::contains);
    }
}
