package mx.yume.scheduling.attendance;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import mx.yume.platform.Explained;
import mx.yume.platform.SpanishDates;
import mx.yume.platform.SpanishLists;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Standing;

/** What came of a visit that takes longer, or less long, than thought. */
public sealed interface OverrunOutcome {

    record Resized(Appointment before, Appointment after) implements OverrunOutcome {}

    /**
     * Nothing is changed: the staff member or the spot is taken soon after.
     *
     * @param appointments whose time it would take, sorted by start
     * @param blocked whether it would run into time off
     * @param held whether it would run into a time that is kept for somebody of the waiting list
     * @param freeUntil how long the visit may last, if that is any longer than it does now
     */
    record Hits(List<Appointment> appointments, boolean blocked, boolean held, Optional<ZonedDateTime> freeUntil)
            implements
                OverrunOutcome,
                Explained {

        /** More would not be read in a hurry. */
        private static final int NAMED = 2;

        public Hits {
            appointments = List.copyOf(appointments);
        }

        @Override
        public String sentence() {
            var reasons = new ArrayList<String>();
            appointments.stream().limit(NAMED).forEach(hit -> reasons.add("la cita de %s (%s)".formatted(hit.customerName(),
                    SpanishDates.time(hit.start().toLocalTime()))));
            if (appointments.size() > NAMED) {
                reasons.add(appointments.size() == NAMED + 1 ? "otra cita" : appointments.size() - NAMED + " citas más");
            }
            if (blocked) {
                reasons.add("un bloqueo");
            }
            if (held) {
                reasons.add("un lugar apartado");
            }
            return "Se encima con " + SpanishLists.all(reasons) + ".";
        }
    }

    /**
     * Neither 5 minutes to 4 hours more, nor so much less that five minutes of the last service remain and all of its
     * processing; or that service would last over 12 hours, or the visit over 16, or it would be over.
     */
    record BadLength() implements OverrunOutcome, Explained {

        @Override
        public String sentence() {
            return "Dime cuánto más: de 5 minutos a 4 horas, y que termine después de esta hora.";
        }
    }

    /** Somebody changed it since that version was read, or it is over. */
    record Changed(Appointment now) implements OverrunOutcome, Explained {

        @Override
        public String sentence() {
            return Standing.of(now);
        }
    }

    /** The business has no such appointment. */
    record NotFound() implements OverrunOutcome, Explained {

        @Override
        public String sentence() {
            return Standing.NOT_FOUND;
        }
    }
}
