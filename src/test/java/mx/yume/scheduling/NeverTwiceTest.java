package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.BARBA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LUPITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.scheduling.BookingOutcome.Booked;
import mx.yume.scheduling.BookingOutcome.Refused;
import mx.yume.testing.People;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;

/** However many want the same time at once, and by whatever way: it is sold once. */
@QuarkusTest
class NeverTwiceTest {

    private static final String OVERLAPS = """
            select count(*) from reservation one join reservation other
            on one.resource_id = other.resource_id and one.id < other.id
            and one.starts_at < other.ends_at and other.starts_at < one.ends_at""";
    /** Every visit that is on holds its person and its spot, at its own time; nothing else is held. */
    private static final String MISHELD = """
            select count(*) from appointment a full join (
                select appointment_id, count(*) as held, min(starts_at) as starts_at, max(ends_at) as ends_at
                from reservation group by appointment_id) r on r.appointment_id = a.id
            where (a.status = 'confirmed' and (r.held, r.starts_at, r.ends_at) is distinct from (2, a.starts_at, a.ends_at))
               or (a.status = 'cancelled' and r.held is not null) or a.id is null""";

    @Inject
    World world;

    @Inject
    People people;

    @Inject
    Agenda agenda;

    @Inject
    Counter counter;

    @Inject
    Database database;

    private PersonId sofia;

    @BeforeEach
    void freshSalon() {
        world.fresh();
        sofia = people.named("Sofía");
    }

    @Test
    void of200AtOnceForOnePersonsSlotOneGetsItAndTheOthersFreeAlternatives() {
        var outcomes = atOnce(IntStream.range(0, 200).mapToObj(each -> book(request(sofia, CORTE, at(1, 12, 0), LUPITA))));
        assertThat(outcomes).filteredOn(Booked.class::isInstance).hasSize(1);
        var refusals = outcomes.stream().filter(Refused.class::isInstance).map(Refused.class::cast).map(Refused::why).toList();
        assertThat(refusals).hasSize(199).allSatisfy(why -> assertThat(((Refusal.SlotTaken) why).alternatives())
                .extracting(Slot::start).containsExactly(at(1, 11, 15), at(1, 12, 45), at(1, 11, 0)));
        assertThat(world.count("select count(*) from appointment")).isOne();
        assertThat(world.count("select count(*) from reservation")).isEqualTo(2);
        for (var alternative : ((Refusal.SlotTaken) refusals.getFirst()).alternatives()) {
            assertThat(await(agenda.check(counter.salon(), request(sofia, CORTE, alternative.start(), LUPITA)))).isEmpty();
        }
    }

    @Test
    void withoutAPreferenceAsManyAsThereArePeopleAndChairsGetIt() {
        var outcomes = atOnce(IntStream.range(0, 200).mapToObj(each -> book(request(sofia, CORTE, at(1, 11, 0)))));
        assertThat(outcomes).filteredOn(Booked.class::isInstance).hasSize(2);
        world.execute("""
                insert into spot (organization_id, id, location_id, name, kind, position)
                select organization_id, gen_random_uuid(), location_id, name || ' bis', kind, position + 10 from spot""");
        var withMoreChairs = atOnce(IntStream.range(0, 200).mapToObj(each -> book(request(sofia, CORTE, at(1, 16, 0)))));
        assertThat(withMoreChairs).filteredOn(Booked.class::isInstance).hasSize(3);
        assertThat(world.count(OVERLAPS)).isZero();
        assertThat(world.count(MISHELD)).isZero();
    }

    @Test
    void bookingsMovesAndCancellationsAllAtOnceLeaveNothingTwice() {
        var random = new Random(20270113);
        var appointments = new ArrayList<Appointment>();
        for (int slot = 0; slot < 10; slot++) {
            appointments.add(counter.booked(
                    request(sofia, CORTE, at(1 + slot / 5, List.of(10, 11, 12, 16, 17).get(slot % 5), 0), member(slot))));
        }
        var salon = counter.salon();
        var all = new ArrayList<Uni<?>>();
        for (int round = 0; round < 150; round++) {
            var appointment = appointments.get(random.nextInt(appointments.size()));
            var start = at(1 + random.nextInt(2), 10 + random.nextInt(9), random.nextInt(4) * 15);
            int seen = random.nextInt(3);
            all.add(switch (random.nextInt(4)) {
                case 0 -> agenda.cancel(salon, sofia, appointment.id(), seen, Alongside.nothing());
                case 1 -> book(request(sofia, random.nextBoolean() ? CORTE : BARBA, start));
                default -> agenda.move(salon, sofia, appointment.id(), seen, start, Alongside.nothing());
            });
        }
        assertThat(atOnce(all.stream())).hasSize(150);
        assertThat(world.count(OVERLAPS)).isZero();
        assertThat(world.count(MISHELD)).isZero();
        assertThat(world.count("select count(*) from appointment where status = 'cancelled'")).isPositive();
        assertThat(world.count("select count(*) from appointment where status = 'confirmed' and version > 0")).isPositive();
    }

    @Test
    void twoThatSwapTheirTimesDoNotDeadlock() {
        var early = counter.booked(request(sofia, CORTE, at(1, 10, 0), BETO));
        var late = counter.booked(request(sofia, CORTE, at(1, 12, 0), BETO));
        var salon = counter.salon();
        var outcomes = atOnce(List.of(
                agenda.move(salon, sofia, early.id(), 0, at(1, 12, 0), Alongside.nothing()),
                agenda.move(salon, sofia, late.id(), 0, at(1, 10, 0), Alongside.nothing())).stream());
        assertThat(outcomes).hasSize(2).allMatch(MoveOutcome.Refused.class::isInstance);
        assertThat(world.count(MISHELD)).isZero();
    }

    @Test
    void whoIsBeingDeactivatedIsNotBookedAnyMore() {
        var gate = new CompletableFuture<Void>();
        var deactivation = database.inTenant(SalonLupita.ID, connection -> connection
                .query("update staff_member set active = false where name = 'Beto'").execute()
                .chain(() -> Uni.createFrom().completionStage(gate))).subscribeAsCompletionStage();
        Awaitility.await().until(() -> world.count(
                "select count(*) from pg_stat_activity where state = 'idle in transaction' and query like 'update staff%'") == 1);
        var booking = book(request(sofia, CORTE, at(1, 11, 0), BETO)).subscribeAsCompletionStage();
        Awaitility.await().until(() -> world.count("select count(*) from pg_locks where not granted") > 0);
        gate.complete(null);
        assertThat(booking.orTimeout(30, TimeUnit.SECONDS).join())
                .isEqualTo(new Refused(new Refusal.CannotServe()));
        assertThat(deactivation.join()).isNull();
    }

    @Test
    void theDatabaseItselfRefusesWhatNoCodeOfOursWrites() {
        counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        assertThatThrownBy(() -> world.execute("""
                insert into reservation (organization_id, resource_id, kind, during, appointment_id)
                select organization_id, resource_id, kind, tstzrange(ends_at - interval '1 second', ends_at), appointment_id
                from reservation""")).hasMessageContaining("reservation_never_twice");
        assertThatThrownBy(() -> world.execute("""
                insert into reservation (organization_id, resource_id, kind, during, appointment_id)
                select organization_id, resource_id, kind, tstzrange(ends_at, ends_at + interval '25 hours'), appointment_id
                from reservation""")).hasMessageContaining("reservation_within_a_day");
    }

    private Uni<BookingOutcome> book(BookingRequest request) {
        return agenda.book(SalonLupita.business(), request, "real", Alongside.nothing());
    }

    private static <T> List<T> atOnce(Stream<? extends Uni<? extends T>> all) {
        List<Uni<T>> begun = new ArrayList<>();
        all.forEach(one -> begun.add(one.map(outcome -> outcome)));
        return Uni.join().all(begun).andCollectFailures().await().atMost(Duration.ofMinutes(2));
    }

    private static StaffId member(int slot) {
        return slot % 3 == 0 ? LUPITA : slot % 3 == 1 ? SalonLupita.ANA : BETO;
    }
}
