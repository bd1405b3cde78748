package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.BARBA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.customers.PersonId;
import mx.yume.scheduling.BookingOutcome.Booked;
import mx.yume.scheduling.BookingOutcome.Refused;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** On the real database: what is offered first, and times that are held for somebody. */
class OfferedFirstTest {

    private PlainYume yume;
    private Agenda agenda;

    @BeforeEach
    void salonWithoutAppointments() {
        yume = PlainYume.fresh();
        agenda = yume.the(Agenda.class);
    }

    @Test
    void timesThatKeepBetosDayWholeComeFirst() {
        assertThat(offers()).containsExactly("10:00", "10:30", "10:45");
    }

    @Test
    void aLocationThatDoesNotMindIsOfferedTheEarliest() {
        yume.superuser().execute("update location set days_kept_whole = false");
        assertThat(offers()).containsExactly("10:00", "10:15", "10:30");
    }

    @Test
    void nothingIsOfferedWhereThereIsNothing() {
        var sunday = at(4, 0, 0).toLocalDate();
        assertThat(await(agenda.offers(salon(), SlotQuery.online(LOCATION, CORTE, sunday, sunday, Optional.empty()), 3)))
                .isEmpty();
    }

    @Test
    void whatIsHeldForSomebodyIsInEverybodysWayButTheirs() {
        var sofia = yume.named(SalonLupita.ID, "Sofía");
        var diego = yume.named(SalonLupita.ID, "Diego");
        held(sofia);
        var wish = request(sofia, BARBA, at(1, 11, 0), BETO);
        assertThat(await(agenda.check(salon(), wish))).isEmpty();
        assertThat(await(agenda.check(salon(), request(diego, BARBA, at(1, 11, 0), BETO))))
                .hasValueSatisfying(why -> assertThat(why).isInstanceOf(Refusal.SlotTaken.class));
        assertThat(book(request(diego, BARBA, at(1, 11, 0), BETO))).isInstanceOf(Refused.class);
        assertThat(book(wish)).isInstanceOf(Booked.class);
    }

    @Test
    void whoHasLeastToDoThatDayIsBookedWhenNobodyIsPreferred() {
        var sofia = yume.named(SalonLupita.ID, "Sofía");
        var first = ((Booked) book(request(sofia, CORTE, at(1, 10, 0)))).appointment();
        var second = ((Booked) book(request(sofia, CORTE, at(1, 16, 0)))).appointment();
        var third = ((Booked) book(request(sofia, CORTE, at(2, 16, 0)))).appointment();
        assertThat(first.staff()).isEqualTo(SalonLupita.LUPITA);
        assertThat(second.staff()).as("Lupita has something that morning").isEqualTo(SalonLupita.ANA);
        assertThat(third.staff()).as("another day, another count").isEqualTo(SalonLupita.LUPITA);
    }

    private void held(PersonId customer) {
        yume.superuser().execute(
                """
                        insert into waitlist_entry (organization_id, id, customer_id, customer_name, location_id, earliest, latest, status,
                                                    origin, created_at)
                        values ('%1$s', '%2$s', '%3$s', 'Sofía', '%4$s', '%5$s', '%6$s', 'offered', 'simulator', '%7$s');
                        insert into waitlist_offer (organization_id, id, entry_id, starts_at, ends_at, status, offered_at, expires_at)
                        values ('%1$s', '%2$s', '%2$s', '%5$s', '%6$s', 'open', '%7$s', '%8$s');
                        insert into reservation (organization_id, resource_id, kind, during, offer_id, held_until)
                        values ('%1$s', '%9$s', 'staff', tstzrange('%5$s', '%6$s'), '%2$s', '%8$s')
                        """
                        .formatted(SalonLupita.ID, new UUID(6, 1), customer, LOCATION, at(1, 11, 0).toInstant(),
                                at(1, 11, 30).toInstant(), yume.clock().instant(), yume.clock().instant().plusSeconds(900),
                                BETO));
    }

    private BookingOutcome book(BookingRequest request) {
        return await(agenda.book(salon(), request, "simulator", Alongside.nothing()));
    }

    /** Shaves with Beto tomorrow. */
    private List<String> offers() {
        var day = at(1, 0, 0).toLocalDate();
        return await(agenda.offers(salon(), SlotQuery.online(LOCATION, BARBA, day, day, Optional.of(BETO)), 3)).stream()
                .map(slot -> slot.start().toLocalTime().toString()).toList();
    }

    private Business salon() {
        return await(yume.the(Businesses.class).load(SalonLupita.ID)).orElseThrow();
    }
}
