package mx.yume.scheduling.waitlist;

import java.time.LocalDate;

import mx.yume.platform.Explained;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Refusal;

public sealed interface JoinOutcome {

    record Joined(WaitlistEntry entry) implements JoinOutcome {}

    /** Why somebody was not put on the list. */
    sealed interface NotJoined extends JoinOutcome, Explained {}

    /** They wait for these services in a part of that time already. */
    record AlreadyWaiting(WaitlistEntry entry) implements NotJoined {

        @Override
        public String sentence() {
            return "Ya estás en la lista de espera para eso.";
        }
    }

    record TooManyEntries(int most) implements NotJoined {

        @Override
        public String sentence() {
            return "Puedes estar hasta en %d listas de espera a la vez.".formatted(most);
        }
    }

    /** It ends when or before it begins. */
    record EmptyRange() implements NotJoined {

        @Override
        public String sentence() {
            return "Ese horario termina antes de empezar.";
        }
    }

    record InThePast() implements NotJoined {

        @Override
        public String sentence() {
            return "Ese horario ya pasó.";
        }
    }

    record BeyondHorizon(LocalDate lastDay) implements NotJoined {

        @Override
        public String sentence() {
            return "Solo se puede esperar lugar hasta el " + SpanishDates.date(lastDay) + ".";
        }
    }

    /** Even if nobody else had anything then. */
    record NeverThen() implements NotJoined {

        @Override
        public String sentence() {
            return "En ese horario nunca hay lugar para eso: fuera de horario o demasiado pronto.";
        }
    }

    /** Blank, too long, or with control characters in it. */
    record BadName() implements NotJoined {

        @Override
        public String sentence() {
            return "Ese nombre no se puede usar: de 1 a 80 letras.";
        }
    }

    /** At no time at all. */
    record CannotBeGiven(Refusal why) implements NotJoined {

        @Override
        public String sentence() {
            return why.sentence();
        }
    }
}
