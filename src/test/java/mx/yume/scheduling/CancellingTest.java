package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.customers.PersonId;
import mx.yume.scheduling.CancelOutcome.AlreadyCancelled;
import mx.yume.scheduling.CancelOutcome.Cancelled;
import mx.yume.scheduling.CancelOutcome.Changed;
import mx.yume.scheduling.CancelOutcome.NotFound;
import mx.yume.testing.SalonLupita;

class CancellingTest extends AtTheCounter {

    private Appointment mine;

    @BeforeEach
    void anAppointment() {
        mine = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
    }

    @Test
    void aCancelledVisitHoldsNoTime() {
        assertThat(cancel(sofia, mine.id(), 0)).isEqualTo(new Cancelled(counter.kept(mine)));
        assertThat(counter.kept(mine).status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(counter.kept(mine).version()).isEqualTo(1);
        assertThat(count("select count(*) from reservation")).isZero();
        assertThat(count("select count(*) from appointment where cancelled_at = '2027-01-13 10:00-06'")).isOne();
        assertThat(await(agenda.upcoming(SalonLupita.business(), sofia))).isEmpty();
        counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
    }

    @Test
    void cancellingTwiceSaysSo() {
        cancel(sofia, mine.id(), 0);
        assertThat(cancel(sofia, mine.id(), 0)).isEqualTo(new AlreadyCancelled(counter.kept(mine)));
        assertThat(cancel(sofia, mine.id(), 1)).isEqualTo(new AlreadyCancelled(counter.kept(mine)));
        assertThat(counter.kept(mine).version()).isEqualTo(1);
    }

    @Test
    void whatChangedSinceItWasSeenIsNotCancelled() {
        await(agenda.move(SalonLupita.business(), sofia, mine.id(), 0, at(1, 12, 0), Alongside.nothing()));
        assertThat(cancel(sofia, mine.id(), 0)).isEqualTo(new Changed(counter.kept(mine)));
        assertThat(counter.kept(mine).status()).isEqualTo(AppointmentStatus.CONFIRMED);
    }

    @Test
    void whatHasBegunOrIsOverIsNotCancelled() {
        clock.set(at(1, 11, 0));
        assertThat(cancel(sofia, mine.id(), 0)).isEqualTo(new Changed(mine));
        execute("update appointment set status = 'completed'");
        assertThat(cancel(sofia, mine.id(), 0)).isEqualTo(new Changed(counter.kept(mine)));
        assertThat(count("select count(*) from reservation")).isEqualTo(2);
    }

    @Test
    void somebodyElsesAppointmentIsNotFound() {
        assertThat(cancel(named("Diego"), mine.id(), 0)).isEqualTo(new NotFound());
        assertThat(cancel(sofia, AppointmentId.next(), 0)).isEqualTo(new NotFound());
        assertThat(counter.kept(mine)).isEqualTo(mine);
    }

    @Test
    void aFailureAlongsideKeepsTheAppointment() {
        var broken = new Alongside() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return Uni.createFrom().voidItem();
            }

            @Override
            public Uni<Void> after(SqlConnection connection, Appointment appointment) {
                return Uni.createFrom().failure(new IllegalStateException("stale " + appointment.status()));
            }
        };
        assertThatThrownBy(() -> await(agenda.cancel(SalonLupita.business(), sofia, mine.id(), 0, broken)))
                .hasMessage("stale CANCELLED");
        assertThat(counter.kept(mine)).isEqualTo(mine);
        assertThat(count("select count(*) from reservation")).isEqualTo(2);
    }

    private CancelOutcome cancel(PersonId who, AppointmentId id, int seenVersion) {
        return await(agenda.cancel(SalonLupita.business(), who, id, seenVersion, Alongside.nothing()));
    }
}
