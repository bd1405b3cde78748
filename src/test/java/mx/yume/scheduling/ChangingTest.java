package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BARBA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CARLA;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.CORTE_Y_BARBA;
import static mx.yume.testing.SalonLupita.LOCATION;
import static mx.yume.testing.SalonLupita.LUPITA;
import static mx.yume.testing.SalonLupita.MANICURE;
import static mx.yume.testing.SalonLupita.TINTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.platform.Explained;
import mx.yume.platform.Money;
import mx.yume.platform.UuidV7;
import mx.yume.scheduling.MoveOutcome.Changed;
import mx.yume.scheduling.MoveOutcome.Moved;
import mx.yume.scheduling.MoveOutcome.NotFound;
import mx.yume.scheduling.MoveOutcome.Refused;
import mx.yume.scheduling.MoveOutcome.Unchanged;

class ChangingTest extends AtTheCounter {

    private static final Actor.Staff BY_LUPITA = new Actor.Staff(LUPITA);
    private static final Change ONLINE = Change.none(Terms.ONLINE);
    private static final Change AT_THE_COUNTER = Change.none(Terms.COUNTER);

    private Appointment mine;

    @BeforeEach
    void anAppointment() {
        mine = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
    }

    @Test
    void anotherServiceAtTheSameTimeHasItsOwnLengthAndPrice() {
        var after = moved(bySofia(ONLINE.services(List.of(with(CORTE_Y_BARBA, BETO)))));
        assertThat(after.serviceName()).isEqualTo("Corte y barba");
        assertThat(after.start()).isEqualTo(mine.start());
        assertThat(after.end()).isEqualTo(at(1, 12, 0));
        assertThat(after.price()).isEqualTo(Money.pesos(350));
        assertThat(after).isEqualTo(counter.kept(mine));
        assertThat(count("select count(*) from appointment_part")).isOne();
        assertThat(count("select count(*) from reservation where ends_at = '2027-01-14 12:00-06'")).isEqualTo(2);
    }

    @Test
    void whatStaysWithTheSamePersonKeepsItsPrice() {
        execute("update service set price_centavos = price_centavos + 10000");
        var two = moved(bySofia(ONLINE.services(List.of(Wanted.of(BARBA), with(CORTE, BETO)))));
        assertThat(two.parts()).extracting(Part::price).containsExactly(Money.pesos(250), Money.pesos(250));
        assertThat(two.price()).isEqualTo(Money.pesos(500));
        assertThat(moved(bySofia(ONLINE.start(at(2, 16, 0)))).price()).isEqualTo(Money.pesos(500));
        assertThat(moved(bySofia(ONLINE.services(List.of(with(CORTE, LUPITA))))).price()).isEqualTo(Money.pesos(350));
    }

    @Test
    void theSameServiceTwiceKeepsOneBookedPrice() {
        execute("update service set price_centavos = 30000 where name = 'Corte de cabello'");
        var twice = moved(bySofia(ONLINE.services(List.of(with(CORTE, BETO), with(CORTE, BETO)))));
        assertThat(twice.parts()).extracting(Part::price).containsExactly(Money.pesos(250), Money.pesos(300));
    }

    @Test
    void anotherPersonGivesAllOfIt() {
        var after = moved(bySofia(ONLINE.staff(ANA)));
        assertThat(after.staff()).isEqualTo(ANA);
        assertThat(facts()).anyMatch(fact -> fact.contains("\"by\": \"customer\"")
                && fact.contains("\"left\": [\"" + BETO + "\"]"));
        assertThat(bySofia(ONLINE.staff(CARLA))).isEqualTo(new Refused(new Refusal.CannotServe()));
        assertThat(bySofia(ONLINE.services(List.of(with(TINTE, BETO))))).isEqualTo(new Refused(new Refusal.CannotServe()));
        assertThat(counter.kept(mine)).isEqualTo(after);
    }

    @Test
    void theBusinessMovesOffTheGridAndSaysThatItDid() {
        var after = moved(byLupita(AT_THE_COUNTER.start(at(1, 12, 7))));
        assertThat(after.start()).isEqualTo(at(1, 12, 7));
        assertThat(facts()).anyMatch(fact -> fact.contains("\"by\": \"business\"")
                && fact.contains("\"member\": \"" + LUPITA + "\""));
    }

    @Test
    void aCustomerHasNoSayInTheRules() {
        assertThat(bySofia(AT_THE_COUNTER.start(at(1, 12, 7)))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.why()).isInstanceOf(Refusal.OutsideHours.class));
        assertThat(bySofia(Change.to(at(1, 21, 0), Terms.AFTER_HOURS))).isInstanceOf(Refused.class);
        assertThat(counter.kept(mine)).isEqualTo(mine);
    }

    @Test
    void whoeverInsistsWorksAfterHours() {
        assertThat(byLupita(AT_THE_COUNTER.start(at(1, 21, 0)))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.why()).isInstanceOf(Refusal.OutsideHours.class));
        assertThat(moved(byLupita(Change.to(at(1, 21, 0), Terms.AFTER_HOURS))).start()).isEqualTo(at(1, 21, 0));
    }

    @Test
    void aLengthOfItsOwnStaysWithIt() {
        assertThat(moved(byLupita(AT_THE_COUNTER.length(Duration.ofMinutes(100)))).end()).isEqualTo(at(1, 12, 40));
        assertThat(moved(byLupita(AT_THE_COUNTER.start(at(2, 16, 0)))).end()).isEqualTo(at(2, 17, 40));
        counter.booked(request(diego, CORTE, at(2, 18, 0), BETO));
        var seen = counter.kept(mine);
        assertThat(await(agenda.checkChange(salon(), seen, ONLINE.start(at(2, 16, 30))))).hasValueSatisfying(
                why -> assertThat(why.alternatives()).allSatisfy(slot -> assertThat(slot.end())
                        .isEqualTo(slot.start().plusMinutes(100))));
        assertThat(moved(byLupita(AT_THE_COUNTER.start(at(3, 12, 0)).staff(LUPITA))).end()).as("hers are as long as they are")
                .isEqualTo(at(3, 12, 45));
    }

    @Test
    void aLengthOfItsOwnStaysInWhateverOrderTheServicesAreGiven() {
        moved(byLupita(
                AT_THE_COUNTER.services(List.of(with(MANICURE, ANA), with(CORTE, BETO))).length(Duration.ofMinutes(60))));
        counter.booked(request(diego, CORTE, at(2, 16, 45), BETO));
        var after = moved(byLupita(AT_THE_COUNTER.start(at(2, 15, 45))));
        assertThat(after.parts()).extracting(Part::serviceName).containsExactly("Corte de cabello", "Manicure");
        assertThat(after.parts()).extracting(Part::length).containsExactly(Duration.ofMinutes(60), Duration.ofMinutes(45));
        assertThat(moved(byLupita(AT_THE_COUNTER.start(at(3, 10, 0)))).parts()).extracting(Part::length)
                .contains(Duration.ofMinutes(60), Duration.ofMinutes(45));
    }

    @Test
    void aLengthThatRunsIntoTheNextVisitIsRefusedAndTheOldOneKept() {
        counter.booked(request(diego, CORTE, at(1, 12, 0), BETO));
        assertThat(byLupita(AT_THE_COUNTER.length(Duration.ofMinutes(61)))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.why()).isInstanceOfSatisfying(Refusal.SlotTaken.class, taken -> assertThat(
                        taken.alternatives()).isNotEmpty().allSatisfy(
                                slot -> assertThat(slot.end())
                                        .isEqualTo(slot.start().plusMinutes(61)))));
        assertThat(counter.kept(mine)).isEqualTo(mine);
        assertThat(moved(byLupita(AT_THE_COUNTER.length(Duration.ofMinutes(60)))).end()).isEqualTo(at(1, 12, 0));
    }

    @Test
    void lengthsThatAreNoneAreRefused() {
        for (var length : List.of(Duration.ZERO, Duration.ofMinutes(-30), Duration.ofMinutes(4), Duration.ofHours(13))) {
            assertThat(byLupita(AT_THE_COUNTER.length(length))).isEqualTo(new Refused(new Refusal.BadLength()));
        }
        assertThat(counter.kept(mine)).isEqualTo(mine);
    }

    @Test
    void whatIsAlreadySoIsNotChanged() {
        for (var same : List.of(ONLINE, ONLINE.start(mine.start()), ONLINE.services(List.of(Wanted.of(CORTE))),
                ONLINE.services(List.of(with(CORTE, BETO))), ONLINE.staff(BETO), ONLINE.location(LOCATION),
                ONLINE.length(Duration.ofMinutes(45)))) {
            assertThat(bySofia(same)).isEqualTo(new Unchanged(mine));
        }
        assertThat(((Explained) bySofia(ONLINE)).sentence()).isEqualTo("La cita ya está así.");
        assertThat(counter.kept(mine)).isEqualTo(mine);
        assertThat(facts()).hasSize(1);
    }

    @Test
    void anotherLocationIsAnotherPlaceAndAnotherZone() {
        var tijuana = new LocationId(UuidV7.next());
        execute("""
                insert into location (organization_id, id, name, address, zone, grid_minutes, notice_minutes, horizon_days, position)
                select organization_id, '%s', 'Tijuana', '', 'America/Tijuana', grid_minutes, notice_minutes, horizon_days, 1
                from location"""
                .formatted(tijuana));
        execute("""
                insert into opening_hours (organization_id, location_id, weekday, opens, closes)
                select organization_id, '%s', weekday, opens, closes from opening_hours""".formatted(tijuana));
        execute("""
                insert into spot (organization_id, id, location_id, name, kind, position)
                select organization_id, gen_random_uuid(), '%s', name, kind, position from spot""".formatted(tijuana));
        assertThat(byLupita(AT_THE_COUNTER.location(tijuana))).as("he does not work there").isInstanceOf(Refused.class);
        execute("""
                insert into staff_hours (organization_id, staff_id, location_id, weekday, opens, closes)
                select organization_id, staff_id, '%s', weekday, opens, closes from staff_hours""".formatted(tijuana));
        var after = moved(byLupita(AT_THE_COUNTER.location(tijuana).start(at(1, 14, 0))));
        assertThat(after.location()).isEqualTo(tijuana);
        assertThat(after.start().toLocalDateTime()).isEqualTo(at(1, 12, 0).toLocalDateTime());
        assertThat(count("select count(*) from appointment where zone = 'America/Tijuana'")).isOne();
        assertThat(byLupita(AT_THE_COUNTER.location(new LocationId(UuidV7.next()))))
                .isEqualTo(new Refused(new Refusal.UnknownLocation()));
    }

    @Test
    void severalServicesMoveTogetherOrNotAtAll() {
        var two = moved(bySofia(ONLINE.services(List.of(with(CORTE, BETO), with(MANICURE, ANA)))));
        assertThat(two.sideBySide()).isFalse();
        assertThat(two.parts()).extracting(Part::start).containsExactly(at(1, 11, 0), at(1, 11, 45));
        counter.booked(request(diego, MANICURE, at(1, 17, 0), ANA));
        assertThat(bySofia(ONLINE.start(at(1, 16, 45)))).isInstanceOf(Refused.class);
        assertThat(counter.kept(mine)).isEqualTo(two);
        assertThat(moved(bySofia(ONLINE.start(at(1, 17, 15)))).parts()).extracting(Part::start)
                .containsExactly(at(1, 17, 15), at(1, 18, 0));
        assertThat(bySofia(ONLINE.services(List.of()))).isEqualTo(new Refused(new Refusal.UnknownService()));
    }

    @Test
    void whatHasBegunIsTheBusinesssToChange() {
        clock.set(at(1, 11, 20));
        assertThat(bySofia(ONLINE.start(at(2, 11, 0)))).isEqualTo(new Changed(mine));
        var longer = moved(byLupita(AT_THE_COUNTER.services(List.of(with(CORTE, BETO), with(BARBA, BETO)))));
        assertThat(longer.start()).isEqualTo(mine.start());
        assertThat(longer.end()).isEqualTo(at(1, 12, 15));
        assertThat(byLupita(AT_THE_COUNTER.start(at(1, 11, 10)))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.why()).isInstanceOf(Refusal.InThePast.class));
        assertThat(moved(byLupita(AT_THE_COUNTER.start(at(1, 11, 30)))).start()).as("she is late")
                .isEqualTo(at(1, 11, 30));
    }

    @Test
    void whatIsMarkedIsNobodysToChange() {
        execute("update appointment set status = 'completed'");
        assertThat(byLupita(AT_THE_COUNTER.start(at(2, 11, 0)))).isEqualTo(new Changed(counter.kept(mine)));
        assertThat(((Explained) byLupita(AT_THE_COUNTER)).sentence()).isEqualTo("Esa cita ya se atendió.");
    }

    @Test
    void ofFiftyChangesAtOnceOneWins() {
        var outcomes = atOnce(IntStream.range(0, 50).mapToObj(each -> agenda.change(salon(), each % 2 == 0
                ? BY_LUPITA
                : new Actor.Customer(sofia), mine.id(), 0, ONLINE.start(at(2 + each % 2, 10 + each % 2, 15 * (each % 4))),
                Alongside.nothing())));
        assertThat(outcomes).filteredOn(Moved.class::isInstance).hasSize(1);
        assertThat(outcomes.stream().filter(new Changed(counter.kept(mine))::equals).count()).isEqualTo(49);
        assertThat(counter.kept(mine).version()).isEqualTo(1);
        assertThat(count("select count(*) from reservation")).isEqualTo(2);
    }

    @Test
    void refusalsAreExplained() {
        var unknown = await(agenda.change(salon(), BY_LUPITA, AppointmentId.next(), 0, ONLINE, Alongside.nothing()));
        assertThat(unknown).isEqualTo(new NotFound());
        assertThat(new NotFound().sentence()).isEqualTo("No encontré esa cita.");
        assertThat(new Changed(mine).sentence()).isEqualTo("Esa cita cambió o ya empezó. Revísala de nuevo.");
        assertThat(new Refused(new Refusal.CannotServe()).sentence()).isEqualTo(new Refusal.CannotServe().sentence());
        execute("update appointment set status = 'no_show'");
        assertThat(new Changed(counter.kept(mine)).sentence()).isEqualTo("Esa cita quedó como inasistencia.");
    }

    private MoveOutcome bySofia(Change change) {
        return await(agenda.change(salon(), new Actor.Customer(sofia), mine.id(), counter.kept(mine).version(), change,
                Alongside.nothing()));
    }

    private MoveOutcome byLupita(Change change) {
        return await(agenda.change(salon(), BY_LUPITA, mine.id(), counter.kept(mine).version(), change, Alongside.nothing()));
    }

    private static Appointment moved(MoveOutcome outcome) {
        return ((Moved) outcome).after();
    }

    private static Wanted with(ServiceId service, StaffId staff) {
        return new Wanted(service, Optional.of(staff));
    }

    private List<String> facts() {
        return yume.superuser().rows("select payload from job").stream().map(List::getFirst).toList();
    }
}
