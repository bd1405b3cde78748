package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.CORTE_Y_BARBA;
import static mx.yume.testing.SalonLupita.LUPITA;
import static mx.yume.testing.SalonLupita.TINTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.platform.Money;

/** What somebody said yes to is what is written, or nothing is; and what they may choose from when they change a visit. */
class AgreedTest extends AtTheCounter {

    private static final Change ONLINE = Change.none(Terms.ONLINE);

    private Appointment mine;

    @BeforeEach
    void anAppointment() {
        mine = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
    }

    @Test
    void aChangeIsShownWithThePricesItKeeps() {
        execute("update service set price_centavos = price_centavos + 10000");
        assertThat(possible(ONLINE.start(at(1, 16, 0))).price()).isEqualTo(Money.pesos(250));
        var both = possible(ONLINE.services(List.of(with(CORTE, BETO), with(TINTE, LUPITA))));
        assertThat(both.parts()).extracting(Part::price).containsExactly(Money.pesos(250), Money.pesos(1000));
        assertThat(await(agenda.previewChange(salon(), mine, ONLINE.staff(BETO).services(List.of(with(TINTE, BETO))))))
                .isEqualTo(new Preview.Impossible(new Refusal.CannotServe()));
        assertThat(counter.kept(mine)).isEqualTo(mine);
    }

    @Test
    void aChangeAsAgreedIsMadeAndAtAnotherPriceIsNot() {
        var change = ONLINE.services(List.of(with(CORTE_Y_BARBA, BETO)));
        var shown = Agreed.of(possible(change));
        execute("update service set price_centavos = 40000 where name = 'Corte y barba'");
        assertThat(changed(change, shown)).isEqualTo(new MoveOutcome.Refused(new Refusal.OtherPrice(Money.pesos(400))));
        assertThat(counter.kept(mine)).isEqualTo(mine);
        assertThat(changed(change, Agreed.of(possible(change)))).isInstanceOfSatisfying(MoveOutcome.Moved.class,
                moved -> assertThat(moved.after().price()).isEqualTo(Money.pesos(400)));
    }

    @Test
    void aVisitThatWouldComeOutOtherwiseIsNotBooked() {
        var wanted = visit(at(2, 11, 0), Wanted.of(CORTE), Wanted.of(TINTE));
        var shown = Agreed.of((Preview.Possible) await(agenda.preview(salon(), wanted)));
        var first = shown.plan().getFirst().staff();
        counter.booked(request(diego, CORTE, at(2, 11, 0), first));
        assertThat(await(agenda.book(salon(), wanted, shown, "real", Alongside.nothing())))
                .isEqualTo(new BookingOutcome.Refused(new Refusal.OtherPlan()));
        assertThat(new Refusal.OtherPlan().sentence()).isEqualTo("La cita ya no queda como la viste.");
        assertThat(await(agenda.book(salon(), wanted, Agreed.on(shown.price()), "real", Alongside.nothing())))
                .isInstanceOf(BookingOutcome.Booked.class);
    }

    @Test
    void theTimeOfTheVisitItselfIsFreeToMoveInto() {
        counter.booked(request(diego, CORTE, at(1, 12, 0), BETO));
        var starts = starts(ONLINE);
        assertThat(starts).contains(at(1, 11, 15), at(1, 10, 45), at(1, 10, 30)).doesNotContain(at(1, 11, 0), at(1, 11, 30));
        assertThat(await(agenda.slots(salon(), SlotQuery.online(mine.location(), CORTE, at(1, 0, 0).toLocalDate(),
                at(1, 0, 0).toLocalDate(), Optional.of(BETO)), sofia))).extracting(Slot::start)
                .doesNotContain(at(1, 11, 15), at(1, 10, 45));
    }

    @Test
    void theSameTimeIsAChoiceForAnotherServiceOrPerson() {
        assertThat(starts(ONLINE.services(List.of(with(CORTE_Y_BARBA, BETO))))).contains(at(1, 11, 0));
        assertThat(starts(ONLINE.staff(ANA))).contains(at(1, 11, 0));
        assertThat(starts(ONLINE.services(List.of(new Wanted(ServiceId.next(), Optional.empty()))))).isEmpty();
    }

    private List<ZonedDateTime> starts(Change change) {
        var day = at(1, 0, 0).toLocalDate();
        return await(agenda.slots(salon(), mine, change, day, day)).stream().map(Slot::start).toList();
    }

    private Preview.Possible possible(Change change) {
        return (Preview.Possible) await(agenda.previewChange(salon(), mine, change));
    }

    private MoveOutcome changed(Change change, Agreed agreed) {
        return await(agenda.change(salon(), new Actor.Customer(sofia), mine.id(), mine.version(), change, agreed,
                Alongside.nothing()));
    }

    private BookingRequest visit(ZonedDateTime start, Wanted... services) {
        return new BookingRequest(Optional.of(sofia), "Sofía", mine.location(), List.of(services), false, start, Terms.ONLINE);
    }

    private static Wanted with(ServiceId service, StaffId staff) {
        return new Wanted(service, Optional.of(staff));
    }
}
