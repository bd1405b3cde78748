package mx.yume.scheduling.attendance;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LUPITA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.platform.Explained;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.scheduling.attendance.VisitOutcome.Changed;
import mx.yume.scheduling.attendance.VisitOutcome.Done;
import mx.yume.scheduling.attendance.VisitOutcome.NotFound;
import mx.yume.scheduling.attendance.VisitOutcome.NotNow;
import mx.yume.scheduling.attendance.VisitOutcome.TooEarly;
import mx.yume.scheduling.attendance.VisitOutcome.TooLate;

class AttendanceTest extends AtTheCounter {

    private static final Actor.Staff BY_BETO = new Actor.Staff(BETO);
    private static final Actor.Staff BY_LUPITA = new Actor.Staff(LUPITA);

    private Attendance attendance;
    private Appointment visit;

    @BeforeEach
    void aVisitThatHasBegun() {
        attendance = yume.the(Attendance.class);
        visit = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        clock.set(at(1, 11, 0));
    }

    @Test
    void aCompletedVisitGivesBackTheRestOfItsTime() {
        clock.set(at(1, 11, 20).plusSeconds(40));
        var done = (Done) complete();
        assertThat(done.before()).isEqualTo(visit);
        assertThat(done.after()).isEqualTo(counter.kept(visit));
        assertThat(done.after().status()).isEqualTo(AppointmentStatus.COMPLETED);
        assertThat(done.after().end()).as("as it was booked").isEqualTo(visit.end());
        assertThat(done.after().version()).isEqualTo(1);
        assertThat(stage()).isEqualTo(VisitStage.COMPLETED);
        assertThat(count("select count(*) from reservation where ends_at = '2027-01-14 11:20-06'")).isEqualTo(2);
        assertThat(count("select count(*) from appointment where attended_at = '2027-01-14 11:20:40-06'")).isOne();
        counter.booked(request(diego, CORTE, at(1, 12, 0), BETO));
    }

    @Test
    void whoDoesNotComeLeavesTheWholeTimeToOthers() {
        assertThat(noShow()).isInstanceOf(Done.class);
        assertThat(stage()).isEqualTo(VisitStage.NO_SHOW);
        assertThat(count("select count(*) from reservation")).isZero();
    }

    @Test
    void nothingIsSaidOfAVisitBeforeItBegins() {
        clock.set(at(1, 10, 59));
        assertThat(complete()).isEqualTo(new TooEarly(visit.start()));
        assertThat(noShow()).isEqualTo(new TooEarly(visit.start()));
        assertThat(((Explained) noShow()).sentence()).isEqualTo("Eso se puede a partir del jueves 14 de enero, 11:00 a.m.");
        assertThat(counter.kept(visit)).isEqualTo(visit);
    }

    @Test
    void mistakesAreCorrectedUntilTheVisitIsClosed() {
        complete();
        assertThat(noShow()).isInstanceOf(Done.class);
        assertThat(stage()).isEqualTo(VisitStage.NO_SHOW);
        assertThat(complete()).isInstanceOf(Done.class);
        assertThat(stage()).isEqualTo(VisitStage.COMPLETED);
        assertThat(complete()).isEqualTo(new NotNow(VisitStage.COMPLETED, counter.kept(visit)));
        clock.set(at(40, 12, 0));
        assertThat(close()).isInstanceOf(Done.class);
        assertThat(noShow()).isEqualTo(new NotNow(VisitStage.CLOSED, counter.kept(visit)));
        assertThat(close()).isEqualTo(new NotNow(VisitStage.CLOSED, counter.kept(visit)));
    }

    @Test
    void theOwnerBelievesACustomerWhoSaysTheyCame() {
        noShow();
        assertThat(dispute()).isInstanceOf(Done.class);
        assertThat(stage()).isEqualTo(VisitStage.DISPUTED);
        assertThat(complete()).as("the owner decides now").isEqualTo(new NotNow(VisitStage.DISPUTED, counter.kept(visit)));
        assertThat(settle(new Actor.Staff(ANA), true)).isEqualTo(new VisitOutcome.OnlyTheOwner());
        assertThat(settle(BY_LUPITA, true)).isInstanceOf(Done.class);
        assertThat(stage()).isEqualTo(VisitStage.COMPLETED);
        assertThat(rate(5, Optional.empty())).isInstanceOf(Done.class);
    }

    @Test
    void theOwnerStaysWithItAndThatIsTheEnd() {
        noShow();
        dispute();
        assertThat(settle(BY_LUPITA, false)).isInstanceOf(Done.class);
        assertThat(stage()).isEqualTo(VisitStage.CLOSED);
        assertThat(counter.kept(visit).status()).isEqualTo(AppointmentStatus.NO_SHOW);
        assertThat(dispute()).isEqualTo(new NotNow(VisitStage.CLOSED, counter.kept(visit)));
        assertThat(settle(BY_LUPITA, true)).isEqualTo(new NotNow(VisitStage.CLOSED, counter.kept(visit)));
    }

    @Test
    void whoIsSaidNotToHaveComeTwiceMayDisputeTwice() {
        noShow();
        dispute();
        settle(BY_LUPITA, true);
        assertThat(noShow()).isInstanceOf(Done.class);
        assertThat(stage()).isEqualTo(VisitStage.NO_SHOW);
        assertThat(dispute()).isInstanceOf(Done.class);
    }

    @Test
    void aNoShowCanBeDisputedForSevenDays() {
        clock.set(at(1, 12, 0));
        noShow();
        assertThat(close()).isEqualTo(new TooEarly(at(8, 12, 0)));
        clock.set(at(8, 12, 0));
        clock.tick(Duration.ofSeconds(1));
        assertThat(dispute()).isEqualTo(new TooLate(at(8, 12, 0)));
        assertThat(((Explained) dispute()).sentence()).contains("hasta el jueves 21 de enero");
        assertThat(close()).isInstanceOf(Done.class);
        assertThat(stage()).isEqualTo(VisitStage.CLOSED);
    }

    @Test
    void aVisitIsRatedOnceWithOneToFive() {
        complete();
        assertThat(rate(0, Optional.empty())).isEqualTo(new VisitOutcome.BadRating());
        assertThat(rate(6, Optional.empty())).isEqualTo(new VisitOutcome.BadRating());
        assertThat(rate(4, Optional.of("x".repeat(1001)))).isEqualTo(new VisitOutcome.LongComment());
        assertThat(rate(4, Optional.of("  Muy bien 💇\u0000  "))).isInstanceOf(Done.class);
        assertThat(counter.kept(visit).aftermath().rating()).hasValue(4);
        assertThat(count("select count(*) from appointment where rating_comment = 'Muy bien 💇\uFFFD'")).isOne();
        assertThat(stage()).isEqualTo(VisitStage.RATED);
        assertThat(rate(5, Optional.empty())).isEqualTo(new NotNow(VisitStage.RATED, counter.kept(visit)));
        assertThat(noShow()).as("who rated it was there").isEqualTo(new NotNow(VisitStage.RATED, counter.kept(visit)));
        assertThat(close()).isInstanceOf(Done.class);
        assertThat(stage()).isEqualTo(VisitStage.CLOSED);
    }

    @Test
    void aCommentMayHaveAThousandCharactersHoweverWide() {
        complete();
        assertThat(rate(5, Optional.of("💇".repeat(1000)))).isInstanceOf(Done.class);
    }

    @Test
    void aVisitIsRatedWithinThirtyDays() {
        assertThat(rate(5, Optional.empty())).isEqualTo(new NotNow(VisitStage.BOOKED, visit));
        complete();
        clock.set(at(31, 11, 45));
        assertThat(close()).isInstanceOf(Done.class);
        var other = completedVisit();
        clock.set(other.end().plusDays(30).plusSeconds(1));
        assertThat(await(attendance.rate(salon(), new Actor.Customer(sofia), other.id(), other.version(),
                new Rating(5, Optional.empty()), Alongside.nothing()))).isEqualTo(new TooLate(other.end().plusDays(30)));
        assertThat(count("select count(*) from appointment where rating is not null")).isZero();
    }

    @Test
    void aCompletedVisitIsNotClosedWhileItCanBeRated() {
        complete();
        assertThat(close()).isEqualTo(new TooEarly(visit.end().plusDays(30)));
    }

    @Test
    void ofFiftyWhoAnswerAtOnceOneWinsAndTheOthersSeeHowItIs() {
        var outcomes = atOnce(IntStream.range(0, 50).mapToObj(each -> each % 2 == 0
                ? attendance.complete(salon(), BY_BETO, visit.id(), 0, Alongside.nothing())
                : attendance.noShow(salon(), BY_LUPITA, visit.id(), 0, Alongside.nothing())));
        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> outcome.equals(new Changed(counter.kept(visit)))).hasSize(49);
        assertThat(counter.kept(visit).version()).isEqualTo(1);
    }

    @Test
    void nobodyElsesVisitIsFound() {
        complete();
        assertThat(await(attendance.rate(salon(), new Actor.Customer(diego), visit.id(), 1, new Rating(5, Optional.empty()),
                Alongside.nothing()))).isEqualTo(new NotFound());
        assertThat(await(attendance.complete(salon(), BY_BETO, AppointmentId.next(), 0, Alongside.nothing())))
                .isEqualTo(new NotFound());
        assertThat(List.of(new NotFound().sentence(), new VisitOutcome.OnlyTheOwner().sentence(),
                new VisitOutcome.BadRating().sentence(), new VisitOutcome.LongComment().sentence(),
                new Changed(visit).sentence(), new NotNow(VisitStage.CLOSED, visit).sentence())).doesNotHaveDuplicates();
    }

    @Test
    void visitsThatAreOverAndUnmarkedArePending() {
        var later = counter.booked(request(diego, CORTE, at(1, 12, 0), LUPITA));
        var marked = counter.booked(request(diego, CORTE, at(1, 12, 0), ANA));
        clock.set(at(1, 12, 45));
        await(attendance.complete(salon(), BY_BETO, marked.id(), 0, Alongside.nothing()));
        assertThat(VisitStage.of(visit, clock.instant())).isEqualTo(VisitStage.PENDING_ATTENDANCE);
        assertThat(await(attendance.pendingAttendance(salon(), Optional.empty()))).containsExactly(visit, later);
        assertThat(await(attendance.pendingAttendance(salon(), Optional.of(BETO)))).containsExactly(visit);
        assertThat(complete()).isInstanceOf(Done.class);
        assertThat(await(attendance.pendingAttendance(salon(), Optional.empty()))).containsExactly(later);
    }

    @Test
    void theSweepClosesWhatNobodyWillTouchAnyMore() {
        var closing = yume.the(Closing.class);
        var noShow = counter.booked(request(diego, CORTE, at(1, 12, 0), LUPITA));
        var disputed = counter.booked(request(diego, CORTE, at(1, 12, 0), ANA));
        var unmarked = counter.booked(request(diego, CORTE, at(1, 16, 0), ANA));
        clock.set(at(1, 12, 0));
        complete();
        await(attendance.noShow(salon(), BY_BETO, noShow.id(), 0, Alongside.nothing()));
        await(attendance.noShow(salon(), BY_BETO, disputed.id(), 0, Alongside.nothing()));
        await(attendance.dispute(salon(), new Actor.Customer(diego), disputed.id(), 1, Alongside.nothing()));
        assertThat(await(closing.sweep(at(8, 12, 0).toInstant()))).isZero();
        assertThat(await(closing.sweep(at(8, 12, 1).toInstant()))).isOne();
        assertThat(VisitStage.of(counter.kept(noShow), clock.instant())).isEqualTo(VisitStage.CLOSED);
        assertThat(await(closing.sweep(at(31, 11, 45).toInstant()))).isZero();
        assertThat(await(closing.sweep(at(31, 11, 46).toInstant()))).isOne();
        assertThat(stage()).isEqualTo(VisitStage.CLOSED);
        assertThat(await(closing.sweep(at(300, 12, 0).toInstant()))).isZero();
        assertThat(VisitStage.of(counter.kept(disputed), clock.instant())).isEqualTo(VisitStage.DISPUTED);
        assertThat(counter.kept(unmarked)).isEqualTo(unmarked);
    }

    @Test
    void theSweepClosesHoweverManyThereAre() {
        execute("""
                insert into appointment (organization_id, id, location_id, customer_name, starts_at, ends_at, local_start, zone,
                                         price_centavos, status, origin, created_at)
                select organization_id, gen_random_uuid(), location_id, 'Vieja', starts_at - interval '1 year',
                       ends_at - interval '1 year', local_start, zone, 0, 'completed', 'real', created_at
                from appointment, generate_series(1, 1001)""");
        assertThat(await(yume.the(Closing.class).sweep(clock.instant()))).isEqualTo(1001);
    }

    private VisitOutcome complete() {
        return await(attendance.complete(salon(), BY_BETO, visit.id(), version(), Alongside.nothing()));
    }

    private VisitOutcome noShow() {
        return await(attendance.noShow(salon(), BY_BETO, visit.id(), version(), Alongside.nothing()));
    }

    private VisitOutcome dispute() {
        return await(attendance.dispute(salon(), new Actor.Customer(sofia), visit.id(), version(), Alongside.nothing()));
    }

    private VisitOutcome settle(Actor.Staff by, boolean came) {
        return await(attendance.settle(salon(), by, visit.id(), version(), came, Alongside.nothing()));
    }

    private VisitOutcome rate(int stars, Optional<String> comment) {
        return await(rating(stars, comment));
    }

    private Uni<VisitOutcome> rating(int stars, Optional<String> comment) {
        return attendance.rate(salon(), new Actor.Customer(sofia), visit.id(), version(), new Rating(stars, comment),
                Alongside.nothing());
    }

    private VisitOutcome close() {
        return await(attendance.close(salon(), BY_BETO, visit.id(), version(), Alongside.nothing()));
    }

    private Appointment completedVisit() {
        var other = counter
                .booked(request(sofia, CORTE, clock.instant().atZone(at(0, 0, 0).getZone()).withHour(16).withMinute(0)
                        .plusDays(3), BETO));
        clock.set(other.end());
        return ((Done) await(attendance.complete(salon(), BY_BETO, other.id(), 0, Alongside.nothing()))).after();
    }

    private int version() {
        return counter.kept(visit).version();
    }

    private VisitStage stage() {
        return VisitStage.of(counter.kept(visit), clock.instant());
    }
}
