package mx.yume.scheduling;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import mx.yume.platform.Explained;
import mx.yume.platform.Money;
import mx.yume.platform.SpanishDates;

/** Why a time cannot be had. Those with alternatives carry up to three free ones, the nearest first. */
public sealed interface Refusal extends Explained {

    /** A visit has at most this many services. */
    int MOST_SERVICES = 5;

    /** Free times near the one refused; none where another time would not help. */
    default List<Slot> alternatives() {
        return List.of();
    }

    /** Another time may do. */
    sealed interface AtThatTime extends Refusal {

        /** The same refusal with these alternatives. */
        default Refusal with(List<Slot> free) {
            return switch (this) {
                case SlotTaken _ -> new SlotTaken(free);
                case OutsideHours _ -> new OutsideHours(free);
                case InThePast _ -> new InThePast(free);
                case TooSoon soon -> new TooSoon(soon.minimumNotice(), free);
            };
        }
    }

    /** What is asked for cannot be had at any time. */
    sealed interface AtAnyTime extends Refusal {}

    /** Somebody else has it, or no spot is left. */
    record SlotTaken(List<Slot> alternatives) implements AtThatTime {

        @Override
        public String sentence() {
            return "Esa hora ya no está libre.";
        }
    }

    /** The business, or the person asked for, does not work then (or not long enough, or the start is off the grid). */
    record OutsideHours(List<Slot> alternatives) implements AtThatTime {

        @Override
        public String sentence() {
            return "A esa hora no se puede: fuera de horario.";
        }
    }

    record InThePast(List<Slot> alternatives) implements AtThatTime {

        @Override
        public String sentence() {
            return "Esa hora ya pasó.";
        }
    }

    record TooSoon(Duration minimumNotice, List<Slot> alternatives) implements AtThatTime {

        @Override
        public String sentence() {
            return "Hay que agendar con al menos %s de anticipación.".formatted(SpanishDates.duration(minimumNotice));
        }
    }

    record BeyondHorizon(LocalDate lastDay) implements AtAnyTime {

        @Override
        public String sentence() {
            return "Solo se puede agendar hasta el " + SpanishDates.date(lastDay) + ".";
        }
    }

    /** The service is not sold here (any more), or none was named. */
    record UnknownService() implements AtAnyTime {

        @Override
        public String sentence() {
            return "Ese servicio no se ofrece.";
        }
    }

    /** The business has no such location (any more). */
    record UnknownLocation() implements AtAnyTime {

        @Override
        public String sentence() {
            return "Ese local ya no está disponible.";
        }
    }

    /** The person asked for does not work here (any more) or does not give this service. */
    record CannotServe() implements AtAnyTime {

        @Override
        public String sentence() {
            return "Esa persona no da ese servicio.";
        }
    }

    /** Nobody gives this service. */
    record NobodyCan() implements AtAnyTime {

        @Override
        public String sentence() {
            return "Por ahora nadie da ese servicio.";
        }
    }

    /** The service, or the person asked for, can be booked only by talking to the business. */
    record NotOnline() implements AtAnyTime {

        @Override
        public String sentence() {
            return "Eso se agenda directamente con el negocio.";
        }
    }

    /** The location has no spot of the kind that the service needs. */
    record NoSpot() implements AtAnyTime {

        @Override
        public String sentence() {
            return "Ese local no tiene lugar para ese servicio.";
        }
    }

    /** The visit is longer than anybody's working time on any day up to the horizon. */
    record TooLong() implements AtAnyTime {

        @Override
        public String sentence() {
            return "La visita dura más que cualquier día de trabajo.";
        }
    }

    /** More than {@link #MOST_SERVICES} in one visit. */
    record TooMany() implements AtAnyTime {

        @Override
        public String sentence() {
            return "En una visita caben hasta " + MOST_SERVICES + " servicios.";
        }
    }

    /** It would cost this now, which is not what was agreed. */
    record OtherPrice(Money price) implements AtAnyTime {

        @Override
        public String sentence() {
            return "El precio cambió: ahora es " + price + ".";
        }
    }

    /** It could only be had with others, or in another order, than was agreed. */
    record OtherPlan() implements AtAnyTime {

        @Override
        public String sentence() {
            return "La cita ya no queda como la viste.";
        }
    }

    /** A length that is not of whole minutes, five to twelve hours of them, or ends before the service's processing does. */
    record BadLength() implements AtAnyTime {

        @Override
        public String sentence() {
            return "La duración debe ser de 5 minutos a 12 horas.";
        }
    }
}
