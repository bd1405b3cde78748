package mx.yume.business.founding;

import mx.yume.business.StaffId;
import mx.yume.platform.Explained;
import mx.yume.platform.OrganizationId;

/** What came of founding a business. */
public sealed interface FoundingOutcome {

    /**
     * It is there, and can be booked at as soon as it has a number.
     *
     * @param slug its public address
     */
    record Founded(OrganizationId organization, String slug, StaffId owner) implements FoundingOutcome {}

    /** Nothing was written. */
    sealed interface Refused extends FoundingOutcome, Explained {}

    record NameMissing() implements Refused {

        @Override
        public String sentence() {
            return "El nombre del negocio debe tener de 1 a %d letras.".formatted(FoundingCheck.LONGEST_NAME);
        }
    }

    record OwnerUnknown() implements Refused {

        @Override
        public String sentence() {
            return "Falta tu nombre.";
        }
    }

    record NoServices() implements Refused {

        @Override
        public String sentence() {
            return "Falta al menos un servicio.";
        }
    }

    record NoHours() implements Refused {

        @Override
        public String sentence() {
            return "Faltan los horarios: el negocio estaría siempre cerrado.";
        }
    }

    /** Two people of the team would have it. */
    record PhoneTwice(String one, String other) implements Refused {

        @Override
        public String sentence() {
            return "%s y %s tienen el mismo teléfono.".formatted(one, other);
        }
    }

    /** Nobody would give it. */
    record NobodyGives(String service) implements Refused {

        @Override
        public String sentence() {
            return "Nadie del equipo da «%s».".formatted(service);
        }
    }

    /** Whoever asks works somewhere already: their messages belong there. */
    record WorksElsewhere(String business) implements Refused {

        @Override
        public String sentence() {
            return "Ya estás en el equipo de %s: con este teléfono no puedes registrar otro negocio.".formatted(business);
        }
    }

    /** The same chat founded it before. */
    record FoundedBefore(String business) implements Refused {

        @Override
        public String sentence() {
            return "%s ya está registrado.".formatted(business);
        }
    }

    /** A part of it cannot be so: a service, the hours, the place or somebody of the team. */
    record Impossible(Explained why, String what) implements Refused {

        @Override
        public String sentence() {
            return what.isEmpty() ? why.sentence() : what + ": " + why.sentence();
        }
    }
}
