package mx.yume.business.premises;

import mx.yume.business.LocationId;
import mx.yume.business.SpotId;
import mx.yume.platform.Explained;
import mx.yume.platform.SpanishDates;

/** What came of a change of locations or spots. */
public sealed interface PremisesOutcome {

    /** @param version of the location from now on */
    record LocationDone(LocationId location, int version) implements PremisesOutcome {}

    /** @param version of the spot from now on */
    record SpotDone(SpotId spot, int version) implements PremisesOutcome {}

    /** They are in the order asked for. */
    record Ordered() implements PremisesOutcome {}

    /** Nothing was changed. */
    sealed interface Refusal extends PremisesOutcome, Explained {}

    record UnknownLocation() implements Refusal {

        @Override
        public String sentence() {
            return "Ese local no existe.";
        }
    }

    record UnknownSpot() implements Refusal {

        @Override
        public String sentence() {
            return "Ese lugar no existe.";
        }
    }

    /** Somebody else changed it since that version was read. */
    record Changed(int version) implements Refusal {

        @Override
        public String sentence() {
            return "Alguien más lo cambió mientras tanto: revísalo de nuevo.";
        }
    }

    /** The order named is not of all that is in use, each once. */
    record Incomplete() implements Refusal {

        @Override
        public String sentence() {
            return "La lista cambió mientras tanto: revísala y ordénala de nuevo.";
        }
    }

    record BadName(int longest) implements Refusal {

        @Override
        public String sentence() {
            return "El nombre debe tener de 1 a %d letras.".formatted(longest);
        }
    }

    /** Another one in use has it, whatever the case: a location, or a spot of the same location. */
    record NameTaken(String name) implements Refusal {

        @Override
        public String sentence() {
            return "Ya hay otro que se llama «%s».".formatted(name);
        }
    }

    record BadAddress() implements Refusal {

        @Override
        public String sentence() {
            return "La dirección puede tener hasta %d letras.".formatted(LocationCheck.LONGEST_ADDRESS);
        }
    }

    /** No region of the IANA time zone database. */
    record BadZone() implements Refusal {

        @Override
        public String sentence() {
            return "No conozco esa zona horaria: escríbela como «America/Mexico_City».";
        }
    }

    record BadGrid() implements Refusal {

        @Override
        public String sentence() {
            return "Las citas pueden empezar cada %s hasta cada %s.".formatted(
                    SpanishDates.duration(LocationCheck.FINEST_GRID), SpanishDates.duration(LocationCheck.COARSEST_GRID));
        }
    }

    record BadNotice() implements Refusal {

        @Override
        public String sentence() {
            return "La anticipación puede ser hasta de %s.".formatted(SpanishDates.duration(LocationCheck.LONGEST_NOTICE));
        }
    }

    record BadHorizon() implements Refusal {

        @Override
        public String sentence() {
            return "Se puede agendar de 1 a %d días adelante.".formatted(LocationCheck.FARTHEST_HORIZON);
        }
    }

    record BadKind() implements Refusal {

        @Override
        public String sentence() {
            return "El tipo de lugar debe tener de 1 a %d letras.".formatted(Spots.LONGEST_KIND);
        }
    }

    /** A business is somewhere. */
    record LastLocation() implements Refusal {

        @Override
        public String sentence() {
            return "Es el único local: el negocio necesita al menos uno.";
        }
    }

    /** As many locations as a business, or spots as a location, can have. */
    record TooMany(int most) implements Refusal {

        @Override
        public String sentence() {
            return "Ya hay %d, y más no caben.".formatted(most);
        }
    }
}
