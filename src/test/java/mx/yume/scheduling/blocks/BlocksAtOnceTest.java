package mx.yume.scheduling.blocks;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BARBA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LUPITA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.business.StaffId;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.BookingOutcome.Booked;
import mx.yume.scheduling.blocks.BlockOutcome.Blocked;
import mx.yume.scheduling.blocks.BlockOutcome.Overlaps;

/** Blocks and visits for the same time at once: nobody is booked in time off without whoever blocked it knowing. */
class BlocksAtOnceTest extends WithBlocks {

    private static final List<StaffId> TEAM = List.of(LUPITA, ANA, BETO);

    @Test
    void aBookingIsEitherRefusedOrKeptAndNamed() {
        for (int day = 1; day <= 3; day++) {
            var outcomes = race(day, true);
            var blocked = outcomes.stream().filter(Blocked.class::isInstance).map(Blocked.class::cast).findFirst()
                    .orElseThrow();
            assertThat(ids(blocked.kept())).isEqualTo(booked(outcomes));
            assertThat(booked(outcomes)).hasSize((int) confirmed(day));
        }
    }

    @Test
    void withoutInsistingItIsEitherBlockedOrBooked() {
        for (int day = 1; day <= 3; day++) {
            var outcomes = race(day, false);
            if (outcomes.stream().anyMatch(Blocked.class::isInstance)) {
                assertThat(booked(outcomes)).isEmpty();
            } else {
                var overlaps = outcomes.stream().filter(Overlaps.class::isInstance).map(Overlaps.class::cast).findFirst();
                assertThat(booked(outcomes)).containsAll(ids(overlaps.orElseThrow().appointments()));
            }
        }
    }

    @Test
    void everythingAtOnceLeavesEveryBlockClosedAndNothingTwice() {
        var random = new Random(20270115);
        var appointments = new ArrayList<Appointment>();
        for (int hour : List.of(10, 11, 12, 16, 17)) {
            List.of(LUPITA, BETO)
                    .forEach(member -> appointments.add(counter.booked(request(sofia, CORTE, at(1, hour, 0), member))));
        }
        var salon = salon();
        var all = new ArrayList<Uni<?>>();
        for (int round = 0; round < 150; round++) {
            var appointment = appointments.get(random.nextInt(appointments.size()));
            var member = TEAM.get(random.nextInt(TEAM.size()));
            var start = at(1, 10 + random.nextInt(9), random.nextInt(4) * 15);
            var stretch = from(start, start.plusMinutes(20 + random.nextInt(200)));
            all.add(switch (random.nextInt(6)) {
                case 0 -> agenda.cancel(salon, sofia, appointment.id(), random.nextInt(2), Alongside.nothing());
                case 1 -> agenda.book(salon, request(sofia, BARBA, start), "real", Alongside.nothing());
                case 2 -> agenda.move(salon, sofia, appointment.id(), random.nextInt(2), start, Alongside.nothing());
                case 3 -> blocks.unblock(salon, member, stretch, "real");
                default -> blocks.block(salon, new BlockRequest(random.nextInt(5) == 0 ? new Who.Everybody() : Who.only(member),
                        stretch, "Motivo " + round), true);
            });
        }
        assertThat(atOnce(all.stream())).hasSize(150);
        assertThat(count("select count(*) from block")).isPositive();
    }

    /** 49 bookings of ten o'clock to six with Beto on one day, and in their middle a block of all of it. */
    private List<Object> race(int day, boolean despite) {
        var salon = salon();
        var all = new ArrayList<Uni<?>>();
        for (int booking = 0; booking < 49; booking++) {
            all.add(agenda.book(salon, request(sofia, CORTE, slot(day, booking), BETO), "real", Alongside.nothing()));
        }
        all.add(25, blocks.block(salon, new BlockRequest(Who.only(BETO), from(at(day, 9, 0), at(day, 21, 0)), ""), despite));
        return atOnce(all.stream());
    }

    private static ZonedDateTime slot(int day, int booking) {
        return at(day, List.of(10, 11, 12, 14, 15, 16, 17).get(booking % 7), 0);
    }

    private static Set<AppointmentId> booked(List<Object> outcomes) {
        return outcomes.stream().filter(Booked.class::isInstance).map(outcome -> ((Booked) outcome).appointment().id())
                .collect(Collectors.toSet());
    }

    private static Set<AppointmentId> ids(List<Appointment> appointments) {
        return appointments.stream().map(Appointment::id).collect(Collectors.toSet());
    }

    private long confirmed(int day) {
        return count("select count(*) from appointment where local_start::date = '%s'".formatted(at(day, 0, 0).toLocalDate()));
    }
}
