package mx.yume.scheduling.calendar;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BARBA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.GELISH;
import static mx.yume.testing.SalonLupita.ID;
import static mx.yume.testing.SalonLupita.LOCATION;
import static mx.yume.testing.SalonLupita.LUPITA;
import static mx.yume.testing.SalonLupita.PEINADO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import mx.yume.business.LocationId;
import mx.yume.business.SpotId;
import mx.yume.business.premises.PremisesOutcome;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.Part;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.calendar.Answer.What;
import mx.yume.scheduling.calendar.Deactivating.Request;
import mx.yume.scheduling.calendar.DeactivationOutcome.CannotReassign;
import mx.yume.scheduling.calendar.DeactivationOutcome.Done;
import mx.yume.scheduling.calendar.DeactivationOutcome.HasFuture;
import mx.yume.scheduling.calendar.DeactivationOutcome.Refused;

/** What is given up, a skill, a service, a spot, a location, and what becomes of its appointments, on the real database. */
class DeactivatingWhatTest extends AtDeactivation {

    @Test
    void aSkillThatIsGivenUpAsksAboutItsOwnAppointmentsAlone() {
        var cut = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        counter.booked(request(sofia, BARBA, at(1, 12, 0), BETO));
        assertThat(await(deactivating().skill(BETO, CORTE, first(0)))).isEqualTo(new HasFuture(List.of(cut)));
        assertThat(salon().skilledIn(CORTE)).hasSize(3);
        var answer = new Request(ID, 0, BY_LUPITA, Optional.of(Answer.of(What.REASSIGN, List.of(cut))));
        assertThat(await(deactivating().skill(BETO, CORTE, answer)))
                .isEqualTo(new Done(List.of(new Fate.Reassigned(cut, counter.kept(cut)))));
        assertThat(counter.kept(cut).staff()).isEqualTo(LUPITA);
        assertThat(salon().skilledIn(CORTE)).hasSize(2);
        assertThat(counter.refused(request(sofia, CORTE, at(1, 16, 0), BETO))).isEqualTo(new Refusal.CannotServe());
    }

    @Test
    void aServiceWithAppointmentsAsksAndIsNotSoldAfterwards() {
        var nails = counter.booked(request(sofia, GELISH, at(1, 11, 0)));
        assertThat(gelish(Optional.empty())).isEqualTo(new HasFuture(List.of(nails)));
        assertThat(gelish(Optional.of(Answer.of(What.REASSIGN, List.of(nails))))).isEqualTo(new CannotReassign(List.of(nails)));
        assertThat(count(INACTIVE)).isZero();
        assertThat(gelish(Optional.of(Answer.of(What.KEEP, List.of(nails)))))
                .isEqualTo(new Done(List.of(new Fate.Kept(nails))));
        assertThat(counter.kept(nails)).isEqualTo(nails);
        assertThat(counter.refused(request(sofia, GELISH, at(2, 11, 0)))).isEqualTo(new Refusal.UnknownService());
    }

    @Test
    void aSpotsAppointmentsMoveToAnotherOfItsKindAndNobodyHearsOfIt() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        var chair = visit.spot().orElseThrow();
        assertThat(spot(chair, What.REASSIGN, visit)).isEqualTo(
                new Done(List.of(new Fate.Reassigned(visit, counter.kept(visit)))));
        assertThat(counter.kept(visit).spot()).isPresent().isNotEqualTo(visit.spot());
        assertThat(counter.kept(visit).staff()).isEqualTo(BETO);
        assertThat(count("select count(*) from reservation where resource_id = '%s'".formatted(chair))).isZero();
        assertThat(count("select count(*) from job where kind = 'appointment.moved'")).isZero();
    }

    @Test
    void aSpotWhoseKindIsTakenOrUniqueCannotBeRelieved() {
        var nails = counter.booked(request(sofia, GELISH, at(1, 11, 0)));
        assertThat(spot(nails.spot().orElseThrow(), What.REASSIGN, nails)).isEqualTo(new CannotReassign(List.of(nails)));
        var one = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        counter.booked(request(diego, CORTE, at(1, 11, 30), LUPITA));
        assertThat(spot(one.spot().orElseThrow(), What.REASSIGN, one)).isEqualTo(new CannotReassign(List.of(one)));
        assertThat(spot(one.spot().orElseThrow(), What.KEEP, one)).isEqualTo(new Done(List.of(new Fate.Kept(one))));
    }

    @Test
    void theLastLocationStaysAndAnotherLeaves() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        assertThat(location(LOCATION, Optional.empty())).isEqualTo(new Refused(new PremisesOutcome.LastLocation()));
        var branch = LocationId.next();
        execute("""
                insert into location (organization_id, id, name, address, zone, grid_minutes, notice_minutes, horizon_days, position)
                values ('%s', '%s', 'Sucursal', '', 'America/Tijuana', 15, 30, 60, 1)"""
                .formatted(ID, branch));
        assertThat(location(LOCATION, Optional.empty())).isEqualTo(new HasFuture(List.of(visit)));
        assertThat(location(branch, Optional.empty())).isEqualTo(new Done(List.of()));
        assertThat(location(LOCATION, Optional.empty())).isEqualTo(new Refused(new PremisesOutcome.LastLocation()));
    }

    @Test
    void aLocationsAppointmentsAreCancelledWithIt() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        execute("""
                insert into location (organization_id, id, name, address, zone, grid_minutes, notice_minutes, horizon_days, position)
                values ('%s', '%s', 'Sucursal', '', 'America/Tijuana', 15, 30, 60, 1)"""
                .formatted(ID, LocationId.next()));
        assertThat(location(LOCATION, Optional.of(Answer.of(What.CANCEL, List.of(visit))))).isInstanceOf(Done.class);
        assertThat(counter.kept(visit).status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(counter.refused(request(sofia, CORTE, at(1, 11, 0), BETO))).isEqualTo(new Refusal.UnknownLocation());
    }

    @Test
    void theNextPartOnTheSameSpotIsNotInTheWay() {
        execute("update service set buffer_after_minutes = 10");
        execute("update spot set active = false where name = 'Silla 2'");
        var both = booked(at(1, 11, 0), new Wanted(CORTE, Optional.of(BETO)), new Wanted(PEINADO, Optional.of(ANA)));
        execute("update spot set active = true where name = 'Silla 2'");
        var chair = both.spot().orElseThrow();
        assertThat(spot(chair, What.REASSIGN, both)).isInstanceOf(Done.class);
        assertThat(counter.kept(both).parts()).extracting(Part::spot).doesNotContain(Optional.of(chair)).hasSize(2);
        assertThat(count("select count(*) from reservation where kind = 'spot'")).isOne();
    }

    private DeactivationOutcome gelish(Optional<Answer> answer) {
        return await(deactivating().service(GELISH, asked("service", GELISH.value(), answer)));
    }

    private DeactivationOutcome spot(SpotId spot, What what, Appointment... shown) {
        return await(deactivating().spot(spot, asked("spot", spot.value(), Optional.of(Answer.of(what, List.of(shown))))));
    }

    private DeactivationOutcome location(LocationId id, Optional<Answer> answer) {
        return await(deactivating().location(id, asked("location", id.value(), answer)));
    }
}
