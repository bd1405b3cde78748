package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BARBA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CARLA;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.GELISH;
import static mx.yume.testing.SalonLupita.LOCATION;
import static mx.yume.testing.SalonLupita.LUPITA;
import static mx.yume.testing.SalonLupita.TINTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.UuidV7;
import mx.yume.testing.People;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

@QuarkusTest
class AgendaTest {

    @Inject
    World world;

    @Inject
    People people;

    @Inject
    SettableClock clock;

    @Inject
    Agenda agenda;

    @Inject
    Counter counter;

    private PersonId sofia;

    @BeforeEach
    void freshSalon() {
        world.fresh();
        sofia = people.named("Sofía");
    }

    @Test
    void aBookingIsKeptAsTheCustomerWasTold() {
        var start = at(1, 11, 0);
        var booked = counter.booked(request(sofia, CORTE, start.withZoneSameInstant(ZoneOffset.UTC)));
        assertThat(booked.start()).isEqualTo(start);
        assertThat(booked.end()).isEqualTo(start.plusMinutes(45));
        assertThat(booked.staff()).isEqualTo(LUPITA);
        assertThat(booked.staffName()).isEqualTo("Lupita");
        assertThat(booked.serviceName()).isEqualTo("Corte de cabello");
        assertThat(booked.spot().orElseThrow().value()).isEqualTo(mx.yume.demo.SalonLupita.id("Silla 1"));
        assertThat(booked.price()).isEqualTo(Money.pesos(250));
        assertThat(booked.status()).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(counter.kept(booked)).isEqualTo(booked);
        assertThat(await(agenda.upcoming(counter.salon(), sofia))).containsExactly(booked);
        assertThat(world.count("""
                select count(*) from appointment where local_start = '2027-01-14 11:00' and zone = 'America/Mexico_City'
                and origin = 'simulator' and created_at = '2027-01-13 10:00-06'""")).isOne();
    }

    @Test
    void aBookingOccupiesThePersonAndTheSpot() {
        var booked = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        assertThat(world.count("select count(*) from reservation where appointment_id = '" + booked.id() + "'")).isEqualTo(2);
        assertThat(starts(SlotQuery.online(LOCATION, CORTE, day(1), day(1), Optional.of(BETO))))
                .contains(at(1, 10, 15), at(1, 11, 45)).doesNotContain(at(1, 10, 30), at(1, 11, 0), at(1, 11, 30));
    }

    @Test
    void slotsAreExactlyTheStartsThatWouldBeAccepted() {
        world.freshWithAppointments();
        sofia = people.named("Sofía");
        var slots = await(agenda.slots(counter.salon(), SlotQuery.online(LOCATION, CORTE, day(0), day(1), Optional.empty())));
        assertThat(slots).isNotEmpty().isSortedAccordingTo((one, other) -> one.start().compareTo(other.start()));
        for (var start = at(0, 9, 0); start.isBefore(at(1, 21, 0)); start = start.plusMinutes(15)) {
            var asked = start;
            assertThat(await(agenda.check(counter.salon(), request(sofia, CORTE, asked))).isEmpty()).as("%s", asked)
                    .isEqualTo(slots.stream().anyMatch(slot -> slot.start().isEqual(asked)));
        }
    }

    @Test
    void slotsPastTheHorizonOrOfAnUnknownServiceAreNone() {
        var salon = counter.salon();
        assertThat(await(agenda.slots(salon, SlotQuery.online(LOCATION, CORTE, day(61), day(90), Optional.empty())))).isEmpty();
        assertThat(await(agenda.slots(salon, SlotQuery.online(LOCATION, ServiceId.next(), day(0), day(9), Optional.empty()))))
                .isEmpty();
    }

    @Test
    void secondBookingOfTheSameSlotIsRefusedWithThreeFreeAlternatives() {
        counter.booked(request(sofia, CORTE, at(1, 11, 0), LUPITA));
        var refusal = counter.refused(request(people.named("Diego"), CORTE, at(1, 11, 0), LUPITA));
        assertThat(refusal).isInstanceOfSatisfying(Refusal.SlotTaken.class, taken -> {
            assertThat(taken.alternatives()).extracting(Slot::start)
                    .containsExactly(at(1, 10, 15), at(1, 11, 45), at(1, 10, 0));
            assertThat(taken.alternatives()).allSatisfy(slot -> {
                assertThat(slot.staff()).containsExactly(LUPITA);
                assertThat(await(agenda.check(counter.salon(), request(sofia, CORTE, slot.start(), LUPITA)))).isEmpty();
            });
        });
        assertThat(world.count("select count(*) from appointment")).isOne();
    }

    @Test
    void withoutAPreferenceTheNextFreePersonServesUntilNoChairIsLeft() {
        assertThat(counter.booked(request(sofia, CORTE, at(1, 11, 0))).staff()).isEqualTo(LUPITA);
        assertThat(counter.booked(request(sofia, CORTE, at(1, 11, 0))).staff()).isEqualTo(ANA);
        assertThat(counter.refused(request(sofia, CORTE, at(1, 11, 0)))).isInstanceOf(Refusal.SlotTaken.class);
        assertThat(counter.refused(request(sofia, BARBA, at(1, 11, 0)))).isInstanceOf(Refusal.SlotTaken.class);
    }

    @Test
    void theNailTableIsOneForAll() {
        assertThat(counter.booked(request(sofia, GELISH, at(1, 11, 0))).staff()).isEqualTo(ANA);
        assertThat(counter.refused(request(sofia, GELISH, at(1, 11, 30)))).isInstanceOf(Refusal.SlotTaken.class);
    }

    @Test
    void everyRefusalSaysWhy() {
        assertRefused(request(sofia, CORTE, at(0, 9, 45)), Refusal.InThePast.class);
        assertRefused(request(sofia, CORTE, at(0, 10, 15)), Refusal.TooSoon.class);
        assertRefused(request(sofia, CORTE, at(61, 11, 0)), Refusal.BeyondHorizon.class);
        assertRefused(request(sofia, ServiceId.next(), at(1, 11, 0)), Refusal.UnknownService.class);
        assertRefused(request(sofia, TINTE, at(1, 11, 0), BETO), Refusal.CannotServe.class);
        assertRefused(request(sofia, CORTE, at(1, 11, 0), CARLA), Refusal.CannotServe.class);
        assertRefused(request(sofia, CORTE, at(1, 11, 0), StaffId.next()), Refusal.CannotServe.class);
        assertRefused(request(sofia, CORTE, at(4, 11, 0)), Refusal.OutsideHours.class);
        assertRefused(request(sofia, CORTE, at(1, 11, 5)), Refusal.OutsideHours.class);
        assertRefused(request(sofia, CORTE, at(1, 13, 0), BETO), Refusal.OutsideHours.class);
        assertRefused(request(sofia, TINTE, at(1, 19, 0)), Refusal.OutsideHours.class);
        assertThat(world.count("select count(*) from appointment")).isZero();
    }

    @Test
    void timesNobodyLivesToSeeAreOnlyBeyondTheHorizonOrPast() {
        var ages = ZonedDateTime.of(999_999_999, 12, 31, 23, 59, 0, 0, ZoneOffset.UTC);
        assertRefused(request(sofia, CORTE, ages), Refusal.BeyondHorizon.class);
        assertThat(((Refusal.InThePast) counter.refused(request(sofia, CORTE, ages.withYear(-999_999_999)))).alternatives())
                .extracting(Slot::start).containsExactly(at(0, 10, 30), at(0, 10, 45), at(0, 11, 0));
    }

    @Test
    void alternativesAreSoughtUpToTheHorizon() {
        world.execute("delete from opening_hours where weekday <> 1");
        var refusal = (Refusal.OutsideHours) counter.refused(request(sofia, CORTE, at(1, 11, 0)));
        assertThat(refusal.alternatives()).extracting(Slot::start)
                .containsExactly(at(5, 10, 0), at(5, 10, 15), at(5, 10, 30));
    }

    @Test
    void aFullAgendaHasNoAlternatives() {
        world.execute("delete from opening_hours");
        assertThat(counter.refused(request(sofia, CORTE, at(1, 11, 0)))).isEqualTo(new Refusal.OutsideHours(List.of()));
    }

    @Test
    void whatHoldsNowCountsNotWhatWasReadBefore() {
        var old = counter.salon();
        world.execute("update staff_member set active = false where name = 'Beto'");
        world.execute("update service set active = false where name = 'Tinte'");
        world.execute("update service set price_centavos = 30000 where name = 'Corte de cabello'");
        world.execute("delete from opening_hours where weekday = 5");
        assertThat(why(old, request(sofia, CORTE, at(1, 11, 0), BETO))).isEqualTo(new Refusal.CannotServe());
        assertThat(why(old, request(sofia, TINTE, at(1, 11, 0)))).isEqualTo(new Refusal.UnknownService());
        assertThat(why(old, request(sofia, CORTE, at(2, 11, 0)))).isInstanceOf(Refusal.OutsideHours.class);
        assertThat(counter.booked(request(sofia, CORTE, at(1, 11, 0))).price()).isEqualTo(Money.pesos(300));
        world.execute("update location set active = false");
        assertThat(why(old, request(sofia, CORTE, at(1, 12, 0)))).isEqualTo(new Refusal.UnknownService());
        assertThat(await(agenda.check(old, request(sofia, CORTE, at(1, 12, 0))))).contains(new Refusal.UnknownService());
    }

    @Test
    void whatRunsAlongsideCommitsWithTheBooking() {
        var alongside = new Recording(Uni.createFrom().voidItem(), Uni.createFrom().voidItem());
        await(agenda.book(counter.salon(), request(sofia, CORTE, at(1, 11, 0), LUPITA), "real", alongside));
        assertThat(alongside.calls).containsExactly("before", "after Sofía");
        var refused = new Recording(Uni.createFrom().voidItem(), Uni.createFrom().voidItem());
        await(agenda.book(counter.salon(), request(sofia, CORTE, at(1, 11, 0), LUPITA), "real", refused));
        assertThat(refused.calls).containsExactly("before");
    }

    @Test
    void aFailureAlongsideUndoesTheBookingAndReachesTheCaller() {
        var stale = new IllegalStateException("stale");
        var nothing = Uni.createFrom().voidItem();
        for (var alongside : List.of(new Recording(Uni.createFrom().failure(stale), nothing),
                new Recording(nothing, Uni.createFrom().failure(stale)))) {
            assertThatThrownBy(
                    () -> await(agenda.book(counter.salon(), request(sofia, CORTE, at(1, 11, 0)), "real", alongside)))
                    .isSameAs(stale);
        }
        assertThat(world.count("select count(*) from appointment")).isZero();
        assertThat(world.count("select count(*) from reservation")).isZero();
    }

    @Test
    void aVisitUnderWayIsStillUpcomingAndAPastOneIsNot() {
        var booked = counter.booked(request(sofia, CORTE, at(1, 11, 0)));
        clock.set(at(1, 11, 44));
        assertThat(await(agenda.upcoming(counter.salon(), sofia))).containsExactly(booked);
        clock.tick(Duration.ofMinutes(1));
        assertThat(await(agenda.upcoming(counter.salon(), sofia))).isEmpty();
    }

    @Test
    void anotherTenantsIdsFindNothing() {
        var booked = counter.booked(request(sofia, CORTE, at(1, 11, 0)));
        var salon = counter.salon();
        var stranger = new OrganizationId(UuidV7.next());
        world.execute("insert into organization (organization_id, name, slug, created_at) values ('%s', 'Otro', 'otro', now())"
                .formatted(stranger));
        var outsider = people.named(stranger, "Marta");
        var other = new Business(stranger, "Otro", "otro", salon.locations(), salon.services(), salon.staff(),
                salon.spots());
        assertThat(await(agenda.appointment(other, booked.id()))).isEmpty();
        assertThat(await(agenda.upcoming(other, sofia))).isEmpty();
        assertThat(why(other, request(outsider, CORTE, at(1, 12, 0)))).isEqualTo(new Refusal.UnknownService());
        assertThat(await(agenda.cancel(other, sofia, booked.id(), 0, Alongside.nothing())))
                .isEqualTo(new CancelOutcome.NotFound());
        assertThat(await(agenda.move(other, sofia, booked.id(), 0, at(1, 12, 0), Alongside.nothing())))
                .isEqualTo(new MoveOutcome.NotFound());
        assertThatThrownBy(() -> counter.book(request(outsider, CORTE, at(1, 12, 0))))
                .hasMessageContaining("appointment_organization_id_customer_id_fkey");
        assertThat(counter.kept(booked)).isEqualTo(booked);
        assertThat(world.count("select count(*) from appointment")).isOne();
    }

    @Test
    void aNameThatIsNoneIsNoBooking() {
        for (var name : List.of("", "  ", "x".repeat(81), "So\u0000fía")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BookingRequest.online(LOCATION, sofia, name, CORTE, at(1, 11, 0), Optional.empty()));
        }
        assertThat(
                BookingRequest.online(LOCATION, sofia, "💇".repeat(80), CORTE, at(1, 11, 0), Optional.empty()).customerName())
                .hasSize(160);
    }

    private void assertRefused(BookingRequest request, Class<? extends Refusal> why) {
        var salon = counter.salon();
        assertThat(await(agenda.check(salon, request))).get().isInstanceOf(why).isEqualTo(why(salon, request));
    }

    private Refusal why(Business business, BookingRequest request) {
        return ((BookingOutcome.Refused) await(agenda.book(business, request, "real", Alongside.nothing()))).why();
    }

    private List<ZonedDateTime> starts(SlotQuery query) {
        return await(agenda.slots(counter.salon(), query)).stream().map(Slot::start).toList();
    }

    private static LocalDate day(int later) {
        return SettableClock.START.toLocalDate().plusDays(later);
    }

    private static final class Recording implements Alongside {

        private final List<String> calls = new CopyOnWriteArrayList<>();
        private final Uni<Void> first;
        private final Uni<Void> last;

        Recording(Uni<Void> first, Uni<Void> last) {
            this.first = first;
            this.last = last;
        }

        @Override
        public Uni<Void> before(SqlConnection connection) {
            calls.add("before");
            return first;
        }

        @Override
        public Uni<Void> after(SqlConnection connection, Appointment appointment) {
            calls.add("after " + appointment.customerName());
            return last;
        }
    }
}
