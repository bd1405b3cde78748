package mx.yume.scheduling;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.scheduling.BookingOutcome.Booked;
import mx.yume.scheduling.BookingOutcome.Refused;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;

/** The counter of Salón Lupita, where tests ask for appointments and wait for the answer. */
@ApplicationScoped
public class Counter {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Agenda agenda;
    private final Businesses businesses;

    Counter(Agenda agenda, Businesses businesses) {
        this.agenda = agenda;
        this.businesses = businesses;
    }

    /** Days after the test world's Wednesday, in the salon's zone. */
    public static ZonedDateTime at(int daysLater, int hour, int minute) {
        return SettableClock.START.plusDays(daysLater).withHour(hour).withMinute(minute);
    }

    public static BookingRequest request(PersonId customer, ServiceId service, ZonedDateTime start) {
        return BookingRequest.online(SalonLupita.LOCATION, customer, "Sofía", service, start, Optional.empty());
    }

    public static BookingRequest request(PersonId customer, ServiceId service, ZonedDateTime start, StaffId staff) {
        return BookingRequest.online(SalonLupita.LOCATION, customer, "Sofía", service, start, Optional.of(staff));
    }

    public static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }

    public Business salon() {
        return await(businesses.load(SalonLupita.ID)).orElseThrow();
    }

    public BookingOutcome book(BookingRequest request) {
        return await(agenda.book(salon(), request, "simulator", Alongside.nothing()));
    }

    public Appointment booked(BookingRequest request) {
        return ((Booked) book(request)).appointment();
    }

    public Refusal refused(BookingRequest request) {
        return ((Refused) book(request)).why();
    }

    /** As it is kept now. */
    public Appointment kept(Appointment appointment) {
        return await(agenda.appointment(salon(), appointment.id())).orElseThrow();
    }
}
