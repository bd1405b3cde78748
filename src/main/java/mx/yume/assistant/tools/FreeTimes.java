package mx.yume.assistant.tools;

import java.time.LocalDate;
import java.util.List;

import mx.yume.business.Service;
import mx.yume.scheduling.Slot;

/** What came of check_availability. */
public sealed interface FreeTimes {

    /**
     * Something is free.
     *
     * @param services of the visit
     * @param slots sorted by start, at least one; every one could be booked now
     */
    record Free(List<Service> services, List<Slot> slots) implements FreeTimes {}

    /**
     * Nothing is free in the days asked for.
     *
     * @param nearest up to three starts around them, sorted; none if nothing is free in weeks
     */
    record Full(List<Service> services, List<Slot> nearest) implements FreeTimes {}

    record BeyondHorizon(LocalDate lastDay) implements FreeTimes {}

    record UnknownService() implements FreeTimes {}

    /** The person asked for gives it, or the business does, but customers cannot book that by themselves. */
    record NotOnline(List<Service> services) implements FreeTimes {}

    /** The person asked for does not work here or does not give this service. */
    record CannotServe(List<Service> services) implements FreeTimes {}
}
