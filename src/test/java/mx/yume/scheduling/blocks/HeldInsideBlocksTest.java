package mx.yume.scheduling.blocks;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.platform.Database;
import mx.yume.scheduling.FreedTime;
import mx.yume.scheduling.Holds;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Reservations;
import mx.yume.testing.SalonLupita;

/** What the waiting list holds for somebody stays held in blocked time until it runs out, and is blocked from then on. */
class HeldInsideBlocksTest extends WithBlocks {

    private static final UUID OFFER = UUID.randomUUID();

    @BeforeEach
    void betosElevenOClockIsHeldForSofiaForHalfAnHour() {
        var entry = UUID.randomUUID();
        execute("""
                insert into waitlist_entry (organization_id, id, customer_id, customer_name, location_id, earliest, latest, status,
                                            origin, created_at)
                select organization_id, '%s', '%s', 'Sofía', id, '2027-01-14 09:00-06', '2027-01-14 20:00-06', 'offered',
                       'simulator', now() from location"""
                .formatted(entry, sofia));
        execute("""
                insert into waitlist_offer (organization_id, id, entry_id, starts_at, ends_at, status, offered_at, expires_at)
                select organization_id, '%s', id, '2027-01-14 11:00-06', '2027-01-14 12:00-06', 'open', '2027-01-13 10:00-06',
                       '2027-01-13 10:30-06' from waitlist_entry""".formatted(OFFER));
        execute("""
                insert into reservation (organization_id, resource_id, kind, during, offer_id, held_until)
                select organization_id, '%s', 'staff', tstzrange(starts_at, ends_at), id, expires_at from waitlist_offer"""
                .formatted(BETO));
    }

    @Test
    void theBlockLiesAroundIt() {
        blocked(BETO, at(1, 10, 0), at(1, 13, 0));
        assertThat(reserved()).containsExactly(List.of("14 10:00", "14 11:00"), List.of("14 12:00", "14 13:00"));
        assertThat(counter.refused(request(diego, CORTE, at(1, 11, 0), BETO))).isInstanceOf(Refusal.SlotTaken.class);
    }

    @Test
    void whoeverItIsForBooksItAndTheBlockClosesOverTheRest() {
        blocked(BETO, at(1, 10, 0), at(1, 13, 0));
        counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        assertThat(reserved()).containsExactly(List.of("14 10:00", "14 11:00"), List.of("14 11:45", "14 13:00"));
        assertThat(count("select count(*) from reservation where offer_id is not null")).isZero();
    }

    @Test
    void nobodyIsBookedThereAfterItRanOutAndTheBlockClosesOverIt() {
        blocked(BETO, at(1, 10, 0), at(1, 13, 0));
        clock.tick(Duration.ofMinutes(31));
        assertThat(counter.refused(request(diego, CORTE, at(1, 11, 0), BETO))).isInstanceOf(Refusal.SlotTaken.class);
        assertThat(counter.refused(request(sofia, CORTE, at(1, 11, 0), BETO))).isInstanceOf(Refusal.SlotTaken.class);
        runOut();
        assertThat(reserved()).containsExactly(List.of("14 10:00", "14 13:00"));
    }

    @Test
    void outsideBlocksWhatRanOutIsFreeAtOnce() {
        blocked(BETO, at(1, 12, 0), at(1, 13, 0));
        clock.tick(Duration.ofMinutes(31));
        counter.booked(request(diego, CORTE, at(1, 11, 0), BETO));
        assertThat(reserved()).containsExactly(List.of("14 12:00", "14 13:00"));
    }

    @Test
    void whatIsGivenBackAroundItLeavesItHeld() {
        var doctor = blocked(BETO, at(1, 10, 0), at(1, 13, 0));
        await(blocks.unblock(salon(), doctor.action(), "real"));
        assertThat(count("select count(*) from reservation where offer_id is not null")).isOne();
        assertThat(reserved()).isEmpty();
    }

    /** As the waiting list sees to it. */
    private void runOut() {
        var freed = yume.the(FreedTime.class);
        await(yume.the(Database.class).inTenant(SalonLupita.ID,
                connection -> Reservations.queueFor(connection, List.of(BETO.value()))
                        .chain(() -> Holds.release(connection, SalonLupita.ID, OFFER))
                        .chain(claims -> freed.freed(connection, SalonLupita.ID, "simulator", claims))));
    }
}
