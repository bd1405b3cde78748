package mx.yume.business.profile;

import mx.yume.platform.Explained;

/** What came of a change of how a business is known. */
public sealed interface ProfileOutcome {

    /** @param version from now on */
    record Renamed(int version) implements ProfileOutcome {}

    /** Nothing was changed. */
    sealed interface Refusal extends ProfileOutcome, Explained {}

    record BadName() implements Refusal {

        @Override
        public String sentence() {
            return "El nombre debe tener de 1 a %d letras.".formatted(Profiles.LONGEST_NAME);
        }
    }

    /** Somebody else changed it since that version was read. */
    record Changed(int version) implements Refusal {

        @Override
        public String sentence() {
            return "Alguien más lo cambió mientras tanto: revísalo de nuevo.";
        }
    }
}
