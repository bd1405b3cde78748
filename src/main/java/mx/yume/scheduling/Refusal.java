package mx.yume.scheduling;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Why a time cannot be had. Those with alternatives carry up to three free ones, the nearest first. */
public sealed interface Refusal {

    /** The same refusal with these alternatives, where it carries any. */
    default Refusal with(List<Slot> alternatives) {
        return switch (this) {
            case SlotTaken taken -> new SlotTaken(alternatives);
            case OutsideHours outside -> new OutsideHours(alternatives);
            case InThePast past -> new InThePast(alternatives);
            case TooSoon soon -> new TooSoon(soon.minimumNotice(), alternatives);
            case BeyondHorizon beyond -> beyond;
            case UnknownService unknown -> unknown;
            case CannotServe cannot -> cannot;
        };
    }

    /** Somebody else has it, or no spot is left. */
    record SlotTaken(List<Slot> alternatives) implements Refusal {}

    /** The business, or the person asked for, does not work then (or not long enough, or the start is off the grid). */
    record OutsideHours(List<Slot> alternatives) implements Refusal {}

    record InThePast(List<Slot> alternatives) implements Refusal {}

    record TooSoon(Duration minimumNotice, List<Slot> alternatives) implements Refusal {}

    record BeyondHorizon(LocalDate lastDay) implements Refusal {}

    /** The service is not sold here (any more). */
    record UnknownService() implements Refusal {}

    /** The person asked for does not work here (any more) or does not give this service. */
    record CannotServe() implements Refusal {}
}
