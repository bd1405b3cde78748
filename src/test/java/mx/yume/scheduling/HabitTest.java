package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.MANICURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;

/** What people usually have, learnt from their visits at Salón Lupita. */
class HabitTest extends AtTheCounter {

    @Test
    void whatWasTheSameTwiceIsAHabit() {
        comes(CORTE, 2, 17, BETO);
        assertThat(habit()).isEmpty();
        comes(MANICURE, 5, 12, ANA);
        assertThat(habit()).isEmpty();
        comes(CORTE, 9, 17, BETO);
        assertThat(habit()).contains(new Habit(List.of(new Wanted(CORTE, Optional.of(BETO))), Optional.of(DayOfWeek.FRIDAY),
                Optional.of(LocalTime.of(17, 0))));
    }

    @Test
    void whatVariesIsLeftOpen() {
        comes(CORTE, 2, 17, BETO);
        comes(CORTE, 5, 12, ANA);
        assertThat(habit()).contains(new Habit(List.of(Wanted.of(CORTE)), Optional.empty(), Optional.empty()));
    }

    @Test
    void ofTwoHabitsTheNewerCounts() {
        comes(CORTE, 2, 17, BETO);
        comes(CORTE, 5, 17, BETO);
        comes(MANICURE, 9, 12, ANA);
        comes(MANICURE, 12, 12, ANA);
        assertThat(habit()).map(Habit::services).contains(List.of(new Wanted(MANICURE, Optional.of(ANA))));
    }

    @Test
    void visitsThatWereNotAndVisitsToComeTeachNothing() {
        comes(CORTE, 2, 17, BETO);
        comes(CORTE, 5, 17, BETO);
        execute("update appointment set status = 'no_show' where starts_at = (select max(starts_at) from appointment)");
        counter.booked(request(sofia, CORTE, clock.instant().atZone(at(1, 17, 0).getZone()).plusDays(2).withHour(17)
                .withMinute(0), BETO));
        assertThat(habit()).isEmpty();
    }

    @Test
    void whoeverHasLeftAndWhatIsNoLongerSoldIsNotOffered() {
        comes(CORTE, 2, 17, BETO);
        comes(CORTE, 9, 17, BETO);
        execute("delete from staff_skill where staff_id = '" + BETO + "' and service_id = '" + CORTE + "'");
        assertThat(habit()).map(Habit::services).contains(List.of(Wanted.of(CORTE)));
        execute("update service set active = false where id = '" + CORTE + "'");
        assertThat(habit()).isEmpty();
    }

    private Optional<Habit> habit() {
        return await(agenda.habit(salon(), sofia));
    }

    /** Days after the test world's Wednesday; the clock goes on past the visit. */
    private void comes(ServiceId service, int daysLater, int hour, StaffId staff) {
        var visit = counter.booked(request(sofia, service, at(daysLater, hour, 0), staff));
        clock.tick(Duration.between(clock.instant(), visit.end().toInstant()));
    }
}
