package mx.yume.scheduling.calendar;

import java.util.List;

import mx.yume.platform.Explained;
import mx.yume.scheduling.Appointment;

/** What came of the wish that somebody or something leaves. */
public sealed interface DeactivationOutcome {

    /** @param fates of all appointments that were ahead, sorted by start */
    record Done(List<Fate> fates) implements DeactivationOutcome {

        public Done {
            fates = List.copyOf(fates);
        }
    }

    /** Nothing changed: what is to become of these? Asked until an {@link Answer} is about all of them. */
    record HasFuture(List<Appointment> appointments) implements DeactivationOutcome, Explained {

        public HasFuture {
            appointments = List.copyOf(appointments);
        }

        @Override
        public String sentence() {
            return appointments.size() == 1 ? "Tiene 1 cita por venir. ¿Qué hacemos con ella?"
                    : "Tiene %d citas por venir. ¿Qué hacemos con ellas?".formatted(appointments.size());
        }
    }

    /** Nothing changed, not even for those that could be: for these nobody, or no spot, is free at their time. */
    record CannotReassign(List<Appointment> appointments) implements DeactivationOutcome, Explained {

        public CannotReassign {
            appointments = List.copyOf(appointments);
        }

        @Override
        public String sentence() {
            return appointments.size() == 1 ? "No hay quién o dónde tome 1 de las citas a su hora. No cambié nada."
                    : "No hay quién o dónde tome %d de las citas a su hora. No cambié nada.".formatted(appointments.size());
        }
    }

    /** The business has no such person, service, spot or location (any more). */
    record NotFound() implements DeactivationOutcome, Explained {

        @Override
        public String sentence() {
            return "Eso ya no existe en el negocio.";
        }
    }

    /** Nothing changed: it cannot leave whatever becomes of its appointments, or changed since it was seen. */
    record Refused(Explained why) implements DeactivationOutcome, Explained {

        @Override
        public String sentence() {
            return why.sentence();
        }
    }
}
