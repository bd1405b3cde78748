package mx.yume.scheduling.calendar;

import java.time.ZoneId;
import java.util.List;

import mx.yume.platform.Explained;
import mx.yume.scheduling.Appointment;

/** What came of the wish for another zone. */
public sealed interface ZoneOutcome {

    /**
     * Hours, days and slots follow the new zone from now on; every appointment happens when it would have.
     *
     * @param readOtherwise those that are read at another time than before, as they are read now, sorted by start
     */
    record Done(List<Appointment> readOtherwise) implements ZoneOutcome {

        public Done {
            readOtherwise = List.copyOf(readOtherwise);
        }
    }

    /**
     * Nothing changed. These would happen at the same moment, and the clocks there would show another time than now.
     *
     * @param appointments as they are read now, sorted by start; {@code in(zone)} shows how they would be read
     */
    record Reads(List<Appointment> appointments, ZoneId zone) implements ZoneOutcome, Explained {

        public Reads {
            appointments = List.copyOf(appointments);
        }

        @Override
        public String sentence() {
            return appointments.size() == 1
                    ? "1 cita se leería a otra hora, aunque sería en el mismo momento. ¿Cambio la zona?"
                    : "%d citas se leerían a otra hora, aunque serían en el mismo momento. ¿Cambio la zona?"
                            .formatted(appointments.size());
        }
    }

    /** Nothing changed: no such location or zone, or somebody else changed the location since that version was read. */
    record Refused(Explained why) implements ZoneOutcome, Explained {

        @Override
        public String sentence() {
            return why.sentence();
        }
    }
}
