package mx.yume.scheduling.attendance;

import java.time.ZonedDateTime;

import mx.yume.platform.Explained;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Standing;

/** What came of a step in the life of a visit. All but {@link Done} change nothing. */
public sealed interface VisitOutcome {

    record Done(Appointment before, Appointment after) implements VisitOutcome {}

    /** Not in that stage; {@code stage} says why. */
    record NotNow(VisitStage stage, Appointment now) implements VisitOutcome, Explained {

        @Override
        public String sentence() {
            return stage.sentence();
        }
    }

    /** @param from when it can be done, in the location's zone */
    record TooEarly(ZonedDateTime from) implements VisitOutcome, Explained {

        @Override
        public String sentence() {
            return "Eso se puede a partir del " + SpanishDates.dateTime(from);
        }
    }

    /** @param until when it could have been done, in the location's zone */
    record TooLate(ZonedDateTime until) implements VisitOutcome, Explained {

        @Override
        public String sentence() {
            return "Eso se podía hasta el " + SpanishDates.dateTime(until);
        }
    }

    /** Not 1 to 5. */
    record BadRating() implements VisitOutcome, Explained {

        @Override
        public String sentence() {
            return "La calificación va de 1 a 5.";
        }
    }

    record LongComment() implements VisitOutcome, Explained {

        @Override
        public String sentence() {
            return "El comentario puede tener hasta " + Attendance.LONGEST_COMMENT + " letras.";
        }
    }

    record OnlyTheOwner() implements VisitOutcome, Explained {

        @Override
        public String sentence() {
            return "Eso solo lo decide el dueño del negocio.";
        }
    }

    /** Somebody else was faster: it is another version than was seen. */
    record Changed(Appointment now) implements VisitOutcome, Explained {

        @Override
        public String sentence() {
            return Standing.of(now);
        }
    }

    /** No such appointment of this customer, or of this business. */
    record NotFound() implements VisitOutcome, Explained {

        @Override
        public String sentence() {
            return Standing.NOT_FOUND;
        }
    }
}
