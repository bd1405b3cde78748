package mx.yume.scheduling.blocks;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CARLA;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import mx.yume.business.LocationId;
import mx.yume.platform.UuidV7;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.blocks.BlockOutcome.Blocked;
import mx.yume.scheduling.blocks.UnblockOutcome.NotFound;
import mx.yume.scheduling.blocks.UnblockOutcome.Refused;
import mx.yume.scheduling.blocks.UnblockOutcome.Unblocked;

/** Time off that is given back. */
class UnblockingTest extends WithBlocks {

    @Test
    void whatOneActionBlockedIsGivenBackAtOnceAndLeavesNoRow() {
        counter.booked(request(sofia, CORTE, at(1, 12, 0), ANA));
        var vacation = (Blocked) await(blocks.block(salon(), new BlockRequest(new Who.Everybody(),
                new When.WholeDays(LOCATION, at(1, 0, 0).toLocalDate(), at(9, 0, 0).toLocalDate()), ""), true));
        var outcome = await(blocks.unblock(salon(), vacation.action(), "real"));
        assertThat(outcome).isInstanceOfSatisfying(Unblocked.class,
                freed -> assertThat(freed.staff()).containsExactlyInAnyOrderElementsOf(vacation.staff()));
        assertThat(outcome.sentence()).isEqualTo("Listo, ese tiempo ya no está bloqueado.");
        assertThat(count("select count(*) from block")).isZero();
        assertThat(count("select count(*) from reservation where appointment_id is null")).isZero();
        assertThat(count("select count(*) from reservation")).isEqualTo(2);
        counter.booked(request(sofia, CORTE, at(1, 12, 0), BETO));
    }

    @Test
    void givingBackTwiceFindsNothing() {
        var doctor = blocked(BETO, at(1, 11, 0), at(1, 13, 0));
        await(blocks.unblock(salon(), doctor.action(), "real"));
        var again = await(blocks.unblock(salon(), doctor.action(), "real"));
        assertThat(again).isEqualTo(new NotFound());
        assertThat(again.sentence()).isEqualTo("Ahí no hay nada bloqueado.");
        assertThat(await(blocks.unblock(salon(), BlockId.next(), "real"))).isEqualTo(new NotFound());
    }

    @Test
    void oneStretchIsGivenBackAndTheOthersOfItsActionStay() {
        block(new Who.Everybody(), from(at(1, 11, 0), at(1, 13, 0)), "Junta");
        var betos = timeOff().stream().filter(off -> off.staff().equals(BETO)).findFirst().orElseThrow();
        assertThat(await(blocks.unblock(salon(), betos.block().orElseThrow(), "real")))
                .isEqualTo(new Unblocked(List.of(BETO)));
        assertThat(timeOff()).extracting(TimeOff::staffName).containsExactlyInAnyOrder("Lupita", "Ana", "Carla");
        counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        assertThat(counter.refused(request(sofia, CORTE, at(1, 11, 0), ANA))).isInstanceOf(Refusal.SlotTaken.class);
    }

    @Test
    void whatALaterActionGrewOverIsItsOwn() {
        var both = (Blocked) block(new Who.These(Set.of(ANA, BETO)), from(at(1, 11, 0), at(1, 13, 0)), "");
        blocked(BETO, at(1, 12, 0), at(1, 14, 0));
        assertThat(await(blocks.unblock(salon(), both.action(), "real"))).isEqualTo(new Unblocked(List.of(ANA)));
        assertThat(reserved()).containsExactly(List.of("14 11:00", "14 14:00"));
    }

    @Test
    void aPartIsGivenBackFromTheMiddle() {
        var off = blocked(BETO, at(1, 11, 0), at(1, 18, 0), "Doctor");
        assertThat(unblocked(at(1, 15, 0), at(1, 16, 0))).isEqualTo(new Unblocked(List.of(BETO)));
        assertThat(reserved()).containsExactly(List.of("14 11:00", "14 15:00"), List.of("14 16:00", "14 18:00"));
        assertThat(timeOff()).extracting(TimeOff::reason).containsExactly("Doctor", "Doctor");
        counter.booked(request(sofia, CORTE, at(1, 15, 0), BETO));
        await(blocks.unblock(salon(), off.action(), "real"));
        assertThat(reserved()).isEmpty();
    }

    @Test
    void aPartIsGivenBackFromEitherEndOfOneOrSeveral() {
        blocked(BETO, at(1, 11, 0), at(1, 13, 0));
        blocked(BETO, at(1, 14, 0), at(1, 15, 0));
        blocked(BETO, at(1, 16, 0), at(1, 18, 0));
        unblocked(at(1, 12, 30), at(1, 17, 0));
        assertThat(reserved()).containsExactly(List.of("14 11:00", "14 12:30"), List.of("14 17:00", "14 18:00"));
        unblocked(at(1, 10, 0), at(1, 20, 0));
        assertThat(reserved()).isEmpty();
        assertThat(count("select count(*) from block")).isZero();
    }

    @Test
    void aPartAroundAVisitLeavesTheVisit() {
        counter.booked(request(sofia, CORTE, at(1, 12, 0), BETO));
        despite(BETO, at(1, 11, 0), at(1, 18, 0));
        unblocked(at(1, 12, 30), at(1, 14, 0));
        assertThat(reserved()).containsExactly(List.of("14 11:00", "14 12:00"), List.of("14 14:00", "14 18:00"));
        assertThat(count("select count(*) from reservation where appointment_id is not null")).isEqualTo(2);
    }

    @Test
    void whereNothingIsBlockedThereIsNothingToGiveBack() {
        blocked(BETO, at(1, 11, 0), at(1, 13, 0));
        assertThat(unblocked(at(1, 13, 0), at(1, 14, 0))).isEqualTo(new NotFound());
        assertThat(await(blocks.unblock(salon(), CARLA, from(at(1, 11, 0), at(1, 13, 0)), "real"))).isEqualTo(new NotFound());
        assertThat(reserved()).hasSize(1);
    }

    @Test
    void aPartThatMeansNothingIsRefused() {
        assertThat(unblocked(at(1, 13, 0), at(1, 12, 0))).isEqualTo(new Refused(new BlockRefusal.EndsBeforeItStarts()));
        var past = unblocked(at(0, 8, 0), at(0, 9, 0));
        assertThat(past).isEqualTo(new Refused(new BlockRefusal.InThePast()));
        assertThat(past.sentence()).isEqualTo("Ese tiempo ya pasó.");
        var nowhere = new When.WholeDays(new LocationId(UuidV7.next()), at(1, 0, 0).toLocalDate(), at(1, 0, 0).toLocalDate());
        assertThat(await(blocks.unblock(salon(), BETO, nowhere, "real")))
                .isEqualTo(new Refused(new BlockRefusal.UnknownLocation()));
    }

    @Test
    void whoeverWaitsIsToldOfTimeGivenBack() {
        waits();
        var doctor = blocked(BETO, at(1, 11, 0), at(1, 13, 0));
        assertThat(count("select count(*) from job where kind = 'time.freed'")).isZero();
        await(blocks.unblock(salon(), doctor.action(), "simulator"));
        assertThat(count("select count(*) from job where kind = 'time.freed' and origin = 'simulator'")).isOne();
    }

    private void waits() {
        execute("""
                insert into waitlist_entry (organization_id, id, customer_id, customer_name, location_id, earliest, latest, status,
                                            origin, created_at)
                select organization_id, gen_random_uuid(), '%s', 'Sofía', id, '2027-01-14 09:00-06', '2027-01-14 20:00-06',
                       'waiting', 'simulator', now() from location"""
                .formatted(sofia));
    }

    private UnblockOutcome unblocked(ZonedDateTime start, ZonedDateTime end) {
        return await(blocks.unblock(salon(), BETO, from(start, end), "real"));
    }
}
