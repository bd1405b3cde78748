package mx.yume.scheduling.attendance;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BARBA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LOCATION;
import static mx.yume.testing.SalonLupita.LUPITA;
import static mx.yume.testing.SalonLupita.MANICURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.Change;
import mx.yume.scheduling.MoveOutcome;
import mx.yume.scheduling.Part;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.attendance.OverrunOutcome.BadLength;
import mx.yume.scheduling.attendance.OverrunOutcome.Changed;
import mx.yume.scheduling.attendance.OverrunOutcome.Hits;
import mx.yume.scheduling.attendance.OverrunOutcome.NotFound;
import mx.yume.scheduling.attendance.OverrunOutcome.Resized;

class OverrunTest extends AtTheCounter {

    private static final Actor.Staff BY_BETO = new Actor.Staff(BETO);

    private Overrun overruns;
    private Appointment visit;

    @BeforeEach
    void aVisitUnderWay() {
        overruns = yume.the(Overrun.class);
        visit = counter.booked(request(sofia, CORTE, at(1, 12, 0), BETO));
        clock.set(at(1, 12, 30));
    }

    @Test
    void itTakesLongerIntoLunchIfNobodyIsHit() {
        var resized = (Resized) overrun(20);
        assertThat(resized.before()).isEqualTo(visit);
        assertThat(resized.after()).isEqualTo(counter.kept(visit));
        assertThat(resized.after().end()).isEqualTo(at(1, 13, 5));
        assertThat(resized.after().version()).isEqualTo(1);
        assertThat(count("select count(*) from reservation where ends_at = '2027-01-14 13:05-06'")).isEqualTo(2);
        assertThat(((Resized) overrun(240)).after().end()).isEqualTo(at(1, 17, 5));
    }

    @Test
    void whatAnEarlierServiceKeepsFreeAfterItIsNotAddedToALongerLastOne() {
        execute("update service set buffer_after_minutes = 60 where name = 'Corte de cabello'");
        visit = counter.booked(new BookingRequest(Optional.of(sofia), "Sofía", LOCATION,
                List.of(new Wanted(CORTE, Optional.of(BETO)), new Wanted(BARBA, Optional.of(BETO))), false, at(1, 16, 0),
                Terms.COUNTER));
        assertThat(keptUntil("17:45")).isOne();
        assertThat(((Resized) overrun(20)).after().end()).isEqualTo(at(1, 17, 35));
        assertThat(keptUntil("17:45")).isOne();
        assertThat(((Resized) overrun(20)).after().end()).isEqualTo(at(1, 17, 55));
        assertThat(keptUntil("17:55")).isOne();
        assertThat(((Resized) overrun(-20)).after().end()).isEqualTo(at(1, 17, 35));
        assertThat(keptUntil("17:45")).isOne();
    }

    private long keptUntil(String time) {
        return count("""
                select count(*) from reservation where appointment_id = '%s' and resource_id = '%s'
                   and ends_at = '2027-01-14 %s-06'""".formatted(visit.id(), BETO, time));
    }

    @Test
    void whatWasHeldInsideTimeOffIsNotTakenAlthoughItRanOut() {
        execute("""
                insert into waitlist_entry (organization_id, id, customer_id, customer_name, location_id, earliest, latest, status,
                                            origin, created_at)
                select organization_id, gen_random_uuid(), '%s', 'Diego', id, '2027-01-14 09:00-06', '2027-01-14 20:00-06',
                       'offered', 'simulator', now() from location"""
                .formatted(diego));
        execute("""
                insert into waitlist_offer (organization_id, id, entry_id, starts_at, ends_at, status, offered_at, expires_at)
                select organization_id, gen_random_uuid(), id, '2027-01-14 13:00-06', '2027-01-14 13:45-06', 'open',
                       '2027-01-14 11:00-06', '2027-01-14 12:00-06' from waitlist_entry""");
        execute("""
                insert into reservation (organization_id, resource_id, kind, during, offer_id, held_until)
                select organization_id, '%s', 'staff', tstzrange(starts_at, ends_at), id, expires_at from waitlist_offer"""
                .formatted(BETO));
        execute("""
                insert into block (organization_id, id, action_id, staff_id, starts_at, ends_at, created_at)
                select organization_id, gen_random_uuid(), gen_random_uuid(), '%s', starts_at, ends_at, now()
                from waitlist_offer""".formatted(BETO));
        assertThat(overrun(20)).isEqualTo(new Hits(List.of(), false, true, Optional.of(at(1, 13, 0))));
        assertThat(((Resized) overrun(15)).after().end()).isEqualTo(at(1, 13, 0));
    }

    @Test
    void itSaysWhomItWouldHitAndChangesNothing() {
        execute("delete from staff_hours");
        execute("""
                insert into staff_hours (organization_id, staff_id, location_id, weekday, opens, closes)
                select m.organization_id, m.id, l.id, d, '10:00', '20:00'
                from staff_member m, location l, generate_series(1, 6) d where m.organization_id = l.organization_id""");
        clock.set(at(1, 11, 0));
        var next = counter.booked(request(diego, CORTE, at(1, 13, 0), BETO));
        clock.set(at(1, 12, 30));
        assertThat(overrun(20)).isEqualTo(new Hits(List.of(next), false, false, Optional.of(at(1, 13, 0))));
        assertThat(((Hits) overrun(20)).sentence()).isEqualTo("Se encima con la cita de Sofía (1:00 p.m.).");
        assertThat(counter.kept(visit)).isEqualTo(visit);
        assertThat(count("select count(*) from reservation where ends_at = '2027-01-14 12:45-06'")).isEqualTo(2);
        assertThat(((Resized) overrun(15)).after().end()).isEqualTo(at(1, 13, 0));
        assertThat(overrun(5)).isEqualTo(new Hits(List.of(next), false, false, Optional.empty()));
    }

    @Test
    void blocksAndTimesKeptForTheWaitingListAreInTheWayToo() {
        execute("""
                with b as (insert into block (organization_id, id, action_id, staff_id, starts_at, ends_at, created_at)
                           select organization_id, gen_random_uuid(), gen_random_uuid(), id, '2027-01-14 12:50-06',
                                  '2027-01-14 15:00-06', now() from staff_member where name = 'Beto' returning *)
                insert into reservation (organization_id, resource_id, kind, during, block_id)
                select organization_id, staff_id, 'staff', tstzrange(starts_at, ends_at), id from b""");
        hold("2027-01-14 12:55-06", "2027-01-14 12:35-06");
        assertThat(overrun(20)).isEqualTo(new Hits(List.of(), true, true, Optional.of(at(1, 12, 50))));
        assertThat(((Hits) overrun(20)).sentence()).isEqualTo("Se encima con un bloqueo y un lugar apartado.");
        assertThat(overrun(5)).isInstanceOf(Resized.class);
    }

    @Test
    void whatTheWaitingListHeldUntilNowIsFree() {
        hold("2027-01-14 12:45-06", "2027-01-14 12:30-06");
        assertThat(overrun(20)).isInstanceOf(Resized.class);
        assertThat(count("select count(*) from reservation where held_until is not null")).isZero();
    }

    @Test
    void whoFinishesEarlyGivesTheRestBack() {
        assertThat(((Resized) overrun(-10)).after().end()).isEqualTo(at(1, 12, 35));
        assertThat(count("select count(*) from reservation where ends_at = '2027-01-14 12:35-06'")).isEqualTo(2);
        assertThat(overrun(-5)).as("it would be over").isEqualTo(new BadLength());
    }

    @Test
    void onlyTheServiceThatEndsLastGrows() {
        clock.set(at(1, 11, 0));
        var change = Change.none(Terms.COUNTER).services(List.of(new Wanted(CORTE, Optional.of(BETO)),
                new Wanted(MANICURE, Optional.of(ANA)))).start(at(1, 16, 0));
        visit = ((MoveOutcome.Moved) await(agenda.change(salon(), BY_BETO, visit.id(), 0, change, Alongside.nothing())))
                .after();
        var after = ((Resized) overrun(30)).after();
        assertThat(after.parts()).extracting(Part::length).containsExactly(Duration.ofMinutes(45), Duration.ofMinutes(75));
        assertThat(count("select count(*) from reservation where ends_at = '2027-01-14 16:45-06'")).isEqualTo(2);
        assertThat(count("select count(*) from reservation where ends_at = '2027-01-14 18:00-06'")).isEqualTo(2);
        var moved = (MoveOutcome.Moved) await(agenda.change(salon(), BY_BETO, visit.id(), after.version(),
                Change.to(at(2, 16, 0), Terms.COUNTER), Alongside.nothing()));
        assertThat(Duration.between(moved.after().start(), moved.after().end())).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void lengthsThatMakeNoSenseAreRefused() {
        for (int minutes : new int[]{0, 4, -4, -41, 241, 24 * 60}) {
            assertThat(overrun(minutes)).as("%d", minutes).isEqualTo(new BadLength());
        }
        assertThat(new BadLength().sentence()).contains("5 minutos");
        assertThat(counter.kept(visit)).isEqualTo(visit);
    }

    @Test
    void aServiceLastsTwelveHoursAtMost() {
        for (int times = 0; times < 2; times++) {
            assertThat(overrun(240)).isInstanceOf(Resized.class);
        }
        assertThat(overrun(196)).isEqualTo(new BadLength());
        assertThat(overrun(195)).isInstanceOf(Resized.class);
        var longest = counter.kept(visit);
        assertThat(longest.end()).isEqualTo(at(2, 0, 0));
        assertThat(await(agenda.change(salon(), BY_BETO, visit.id(), longest.version(),
                Change.to(at(2, 9, 0), Terms.AFTER_HOURS), Alongside.nothing()))).as("it can still be moved")
                .isInstanceOf(MoveOutcome.Moved.class);
    }

    @Test
    void aVisitLastsSixteenHoursAtMost() {
        execute("update service set duration_minutes = 360 where name = 'Corte de cabello'");
        visit = counter.booked(new BookingRequest(Optional.of(sofia), "Sofía", LOCATION,
                List.of(new Wanted(CORTE, Optional.of(LUPITA)), new Wanted(BARBA, Optional.of(BETO))), false, at(1, 13, 0),
                Terms.AFTER_HOURS));
        for (int times = 0; times < 2; times++) {
            assertThat(overrun(240)).isInstanceOf(Resized.class);
        }
        assertThat(overrun(91)).isEqualTo(new BadLength());
        assertThat(overrun(90)).isInstanceOf(Resized.class);
    }

    @Test
    void whoFinishesEarlyIsNotThroughBeforeTheProcessing() {
        execute("""
                update service set processing_after_minutes = 15, processing_minutes = 20 where name = 'Corte de cabello'""");
        assertThat(overrun(-10)).isEqualTo(new BadLength());
        assertThat(overrun(-9)).isInstanceOf(Resized.class);
        assertThat(overrun(5)).isInstanceOf(Resized.class);
    }

    @Test
    void whatIsMarkedCancelledOrChangedIsNotExtended() {
        var stale = new Changed(counter.kept(visit));
        assertThat(await(overruns.overrun(salon(), BY_BETO, visit.id(), 7, Duration.ofMinutes(20), Alongside.nothing())))
                .isEqualTo(stale);
        assertThat(stale.sentence()).isNotBlank();
        execute("update appointment set status = 'completed'");
        assertThat(overrun(20)).isEqualTo(new Changed(counter.kept(visit)));
        assertThat(await(overruns.overrun(salon(), BY_BETO, AppointmentId.next(), 0, Duration.ofMinutes(20),
                Alongside.nothing()))).isEqualTo(new NotFound());
        assertThat(new NotFound().sentence()).isEqualTo("No encontré esa cita.");
    }

    @Test
    void ofFiftyAtOnceOneWins() {
        var salon = salon();
        var outcomes = atOnce(IntStream.range(0, 50).mapToObj(each -> overruns.overrun(salon, new Actor.Staff(LUPITA),
                visit.id(), 0, Duration.ofMinutes(5 + each), Alongside.nothing())));
        assertThat(outcomes.stream().filter(Resized.class::isInstance).count()).isOne();
        assertThat(outcomes.stream().filter(new Changed(counter.kept(visit))::equals).count()).isEqualTo(49);
    }

    private OverrunOutcome overrun(int minutes) {
        return await(overruns.overrun(salon(), BY_BETO, visit.id(), counter.kept(visit).version(), Duration.ofMinutes(minutes),
                Alongside.nothing()));
    }

    /** On the chair of the visit, for Diego. */
    private void hold(String from, String until) {
        execute("""
                with e as (insert into waitlist_entry (organization_id, id, customer_id, customer_name, location_id, earliest, latest,
                                                       status, origin, created_at)
                           select organization_id, gen_random_uuid(), '%s', 'Diego', id, '2027-01-14 10:00-06',
                                  '2027-01-14 20:00-06', 'offered', 'real', now() from location returning *),
                     o as (insert into waitlist_offer (organization_id, id, entry_id, starts_at, ends_at, status, offered_at,
                                                       expires_at)
                           select organization_id, gen_random_uuid(), id, '%s', '2027-01-14 14:00-06', 'open',
                                  '2027-01-14 12:20-06', '%s' from e returning *)
                insert into reservation (organization_id, resource_id, kind, during, offer_id, held_until)
                select organization_id, '%s', 'spot', tstzrange(starts_at, ends_at), id, expires_at from o"""
                .formatted(diego, from, until, visit.spot().orElseThrow()));
    }
}
