package mx.yume.business.menu;

import java.time.Duration;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.platform.Explained;
import mx.yume.platform.Money;
import mx.yume.platform.SpanishDates;

/** What came of a change of the menu or of who gives what. */
public sealed interface MenuOutcome {

    /** @param version of the service from now on */
    record Done(ServiceId service, int version) implements MenuOutcome {}

    /** The services are in the order asked for. */
    record Ordered() implements MenuOutcome {}

    /** @param version of the staff member from now on */
    record Skilled(StaffId staff, int version) implements MenuOutcome {}

    /** Nothing was changed. */
    sealed interface Refusal extends MenuOutcome, Explained {}

    record NotFound() implements Refusal {

        @Override
        public String sentence() {
            return "Ese servicio no está en el menú.";
        }
    }

    record UnknownStaff() implements Refusal {

        @Override
        public String sentence() {
            return "Esa persona no está en el equipo.";
        }
    }

    /**
     * Somebody else changed it since that version was read.
     *
     * @param version now, of the service or, for a skill, of the staff member
     */
    record Changed(int version) implements Refusal {

        @Override
        public String sentence() {
            return "Alguien más lo cambió mientras tanto: revísalo de nuevo.";
        }
    }

    /** The order named is not of all the services there are, each once. */
    record OtherServices() implements Refusal {

        @Override
        public String sentence() {
            return "El menú cambió mientras tanto: revísalo y ordénalo de nuevo.";
        }
    }

    record BadName() implements Refusal {

        @Override
        public String sentence() {
            return "El nombre debe tener de 1 a %d letras.".formatted(ServiceCheck.LONGEST_NAME);
        }
    }

    /** Another service in use has it, whatever the case. */
    record NameTaken(String name) implements Refusal {

        @Override
        public String sentence() {
            return "Ya hay un servicio que se llama «%s».".formatted(name);
        }
    }

    record BadCategory() implements Refusal {

        @Override
        public String sentence() {
            return "La categoría puede tener hasta %d letras.".formatted(ServiceCheck.LONGEST_CATEGORY);
        }
    }

    record BadDescription() implements Refusal {

        @Override
        public String sentence() {
            return "La descripción puede tener hasta %d letras.".formatted(ServiceCheck.LONGEST_DESCRIPTION);
        }
    }

    record BadSpotKind() implements Refusal {

        @Override
        public String sentence() {
            return "El tipo de lugar puede tener hasta %d letras.".formatted(ServiceCheck.LONGEST_SPOT_KIND);
        }
    }

    /** Nothing, less than nothing, too short, too long, or not in whole minutes. */
    record BadDuration() implements Refusal {

        @Override
        public String sentence() {
            return "La duración debe ser de %s a %s.".formatted(SpanishDates.duration(ServiceCheck.SHORTEST),
                    SpanishDates.duration(ServiceCheck.LONGEST));
        }
    }

    /** A question rather than a refusal: fine once confirmed. */
    record LongerThanAnyDay(Duration longestOpening) implements Refusal {

        @Override
        public String sentence() {
            return "Dura más de lo que se abre seguido cualquier día (%s), así que nadie podría agendarlo: ¿lo guardo así?"
                    .formatted(SpanishDates.duration(longestOpening));
        }
    }

    record BadBuffer() implements Refusal {

        @Override
        public String sentence() {
            return "El tiempo libre antes o después puede ser hasta de %s."
                    .formatted(SpanishDates.duration(ServiceCheck.LONGEST_BUFFER));
        }
    }

    /** It begins or ends outside the service, or work or rest are too short. */
    record RestOutside() implements Refusal {

        @Override
        public String sentence() {
            return "El reposo debe empezar y terminar dentro del servicio, con %s o más de trabajo antes y de reposo."
                    .formatted(SpanishDates.duration(ServiceCheck.SHORTEST));
        }
    }

    /** Somebody's own duration ends before the rest does. */
    record ShorterThanRest(String staff) implements Refusal {

        @Override
        public String sentence() {
            return "Con %s terminaría antes que el reposo: su duración debe ser mayor.".formatted(staff);
        }
    }

    record BadNotice() implements Refusal {

        @Override
        public String sentence() {
            return "La anticipación puede ser hasta de %s.".formatted(SpanishDates.duration(ServiceCheck.LONGEST_NOTICE));
        }
    }

    record BadPrice(Money highest) implements Refusal {

        @Override
        public String sentence() {
            return "El precio puede ser hasta de %s.".formatted(highest);
        }
    }

    /** As many services as a business can have. */
    record TooMany() implements Refusal {

        @Override
        public String sentence() {
            return "El menú ya tiene %d servicios: quita alguno primero.".formatted(Menu.MOST_SERVICES);
        }
    }
}
