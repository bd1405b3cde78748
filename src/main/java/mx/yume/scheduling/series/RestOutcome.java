package mx.yume.scheduling.series;

import java.util.List;

import mx.yume.platform.Explained;
import mx.yume.scheduling.Appointment;

/** What came of giving up a series from an appointment on. */
public sealed interface RestOutcome {

    /** @param appointments sorted by start, never empty */
    record Cancelled(List<Appointment> appointments) implements RestOutcome {

        public Cancelled {
            appointments = List.copyOf(appointments);
        }
    }

    /** From there on all have begun, are over or were cancelled before. */
    record NothingLeft() implements RestOutcome, Explained {

        @Override
        public String sentence() {
            return "De ahí en adelante ya no queda ninguna cita por cancelar.";
        }
    }

    record NotInASeries() implements RestOutcome, Explained {

        @Override
        public String sentence() {
            return "Esa cita no se repite.";
        }
    }

    /** No such appointment, or somebody else's. */
    record NotFound() implements RestOutcome, Explained {

        @Override
        public String sentence() {
            return "No encontré esa cita.";
        }
    }
}
