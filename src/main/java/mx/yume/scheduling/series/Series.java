package mx.yume.scheduling.series;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.BookingRequest;

/**
 * Appointments every few weeks: at the same time of day on the location's clocks, by the rules of online booking but up to a
 * year ahead. Once booked, each is moved and cancelled like any other.
 */
@ApplicationScoped
public class Series {

    private final SeriesBooking booking;
    private final Rest rest;

    Series(SeriesBooking booking, Rest rest) {
        this.booking = booking;
        this.rest = rest;
    }

    /** Which times are free now and which are not. Changes nothing. */
    public Uni<SeriesOutcome> plan(Business business, BookingRequest first, Rhythm rhythm) {
        return booking.plan(business, first, rhythm);
    }

    /**
     * All of them in one transaction, or none.
     *
     * @param onlyFree whether those that are not free may be left out; otherwise one of them is enough to book nothing
     * @param origin {@code real}, {@code simulator}, {@code playground} or {@code demo}
     * @param alongside commits with the appointments; {@code after} runs for each, and only when they were booked
     */
    public Uni<SeriesOutcome> book(Business business, BookingRequest first, Rhythm rhythm, boolean onlyFree, String origin,
            Alongside alongside) {
        return booking.book(business, first, rhythm, onlyFree, origin, alongside);
    }

    /**
     * Cancels an appointment of a series and all that come after it, in one transaction. Whatever begun or was cancelled stays.
     *
     * @param alongside commits with it; {@code after} runs for each that was cancelled
     */
    public Uni<RestOutcome> cancelFrom(Business business, Actor actor, AppointmentId from, Optional<String> reason,
            Alongside alongside) {
        return rest.cancel(business.id(), actor, from, reason, alongside);
    }
}
