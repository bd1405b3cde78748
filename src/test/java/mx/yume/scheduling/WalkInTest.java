package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BARBA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LUPITA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import mx.yume.business.LocationId;
import mx.yume.business.StaffId;
import mx.yume.scheduling.BookingOutcome.Booked;
import mx.yume.scheduling.BookingOutcome.Refused;

class WalkInTest extends AtTheCounter {

    @Test
    void whoWalksInBeginsThisMinute() {
        clock.set(at(0, 11, 7).plusSeconds(42));
        var booked = booked(WalkIn.now(CORTE));
        assertThat(booked.start()).isEqualTo(at(0, 11, 7));
        assertThat(booked.customer()).isEmpty();
        assertThat(booked.customerName()).isEqualTo("Cliente sin cita");
        assertThat(counter.kept(booked)).isEqualTo(booked);
    }

    @Test
    void theMinuteMayTurnWhileSomebodyWalksIn() {
        clock.set(at(0, 11, 9).plusSeconds(1));
        var earlier = WalkIn.now(CORTE).request(salon().location(), at(0, 11, 7).plusSeconds(59).toInstant());
        assertThat(counter.booked(earlier).start()).isEqualTo(at(0, 11, 7));
    }

    @Test
    void aKnownCustomerMayWalkInForSomebodyAndLater() {
        var booked = booked(new WalkIn(List.of(CORTE, BARBA), Optional.of(sofia), Optional.of(" Nico\n" + "x".repeat(90)),
                Optional.of(BETO), Optional.empty(), Optional.of(at(0, 11, 3))));
        assertThat(booked.of(sofia)).isTrue();
        assertThat(booked.customerName()).startsWith("Nico x").hasSize(80);
        assertThat(booked.parts()).extracting(Part::staff).containsExactly(BETO, BETO);
        assertThat(booked.start()).isEqualTo(at(0, 11, 3));
        assertThat(booked.end()).isEqualTo(at(0, 12, 18));
    }

    @Test
    void whenNobodyIsFreeItIsSaidWhenAndWhoIsSoonest() {
        clock.set(at(1, 10, 0).minusHours(2));
        counter.booked(request(sofia, CORTE, at(1, 11, 0), LUPITA));
        counter.booked(request(sofia, CORTE, at(1, 11, 15), ANA));
        clock.set(at(1, 11, 20));
        assertThat(walkIn(WalkIn.now(CORTE))).as("no chair is left").isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.why()).isInstanceOfSatisfying(Refusal.SlotTaken.class, taken -> {
                    assertThat(taken.alternatives().getFirst().start()).isEqualTo(at(1, 11, 45));
                    assertThat(taken.alternatives().getFirst().staff()).containsExactly(LUPITA, BETO);
                }));
    }

    @Test
    void nobodyWalksInAtNightOrToAPlaceThatIsNone() {
        clock.set(at(0, 22, 0));
        assertThat(walkIn(WalkIn.now(CORTE))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.why()).isInstanceOf(Refusal.OutsideHours.class));
        assertThat(walkIn(WalkIn.now())).isEqualTo(new Refused(new Refusal.UnknownService()));
        assertThat(walkIn(new WalkIn(List.of(CORTE), Optional.empty(), Optional.empty(), Optional.of(StaffId.next()),
                Optional.empty(), Optional.empty()))).isEqualTo(new Refused(new Refusal.CannotServe()));
        assertThat(walkIn(new WalkIn(List.of(CORTE), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(LocationId.next()), Optional.empty()))).isEqualTo(new Refused(new Refusal.UnknownLocation()));
    }

    private Appointment booked(WalkIn walkIn) {
        return ((Booked) walkIn(walkIn)).appointment();
    }

    private BookingOutcome walkIn(WalkIn walkIn) {
        return await(agenda.walkIn(salon(), new Actor.Staff(BETO), walkIn, "real", Alongside.nothing()));
    }
}
