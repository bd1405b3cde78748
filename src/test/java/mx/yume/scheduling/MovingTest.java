package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LUPITA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;

import org.junit.jupiter.api.Test;

import mx.yume.platform.Money;
import mx.yume.scheduling.MoveOutcome.Changed;
import mx.yume.scheduling.MoveOutcome.Moved;
import mx.yume.scheduling.MoveOutcome.NotFound;
import mx.yume.scheduling.MoveOutcome.Refused;
import mx.yume.testing.SalonLupita;

class MovingTest extends AtTheCounter {

    @Test
    void movingFreesTheOldTimeAndTakesTheNewOne() {
        var before = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        var moved = (Moved) move(before, at(2, 16, 0));
        assertThat(moved.before()).isEqualTo(before);
        assertThat(moved.after()).isEqualTo(counter.kept(before)).satisfies(after -> {
            assertThat(after.start()).isEqualTo(at(2, 16, 0));
            assertThat(after.end()).isEqualTo(at(2, 16, 45));
            assertThat(after.staff()).isEqualTo(BETO);
            assertThat(after.version()).isEqualTo(before.version() + 1);
        });
        assertThat(count("select count(*) from appointment where local_start = '2027-01-15 16:00'")).isOne();
        assertThat(count("select count(*) from reservation where starts_at = '2027-01-15 16:00-06'")).isEqualTo(2);
        assertThat(count("select count(*) from reservation")).isEqualTo(2);
        counter.booked(request(diego, CORTE, at(1, 11, 0), BETO));
    }

    @Test
    void itsOwnTimeIsNotInTheWay() {
        var before = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        assertThat(move(before, at(1, 11, 15))).isInstanceOf(Moved.class);
    }

    @Test
    void theCheckSaysWhatTheMoveWouldSay() {
        var mine = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        counter.booked(request(diego, CORTE, at(1, 12, 0), BETO));
        assertThat(await(agenda.checkMove(counter.salon(), mine, at(1, 11, 15)))).isEmpty();
        assertThat(await(agenda.checkMove(counter.salon(), mine, at(1, 11, 30)))).hasValueSatisfying(
                why -> assertThat(new Refused(why)).isEqualTo(move(mine, at(1, 11, 30))));
        assertThat(counter.kept(mine)).isEqualTo(mine);
    }

    @Test
    void theCheckRefusesWhatRunsIntoTheNextVisit() {
        var mine = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        counter.booked(request(diego, CORTE, at(1, 11, 45), BETO));
        assertThat(await(agenda.checkMove(counter.salon(), mine, at(1, 11, 15))))
                .containsInstanceOf(Refusal.SlotTaken.class);
        assertThat(await(agenda.checkMove(counter.salon(), mine, at(1, 10, 45)))).isEmpty();
    }

    @Test
    void theSpotMayChangeAndThePersonMayNot() {
        var first = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        counter.booked(request(diego, CORTE, at(1, 12, 0), LUPITA));
        var moved = (Moved) move(first, at(1, 12, 0));
        assertThat(moved.after().staff()).isEqualTo(BETO);
        assertThat(moved.after().spot()).isNotEqualTo(first.spot()).isPresent();
    }

    @Test
    void theSpotStaysWhenItCan() {
        counter.booked(request(diego, CORTE, at(1, 11, 0), LUPITA));
        var second = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        assertThat(((Moved) move(second, at(1, 16, 0))).after().spot()).isEqualTo(second.spot());
    }

    @Test
    void aTakenTimeIsRefusedWithThatPersonsAlternativesAndTheOldTimeKept() {
        var mine = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        counter.booked(request(diego, CORTE, at(1, 12, 0), BETO));
        assertThat(move(mine, at(1, 12, 0))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.why()).isInstanceOfSatisfying(Refusal.SlotTaken.class,
                        taken -> assertThat(taken.alternatives()).extracting(Slot::start)
                                .containsExactly(at(1, 11, 15), at(1, 10, 45), at(1, 10, 30))));
        assertThat(counter.kept(mine)).isEqualTo(mine);
        assertThat(counter.refused(request(diego, CORTE, at(1, 11, 0), BETO))).isInstanceOf(Refusal.SlotTaken.class);
    }

    @Test
    void theTimeItHasNowIsNoAlternative() {
        var mine = counter.booked(request(sofia, CORTE, at(1, 14, 0), BETO));
        var refused = (Refused) move(mine, at(1, 13, 45));
        assertThat(((Refusal.OutsideHours) refused.why()).alternatives()).extracting(Slot::start)
                .containsExactly(at(1, 14, 15), at(1, 14, 30), at(1, 14, 45));
    }

    @Test
    void thePriceStaysAsBooked() {
        var mine = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        execute("update service set price_centavos = 99900, duration_minutes = 60 where name = 'Corte de cabello'");
        var after = ((Moved) move(mine, at(1, 16, 0))).after();
        assertThat(after.price()).isEqualTo(Money.pesos(250));
        assertThat(after.end()).isEqualTo(at(1, 17, 0));
    }

    @Test
    void whoNoLongerServesCannotBeMovedTo() {
        var mine = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        execute("update staff_member set active = false where name = 'Beto'");
        assertThat(move(mine, at(1, 16, 0))).isEqualTo(new Refused(new Refusal.CannotServe()));
        execute("update location set active = false");
        assertThat(await(agenda.move(SalonLupita.business(), sofia, mine.id(), 0, at(1, 16, 0), Alongside.nothing())))
                .isEqualTo(new Refused(new Refusal.UnknownService()));
        assertThat(count("select count(*) from reservation where starts_at = '2027-01-14 11:00-06'")).isEqualTo(2);
    }

    @Test
    void whatChangedSinceItWasSeenIsNotMoved() {
        var mine = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        var moved = ((Moved) move(mine, at(1, 16, 0))).after();
        assertThat(move(mine, at(1, 17, 0))).isEqualTo(new Changed(moved));
        assertThat(counter.kept(mine)).isEqualTo(moved);
    }

    @Test
    void whatIsCancelledOrHasBegunIsNotMoved() {
        var begun = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        var gone = counter.booked(request(sofia, CORTE, at(1, 12, 0), BETO));
        await(agenda.cancel(counter.salon(), sofia, gone.id(), 0, Alongside.nothing()));
        assertThat(move(counter.kept(gone), at(2, 12, 0))).isEqualTo(new Changed(counter.kept(gone)));
        clock.set(at(1, 11, 0));
        assertThat(move(begun, at(2, 11, 0))).isEqualTo(new Changed(begun));
    }

    @Test
    void somebodyElsesAppointmentIsNotFound() {
        var mine = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        assertThat(await(agenda.move(counter.salon(), diego, mine.id(), 0, at(1, 16, 0), Alongside.nothing())))
                .isEqualTo(new NotFound());
        assertThat(await(agenda.move(counter.salon(), sofia, AppointmentId.next(), 0, at(1, 16, 0), Alongside.nothing())))
                .isEqualTo(new NotFound());
        assertThat(counter.kept(mine)).isEqualTo(mine);
    }

    private MoveOutcome move(Appointment seen, ZonedDateTime newStart) {
        return await(
                agenda.move(SalonLupita.business(), seen.customer().orElseThrow(), seen.id(), seen.version(), newStart,
                        Alongside.nothing()));
    }
}
