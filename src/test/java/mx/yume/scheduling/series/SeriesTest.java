package mx.yume.scheduling.series;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BARBA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LUPITA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.business.Business;
import mx.yume.platform.Explained;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.MoveOutcome;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Slot;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.series.Occurrence.Conflict;
import mx.yume.scheduling.series.Occurrence.Free;
import mx.yume.scheduling.series.RestOutcome.Cancelled;
import mx.yume.scheduling.series.RestOutcome.NotFound;
import mx.yume.scheduling.series.RestOutcome.NotInASeries;
import mx.yume.scheduling.series.RestOutcome.NothingLeft;
import mx.yume.scheduling.series.SeriesOutcome.Booked;
import mx.yume.scheduling.series.SeriesOutcome.Conflicts;
import mx.yume.scheduling.series.SeriesOutcome.Planned;

/** Appointments that come back every few weeks. */
class SeriesTest extends AtTheCounter {

    private static final String OVERLAPS = """
            select count(*) from reservation one join reservation other
            on one.resource_id = other.resource_id and one.id < other.id
            and one.starts_at < other.ends_at and other.starts_at < one.ends_at""";

    private Series series;

    @BeforeEach
    void allOfThem() {
        series = yume.the(Series.class);
    }

    @AfterEach
    void nothingIsTwice() {
        assertThat(count(OVERLAPS)).isZero();
        assertThat(count("""
                select count(*) from appointment a where (status = 'confirmed') <> exists (
                    select 1 from reservation where appointment_id = a.id)""")).isZero();
    }

    @Test
    void everyTimeIsPlannedAndNothingWritten() {
        counter.booked(request(diego, BARBA, at(15, 12, 0)));
        var planned = (Planned) await(series.plan(salon(), request(sofia, BARBA, at(1, 12, 0)), new Rhythm(2, 4)));
        assertThat(planned.occurrences()).extracting(Occurrence::start)
                .containsExactly(at(1, 12, 0), at(15, 12, 0), at(29, 12, 0), at(43, 12, 0));
        assertThat(planned.occurrences().getFirst()).isInstanceOfSatisfying(Free.class,
                free -> assertThat(free.parts().getFirst().staff()).isEqualTo(BETO));
        assertThat(planned.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.why()).isInstanceOf(Refusal.SlotTaken.class);
            assertThat(conflict.why().alternatives()).extracting(Slot::start)
                    .containsExactly(at(15, 11, 30), at(15, 12, 30), at(15, 11, 15));
            assertThat(conflict.sentence()).isEqualTo("Esa hora ya no está libre.");
        });
        assertThat(count("select count(*) from appointment")).isOne();
    }

    @Test
    void allAreBookedAtOnce() {
        var booked = booked(shaveAtNoon(), new Rhythm(3, 5));
        assertThat(booked.appointments()).extracting(Appointment::start)
                .containsExactly(at(1, 12, 0), at(22, 12, 0), at(43, 12, 0), at(64, 12, 0), at(85, 12, 0));
        assertThat(booked.left()).isEmpty();
        assertThat(count("select count(*) from appointment where series_id = '" + booked.series() + "'")).isEqualTo(5);
        assertThat(count("select count(*) from series where every_weeks = 3 and times = 5")).isOne();
        assertThat(count("select count(*) from job where kind = 'appointment.booked'")).isEqualTo(5);
    }

    @Test
    void withConflictsNothingIsBookedUnlessTheFreeOnesAreWanted() {
        counter.booked(request(diego, BARBA, at(15, 12, 0)));
        var refused = (Conflicts) book(shaveAtNoon(), new Rhythm(2, 3), false);
        assertThat(refused.conflicts()).extracting(Conflict::start).containsExactly(at(15, 12, 0));
        assertThat(refused.free()).isEqualTo(2);
        assertThat(refused.sentence()).isEqualTo("Una de esas fechas no se puede.");
        assertThat(count("select count(*) from appointment")).isOne();
        assertThat(count("select count(*) from series")).isZero();
        var booked = (Booked) book(shaveAtNoon(), new Rhythm(2, 3), true);
        assertThat(booked.appointments()).extracting(Appointment::start).containsExactly(at(1, 12, 0), at(29, 12, 0));
        assertThat(booked.left()).extracting(Conflict::start).containsExactly(at(15, 12, 0));
    }

    @Test
    void withoutAnyFreeTimeNothingIsBooked() {
        var sunday = request(sofia, BARBA, at(4, 12, 0));
        assertThat(book(sunday, new Rhythm(1, 2), true)).isInstanceOfSatisfying(Conflicts.class,
                none -> assertThat(none.sentence()).isEqualTo("Ninguna de esas fechas se puede."));
        var past = request(sofia, BARBA, at(-13, 12, 0));
        assertThat(book(past, new Rhythm(1, 4), false)).isInstanceOfSatisfying(Conflicts.class,
                two -> assertThat(two.sentence()).isEqualTo("2 de esas fechas no se pueden."));
    }

    @Test
    void theTimeOfDayStaysWhenTheClocksChange() {
        execute("update location set zone = 'America/Tijuana'");
        var first = at(1, 12, 0).withZoneSameLocal(ZoneId.of("America/Tijuana"));
        var booked = booked(request(sofia, BARBA, first), new Rhythm(8, 6));
        assertThat(booked.appointments()).extracting(each -> each.start().toLocalTime()).containsOnly(LocalTime.NOON);
        assertThat(booked.appointments().stream().map(each -> each.start().getOffset()).distinct()).hasSize(2);
    }

    @Test
    void aYearAheadAtMostAndByTheRulesOfOnlineBooking() {
        var planned = (Planned) await(series.plan(salon(), shaveAtNoon(), new Rhythm(8, 8)));
        assertThat(planned.conflicts()).extracting(Conflict::start).containsExactly(at(393, 12, 0));
        assertThat(planned.conflicts().getFirst().why()).isInstanceOf(Refusal.BeyondHorizon.class);
        var offGrid = request(sofia, BARBA, at(1, 12, 5));
        assertThat(((Planned) await(series.plan(salon(), offGrid, new Rhythm(1, 2)))).conflicts()).hasSize(2);
        for (var terms : new Terms[]{Terms.COUNTER, Terms.AFTER_HOURS}) {
            var atTheCounter = new BookingRequest(offGrid.customer(), "Sofía", offGrid.location(), offGrid.services(), false,
                    offGrid.start(), terms);
            assertThat(((Planned) await(series.plan(salon(), atTheCounter, new Rhythm(1, 2)))).conflicts()).isEmpty();
        }
        execute("update staff_skill set online = false");
        assertThat(((Planned) await(series.plan(salon(), shaveAtNoon(), new Rhythm(1, 2)))).conflicts())
                .extracting(Conflict::why).containsOnly(new Refusal.NotOnline());
    }

    @Test
    void howOftenAndHowManyTimesHasLimits() {
        for (int weeks : new int[]{-1, 0, 9}) {
            assertThat(((Explained) book(shaveAtNoon(), new Rhythm(weeks, 4), true)).sentence())
                    .isEqualTo("Las citas se pueden repetir cada 1 a 8 semanas.");
        }
        for (int times : new int[]{-1, 1, 27}) {
            assertThat(((Explained) await(series.plan(salon(), shaveAtNoon(), new Rhythm(2, times)))).sentence())
                    .isEqualTo("Se pueden agendar de 2 a 26 citas de una vez.");
        }
        assertThat(booked(shaveAtNoon(), new Rhythm(2, 26)).appointments()).hasSize(26);
    }

    @Test
    void eachCanBeMovedAndCancelledAlone() {
        var booked = booked(shaveAtNoon(), new Rhythm(2, 3));
        var second = booked.appointments().get(1);
        assertThat(await(agenda.move(salon(), sofia, second.id(), 0, at(15, 16, 0), Alongside.nothing())))
                .isInstanceOf(MoveOutcome.Moved.class);
        assertThat(counter.kept(booked.appointments().getLast()).start()).isEqualTo(at(29, 12, 0));
    }

    @Test
    void theRestIsCancelledInOneAction() {
        var booked = booked(shaveAtNoon(), new Rhythm(2, 4));
        var cancelled = (Cancelled) cancelFrom(new Actor.Customer(sofia), booked.appointments().get(1).id());
        assertThat(cancelled.appointments()).extracting(Appointment::start)
                .containsExactly(at(15, 12, 0), at(29, 12, 0), at(43, 12, 0));
        assertThat(cancelled.appointments()).extracting(Appointment::status).containsOnly(AppointmentStatus.CANCELLED);
        assertThat(counter.kept(booked.appointments().getFirst()).status()).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(sentence(cancelFrom(new Actor.Staff(LUPITA), booked.appointments().get(2).id())))
                .isEqualTo("De ahí en adelante ya no queda ninguna cita por cancelar.");
        assertThat(cancelFrom(new Actor.Customer(sofia), booked.appointments().getLast().id())).isEqualTo(new NothingLeft());
    }

    @Test
    void whatHasBegunIsNotTheCustomersToCancel() {
        var booked = booked(shaveAtNoon(), new Rhythm(2, 2));
        clock.set(at(1, 12, 0));
        var cancelled = (Cancelled) cancelFrom(new Actor.Customer(sofia), booked.appointments().getFirst().id());
        assertThat(cancelled.appointments()).extracting(Appointment::start).containsExactly(at(15, 12, 0));
    }

    @Test
    void whatHasBegunOrIsOverStaysWhenStaffCancelTheRest() {
        var booked = booked(shaveAtNoon(), new Rhythm(1, 3));
        var first = booked.appointments().getFirst();
        clock.set(at(8, 12, 0));
        var cancelled = (Cancelled) cancelFrom(new Actor.Staff(LUPITA), first.id());
        assertThat(cancelled.appointments()).extracting(Appointment::start).containsExactly(at(15, 12, 0));
        assertThat(booked.appointments().subList(0, 2)).extracting(each -> counter.kept(each).status())
                .containsOnly(AppointmentStatus.CONFIRMED);
        assertThat(cancelFrom(new Actor.Staff(LUPITA), first.id())).isEqualTo(new NothingLeft());
    }

    @Test
    void aBusinessThatClosedItsLocationsSinceRefusesEveryTime() {
        var old = salon();
        execute("update location set active = false");
        var planned = (Planned) await(series.plan(old, shaveAtNoon(), new Rhythm(2, 3)));
        assertThat(planned.conflicts()).hasSize(3).extracting(Conflict::why).containsOnly(new Refusal.UnknownService());
        var refused = (Conflicts) await(series.book(old, shaveAtNoon(), new Rhythm(2, 3), true, "simulator",
                Alongside.nothing()));
        assertThat(refused.conflicts()).isEqualTo(planned.conflicts());
        assertThat(count("select count(*) from series")).isZero();
    }

    @Test
    void onlyASeriesHasARestAndOnlyItsOwnPeopleCancelIt() {
        var single = counter.booked(request(sofia, CORTE, at(2, 12, 0), ANA));
        assertThat(cancelFrom(new Actor.Customer(sofia), single.id())).isEqualTo(new NotInASeries());
        assertThat(sentence(new NotInASeries())).isEqualTo("Esa cita no se repite.");
        var booked = booked(shaveAtNoon(), new Rhythm(2, 2));
        assertThat(cancelFrom(new Actor.Customer(diego), booked.appointments().getFirst().id())).isEqualTo(new NotFound());
        assertThat(sentence(cancelFrom(new Actor.Staff(LUPITA), AppointmentId.next()))).isEqualTo("No encontré esa cita.");
        var salon = salon();
        var other = new Business(new OrganizationId(UUID.randomUUID()), "Otro", "otro", salon.locations(), salon.services(),
                salon.staff(), salon.spots());
        assertThat(await(series.cancelFrom(other, new Actor.Staff(LUPITA), booked.appointments().getFirst().id(),
                Optional.empty(), Alongside.nothing()))).isEqualTo(new NotFound());
    }

    @Test
    void ofManyAtOnceEachTimeGoesToOne() {
        var salon = salon();
        var outcomes = atOnce(IntStream.range(0, 20).mapToObj(each -> series.book(salon,
                request(each % 2 == 0 ? sofia : diego, BARBA, at(1 + 7 * (each % 3), 12, 0)), new Rhythm(1, 4), each % 4 == 0,
                "simulator", Alongside.nothing())));
        assertThat(outcomes).hasSize(20).filteredOn(Booked.class::isInstance).isNotEmpty();
        assertThat(count("select count(*) - count(distinct starts_at) from appointment")).isZero();
    }

    private BookingRequest shaveAtNoon() {
        return request(sofia, BARBA, at(1, 12, 0));
    }

    private SeriesOutcome book(BookingRequest first, Rhythm rhythm, boolean onlyFree) {
        return await(series.book(salon(), first, rhythm, onlyFree, "simulator", Alongside.nothing()));
    }

    private Booked booked(BookingRequest first, Rhythm rhythm) {
        return (Booked) book(first, rhythm, false);
    }

    private RestOutcome cancelFrom(Actor actor, AppointmentId from) {
        return await(series.cancelFrom(salon(), actor, from, Optional.empty(), Alongside.nothing()));
    }

    private static String sentence(RestOutcome outcome) {
        return ((Explained) outcome).sentence();
    }
}
