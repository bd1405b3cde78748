package mx.yume.customers;

import mx.yume.platform.Explained;

/** What came of a change of somebody's name or note. */
public sealed interface ProfileOutcome {

    record Saved() implements ProfileOutcome {}

    sealed interface Refusal extends ProfileOutcome, Explained {}

    /** Blank, too long, or with control characters in it. */
    record BadName() implements Refusal {

        @Override
        public String sentence() {
            return "Ese nombre no se puede usar: de 1 a 80 letras.";
        }
    }

    record LongNote(int most) implements Refusal {

        @Override
        public String sentence() {
            return "La nota es muy larga: caben %,d letras.".formatted(most);
        }
    }

    /** Since that version was read. */
    record Changed() implements Refusal {

        @Override
        public String sentence() {
            return "Alguien más lo cambió mientras tanto: así está ahora.";
        }
    }

    /** No such person, or nothing is left of them. */
    record NotFound() implements Refusal {

        @Override
        public String sentence() {
            return "No encontré a esa persona.";
        }
    }
}
