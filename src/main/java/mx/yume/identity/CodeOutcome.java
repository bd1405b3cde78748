package mx.yume.identity;

import mx.yume.platform.Explained;
import mx.yume.platform.PhoneNumber;

/** What came of a code that somebody typed. */
public sealed interface CodeOutcome {

    /** It is their phone: said now, or before. */
    record Proven(PhoneNumber phone) implements CodeOutcome {}

    /** @param left tries, none when this was the last */
    record Wrong(int left) implements CodeOutcome, Explained {

        @Override
        public String sentence() {
            return switch (left) {
                case 0 -> new Spent().sentence();
                case 1 -> "Ese código no es. Te queda 1 intento.";
                default -> "Ese código no es. Te quedan %d intentos.".formatted(left);
            };
        }
    }

    /** Tried too often. */
    record Spent() implements CodeOutcome, Explained {

        @Override
        public String sentence() {
            return "Ya no quedan intentos con ese código. Pide otro.";
        }
    }

    record Expired() implements CodeOutcome, Explained {

        @Override
        public String sentence() {
            return "Ese código ya venció. Pide otro.";
        }
    }

    /** Nobody asked for one here. */
    record Unknown() implements CodeOutcome, Explained {

        @Override
        public String sentence() {
            return "Ese código ya no sirve. Empieza de nuevo.";
        }
    }
}
