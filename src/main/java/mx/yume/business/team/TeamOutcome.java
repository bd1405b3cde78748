package mx.yume.business.team;

import mx.yume.business.StaffId;
import mx.yume.platform.Explained;

/** What came of a change of the team. */
public sealed interface TeamOutcome {

    /** @param version of the staff member from now on */
    record Done(StaffId staff, int version) implements TeamOutcome {}

    /** The team is in the order asked for. */
    record Ordered() implements TeamOutcome {}

    /** Nothing was changed. */
    sealed interface Refusal extends TeamOutcome, Explained {}

    record NotFound() implements Refusal {

        @Override
        public String sentence() {
            return "Esa persona no está en el equipo.";
        }
    }

    /** Somebody else changed it since that version was read. */
    record Changed(int version) implements Refusal {

        @Override
        public String sentence() {
            return "Alguien más lo cambió mientras tanto: revísalo de nuevo.";
        }
    }

    /** The order named is not of the whole team, each once. */
    record OtherPeople() implements Refusal {

        @Override
        public String sentence() {
            return "El equipo cambió mientras tanto: revísalo y ordénalo de nuevo.";
        }
    }

    record BadName() implements Refusal {

        @Override
        public String sentence() {
            return "El nombre debe tener de 1 a %d letras.".formatted(Team.LONGEST_NAME);
        }
    }

    /** @param active whether the one who has it still works here; who comes back is reactivated, not added again */
    record PhoneTaken(String by, boolean active) implements Refusal {

        @Override
        public String sentence() {
            return active
                    ? "Ese teléfono ya es de %s.".formatted(by)
                    : "Ese teléfono es de %s, que ya no está en el equipo: puedes darle de alta otra vez.".formatted(by);
        }
    }

    /** An owner can neither be removed nor demoted. */
    record OwnerStays() implements Refusal {

        @Override
        public String sentence() {
            return "A quien es dueño del negocio no se le puede quitar ni cambiar el permiso.";
        }
    }

    /** The business has no such spot in use. */
    record UnknownSpot() implements Refusal {

        @Override
        public String sentence() {
            return "Ese lugar no existe.";
        }
    }

    /** As many people as a business can have. */
    record TooMany() implements Refusal {

        @Override
        public String sentence() {
            return "El equipo ya tiene %d personas.".formatted(Team.MOST_PEOPLE);
        }
    }
}
