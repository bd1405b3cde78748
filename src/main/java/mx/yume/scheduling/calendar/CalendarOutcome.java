package mx.yume.scheduling.calendar;

import java.util.List;

import mx.yume.business.hours.HoursOutcome;
import mx.yume.platform.Explained;
import mx.yume.scheduling.Appointment;

/** What came of a change of hours, special days or breaks. */
public sealed interface CalendarOutcome {

    /**
     * It is so from now on.
     *
     * @param written the new version of the location or staff member, or the breaks made or removed
     * @param outside appointments that were accepted to stay outside it, as they are, sorted by start
     */
    record Done(HoursOutcome written, List<Appointment> outside) implements CalendarOutcome {

        public Done {
            outside = List.copyOf(outside);
        }
    }

    /**
     * Nothing changed. Asked again with all of these accepted it changes, and they stay where they are: none is ever cancelled
     * along the way.
     *
     * @param appointments all that would be left outside, sorted by start, never empty
     */
    record Strands(List<Appointment> appointments) implements CalendarOutcome, Explained {

        public Strands {
            appointments = List.copyOf(appointments);
        }

        @Override
        public String sentence() {
            return appointments.size() == 1
                    ? "Con ese cambio 1 cita quedaría fuera. ¿La dejamos como está?"
                    : "Con ese cambio %d citas quedarían fuera. ¿Las dejamos como están?".formatted(appointments.size());
        }
    }

    /** Nothing changed: what was asked for cannot be. */
    record Refused(Explained why) implements CalendarOutcome, Explained {

        @Override
        public String sentence() {
            return why.sentence();
        }
    }

    /** Nothing changed: the business has no such location, person or break (any more). */
    record NotFound() implements CalendarOutcome, Explained {

        @Override
        public String sentence() {
            return "Eso ya no existe en el negocio.";
        }
    }
}
