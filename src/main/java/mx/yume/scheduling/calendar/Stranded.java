package mx.yume.scheduling.calendar;

import java.util.List;

import mx.yume.business.Business;
import mx.yume.scheduling.Appointment;

/**
 * Which appointments a change of the business leaves without their footing: outside the hours of the location or of the staff
 * member, or without somebody skilled, or without their spot. One that had none before either (booked after hours on purpose,
 * kept when its person left) counts again only if what changes is something it stands on: its own day, its own people.
 */
record Stranded(Business before, Business after) {

    List<Appointment> among(List<Appointment> ahead) {
        return ahead.stream().filter(this::stranded).toList();
    }

    private boolean stranded(Appointment appointment) {
        return appointment.parts().stream().anyMatch(part -> {
            var then = Footing.of(after, appointment, part);
            return !then.holds() && !then.equals(Footing.of(before, appointment, part));
        });
    }
}
