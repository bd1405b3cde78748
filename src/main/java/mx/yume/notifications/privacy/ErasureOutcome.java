package mx.yume.notifications.privacy;

import mx.yume.platform.Explained;

/** What came of erasing somebody's data. */
public sealed interface ErasureOutcome {

    record Erased() implements ErasureOutcome {}

    /** They were erased before: nothing was done. */
    record AlreadyErased() implements ErasureOutcome {}

    record NotFound() implements ErasureOutcome {}

    sealed interface Refusal extends ErasureOutcome, Explained {}

    /** What they say in the business's chat is how they work. */
    record OfTheTeam() implements Refusal {

        @Override
        public String sentence() {
            return "Es parte del equipo: primero quítalo del equipo y luego borra sus datos.";
        }
    }

    /** Booked or changed while the others were cancelled. */
    record StillBooked() implements Refusal {

        @Override
        public String sentence() {
            return "Una de sus citas cambió mientras tanto y no se pudo cancelar. Inténtalo otra vez.";
        }
    }
}
