package mx.yume.scheduling.calendar;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BARBA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.ID;
import static mx.yume.testing.SalonLupita.LOCATION;
import static mx.yume.testing.SalonLupita.LUPITA;
import static mx.yume.testing.SalonLupita.MANICURE;
import static mx.yume.testing.SalonLupita.PEINADO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.business.premises.PremisesOutcome;
import mx.yume.business.team.TeamOutcome;
import mx.yume.platform.Explained;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.CancelOutcome;
import mx.yume.scheduling.Change;
import mx.yume.scheduling.MoveOutcome;
import mx.yume.scheduling.Part;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.attendance.Attendance;
import mx.yume.scheduling.attendance.VisitOutcome;
import mx.yume.scheduling.calendar.Answer.What;
import mx.yume.scheduling.calendar.DeactivationOutcome.CannotReassign;
import mx.yume.scheduling.calendar.DeactivationOutcome.Done;
import mx.yume.scheduling.calendar.DeactivationOutcome.HasFuture;
import mx.yume.scheduling.calendar.DeactivationOutcome.NotFound;
import mx.yume.scheduling.calendar.DeactivationOutcome.Refused;

/** Who of the staff leaves, and what becomes of their appointments, on the real database. */
class DeactivatingTest extends AtDeactivation {

    @Test
    void whoHasNothingAheadLeavesAtOnceAndIsNotBookedAnyMore() {
        assertThat(beto()).isEqualTo(new Done(List.of()));
        assertThat(count("select count(*) from staff_member where name = 'Beto' and not active and version = 1")).isOne();
        assertThat(counter.refused(request(sofia, CORTE, at(1, 11, 0), BETO))).isInstanceOf(Refusal.class);
        assertThat(counter.booked(request(sofia, CORTE, at(1, 11, 0))).staff()).isEqualTo(LUPITA);
        assertThat(beto()).isEqualTo(new NotFound());
    }

    @Test
    void whatIsOverOrCancelledOrHasBegunIsNotAhead() {
        counter.booked(request(sofia, CORTE, at(0, 11, 0), BETO));
        var gone = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        await(agenda.cancel(salon(), sofia, gone.id(), 0, Alongside.nothing()));
        counter.booked(request(sofia, CORTE, at(1, 11, 0), ANA));
        clock.set(at(0, 11, 0));
        assertThat(beto()).isEqualTo(new Done(List.of()));
    }

    @Test
    void untilThatIsAnsweredNothingChanges() {
        var later = counter.booked(request(diego, CORTE, at(2, 11, 0), BETO));
        var sooner = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        assertThat(beto()).isEqualTo(new HasFuture(List.of(sooner, later)));
        assertThat(count(INACTIVE)).isZero();
        assertThat(counter.kept(later)).isEqualTo(later);
    }

    @Test
    void whatCameSinceTheAnswerIsAskedAboutAgain() {
        var shown = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        var since = counter.booked(request(diego, CORTE, at(1, 12, 0), BETO));
        for (var what : What.values()) {
            assertThat(beto(what, shown)).isEqualTo(new HasFuture(List.of(shown, since)));
        }
        assertThat(count(INACTIVE)).isZero();
        assertThat(counter.kept(shown)).isEqualTo(shown);
    }

    @Test
    void keptAppointmentsStayAsTheyAreAndHoldTheirTime() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        assertThat(beto(What.KEEP, visit)).isEqualTo(new Done(List.of(new Fate.Kept(visit))));
        assertThat(counter.kept(visit)).isEqualTo(visit);
        assertThat(count("select count(*) from reservation")).isEqualTo(2);
        assertThat(count(INACTIVE)).isOne();
        assertThat(count("select count(*) from job where kind <> 'appointment.booked'")).isZero();
    }

    @Test
    void aKeptAppointmentCanStillBeCancelled() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        beto(What.KEEP, visit);
        assertThat(await(agenda.cancel(salon(), sofia, visit.id(), 0, Alongside.nothing())))
                .isInstanceOf(CancelOutcome.Cancelled.class);
        assertThat(count("select count(*) from reservation")).isZero();
    }

    @Test
    void aKeptAppointmentCanBeMovedToSomebodyElseByTheBusiness() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        beto(What.KEEP, visit);
        var moved = await(agenda.change(salon(), BY_LUPITA, visit.id(), 0, Change.none(Terms.COUNTER).staff(ANA),
                Alongside.nothing()));
        assertThat(moved).isInstanceOfSatisfying(MoveOutcome.Moved.class, done -> {
            assertThat(done.after().staff()).isEqualTo(ANA);
            assertThat(done.after().start()).isEqualTo(visit.start());
        });
        counter.booked(request(diego, CORTE, at(1, 11, 0), LUPITA));
    }

    @Test
    void aKeptAppointmentCanStillBeCompleted() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        beto(What.KEEP, visit);
        clock.set(at(1, 11, 30));
        assertThat(await(yume.the(Attendance.class).complete(salon(), BY_LUPITA, visit.id(), 0, Alongside.nothing())))
                .isInstanceOf(VisitOutcome.Done.class);
        assertThat(counter.kept(visit).status()).isEqualTo(AppointmentStatus.COMPLETED);
    }

    @Test
    void eachIsCancelledItsTimeGivenBackAndPeopleCanBeTold() {
        var one = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        var other = counter.booked(request(diego, CORTE, at(1, 12, 0), BETO));
        var hers = counter.booked(request(diego, CORTE, at(1, 11, 0), ANA));
        assertThat(beto(What.CANCEL, one, other)).isInstanceOfSatisfying(Done.class, done -> assertThat(done.fates())
                .containsExactly(new Fate.Cancelled(counter.kept(one)), new Fate.Cancelled(counter.kept(other))));
        assertThat(List.of(counter.kept(one), counter.kept(other))).extracting(Appointment::status)
                .containsOnly(AppointmentStatus.CANCELLED);
        assertThat(counter.kept(hers)).isEqualTo(hers);
        assertThat(count("select count(*) from reservation")).isEqualTo(2);
        assertThat(count("select count(*) from appointment where cancelled_by = 'business'")).isEqualTo(2);
        assertThat(count("""
                select count(*) from job where kind = 'appointment.cancelled' and payload ->> 'by' = 'business'
                   and payload ->> 'member' = '%s'""".formatted(LUPITA))).isEqualTo(2);
        counter.booked(request(diego, CORTE, at(1, 12, 0), LUPITA));
    }

    @Test
    void eachGoesToAnotherFreePersonAtTheSameTimeAndPrice() {
        counter.booked(request(diego, CORTE, at(1, 11, 0), LUPITA));
        var atEleven = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        var atFour = counter.booked(request(sofia, CORTE, at(1, 16, 0), BETO));
        assertThat(beto(What.REASSIGN, atEleven, atFour)).isEqualTo(new Done(List.of(
                new Fate.Reassigned(atEleven, counter.kept(atEleven)), new Fate.Reassigned(atFour, counter.kept(atFour)))));
        assertThat(counter.kept(atEleven)).satisfies(after -> {
            assertThat(after.staff()).isEqualTo(ANA);
            assertThat(after.spot()).isEqualTo(atEleven.spot());
            assertThat(after.start()).isEqualTo(atEleven.start());
            assertThat(after.end()).isEqualTo(atEleven.end());
            assertThat(after.price()).isEqualTo(atEleven.price());
            assertThat(after.version()).isEqualTo(1);
        });
        assertThat(counter.kept(atFour).staff()).isEqualTo(LUPITA);
        assertThat(count("select count(*) from reservation where resource_id = '%s'".formatted(BETO))).isZero();
        assertThat(count("select count(*) from reservation")).isEqualTo(6);
        assertThat(count("select count(*) from job where kind = 'appointment.moved' and payload -> 'left' ? '%s'"
                .formatted(BETO))).isEqualTo(2);
    }

    @Test
    void ifOneCannotBeReassignedThatOneIsListedAndNothingChanges() {
        var fine = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        var beard = counter.booked(request(sofia, BARBA, at(1, 12, 0), BETO));
        var lunches = counter.booked(request(sofia, CORTE, at(1, 14, 15), BETO));
        block(ANA, 1, 14, 0);
        assertThat(beto(What.REASSIGN, fine, beard, lunches)).isEqualTo(new CannotReassign(List.of(beard, lunches)));
        assertThat(counter.kept(fine)).isEqualTo(fine);
        assertThat(count(INACTIVE)).isZero();
        assertThat(count("select count(*) from reservation where resource_id = '%s'".formatted(BETO))).isEqualTo(3);
    }

    @Test
    void theOwnerNeverLeaves() {
        counter.booked(request(sofia, CORTE, at(1, 11, 0), LUPITA));
        assertThat(await(deactivating().staffMember(LUPITA, first(0)))).isEqualTo(new Refused(new TeamOutcome.OwnerStays()));
        assertThat(count(INACTIVE)).isZero();
    }

    @Test
    void whatTheBusinessDoesNotHaveIsNotFound() {
        assertThat(List.of(
                await(deactivating().staffMember(new StaffId(LOCATION.value()), first(0))),
                await(deactivating().skill(LUPITA, BARBA, first(0))),
                await(deactivating().service(new ServiceId(LOCATION.value()), first(0))),
                await(deactivating().spot(new SpotId(LOCATION.value()), first(0))),
                await(deactivating().location(new LocationId(BETO.value()), first(0)))))
                .containsOnly(new NotFound());
        execute("update location set active = false");
        assertThat(beto()).isEqualTo(new NotFound());
    }

    @Test
    void whatChangedSinceItWasSeenDoesNotLeave() {
        execute("update staff_member set version = 7 where name = 'Beto'");
        assertThat(await(deactivating().staffMember(BETO, first(6)))).isEqualTo(new Refused(new TeamOutcome.Changed(7)));
        assertThat(count(INACTIVE)).isZero();
    }

    @Test
    void everyRefusalIsSaidInSpanish() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        var refusals = List.<Explained>of(new HasFuture(List.of(visit)), new HasFuture(List.of(visit, visit)),
                new CannotReassign(List.of(visit)), new CannotReassign(List.of(visit, visit)), new NotFound(),
                new Refused(new PremisesOutcome.LastLocation()));
        assertThat(refusals).extracting(Explained::sentence).doesNotHaveDuplicates().allSatisfy(
                sentence -> assertThat(sentence).isNotBlank().matches(".*[.?]"));
        assertThat(new HasFuture(List.of(visit)).sentence()).isEqualTo("Tiene 1 cita por venir. ¿Qué hacemos con ella?");
    }

    /** Of a visit with Ana and Beto, Ana takes Beto's part, and with it one stretch of time. */
    @Test
    void whoeverIsInTheVisitAlreadyCanTakeTheOtherPartToo() {
        execute("update service set buffer_after_minutes = 10");
        var both = booked(at(1, 11, 0), new Wanted(CORTE, Optional.of(BETO)), new Wanted(PEINADO, Optional.of(ANA)));
        counter.booked(request(diego, CORTE, at(1, 11, 0), LUPITA));
        assertThat(beto(What.REASSIGN, both)).isInstanceOf(Done.class);
        assertThat(counter.kept(both).parts()).extracting(Part::staff).containsExactly(ANA, ANA);
        assertThat(counter.kept(both).parts()).extracting(Part::start)
                .containsExactlyElementsOf(both.parts().stream().map(Part::start).toList());
        assertThat(yume.superuser().rows("""
                select starts_at at time zone 'America/Mexico_City', ends_at at time zone 'America/Mexico_City'
                from reservation where resource_id = '%s'""".formatted(ANA)))
                .containsExactly(List.of("2027-01-14 11:00:00", "2027-01-14 12:40:00"));
    }

    @Test
    void whoGivesAnotherServiceOfItMeanwhileCannotTakeThisOneToo() {
        execute("update service set category = name");
        var atOnce = counter.booked(new BookingRequest(Optional.of(sofia), "Sofía", LOCATION,
                List.of(new Wanted(CORTE, Optional.of(BETO)), new Wanted(MANICURE, Optional.of(ANA))), true, at(1, 11, 0),
                Terms.ONLINE));
        assertThat(atOnce.parts()).extracting(Part::start).containsOnly(at(1, 11, 0));
        counter.booked(request(diego, CORTE, at(1, 11, 0), LUPITA));
        assertThat(beto(What.REASSIGN, atOnce)).isEqualTo(new CannotReassign(List.of(atOnce)));
        assertThat(counter.kept(atOnce)).isEqualTo(atOnce);
    }

    /** Corte y barba goes to Lupita or Ana; with a Barba, which only Beto gives, it goes to nobody. */
    @Test
    void oneTakesAllOrNobodyDoes() {
        var cuts = booked(at(1, 10, 0), new Wanted(CORTE, Optional.of(BETO)), new Wanted(PEINADO, Optional.of(BETO)));
        var beard = booked(at(1, 16, 0), new Wanted(CORTE, Optional.of(BETO)), new Wanted(BARBA, Optional.of(BETO)));
        assertThat(beto(What.REASSIGN, cuts, beard)).isEqualTo(new CannotReassign(List.of(beard)));
        var cancelled = await(agenda.cancel(salon(), sofia, beard.id(), 0, Alongside.nothing()));
        assertThat(cancelled).isInstanceOf(CancelOutcome.Cancelled.class);
        assertThat(beto(What.REASSIGN, cuts)).isInstanceOf(Done.class);
        assertThat(counter.kept(cuts).parts()).extracting(Part::staff).containsExactly(LUPITA, LUPITA);
    }

    private DeactivationOutcome beto() {
        return await(deactivating().staffMember(BETO, asked("staff_member", BETO.value(), Optional.empty())));
    }

    private DeactivationOutcome beto(What what, Appointment... shown) {
        return await(deactivating().staffMember(BETO,
                asked("staff_member", BETO.value(), Optional.of(Answer.of(what, List.of(shown))))));
    }

    /** An hour of somebody's time off. */
    private void block(StaffId member, int daysLater, int hour, int minute) {
        var from = at(daysLater, hour, minute);
        execute("""
                with off as (
                    insert into block (organization_id, id, action_id, staff_id, starts_at, ends_at, created_at)
                    values ('%1$s', gen_random_uuid(), gen_random_uuid(), '%2$s', '%3$s', '%4$s', now()) returning id)
                insert into reservation (organization_id, resource_id, kind, during, block_id)
                select '%1$s', '%2$s', 'staff', tstzrange('%3$s', '%4$s'), id from off""".formatted(ID, member,
                from.toOffsetDateTime(), from.plus(Duration.ofHours(1)).toOffsetDateTime()));
    }
}
