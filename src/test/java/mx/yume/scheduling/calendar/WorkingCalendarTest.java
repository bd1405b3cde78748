package mx.yume.scheduling.calendar;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.ID;
import static mx.yume.testing.SalonLupita.LOCATION;
import static mx.yume.testing.SalonLupita.LUPITA;
import static mx.yume.testing.WallClock.daily;
import static mx.yume.testing.WallClock.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import mx.yume.business.LocationId;
import mx.yume.business.StaffId;
import mx.yume.business.hours.BreakPlan;
import mx.yume.business.hours.HoursOutcome;
import mx.yume.platform.Explained;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.scheduling.BookingOutcome;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Slot;
import mx.yume.scheduling.SlotQuery;
import mx.yume.scheduling.calendar.CalendarChange.DropBreak;
import mx.yume.scheduling.calendar.CalendarChange.Open;
import mx.yume.scheduling.calendar.CalendarChange.OpenAsUsual;
import mx.yume.scheduling.calendar.CalendarChange.OpenOn;
import mx.yume.scheduling.calendar.CalendarChange.TakeBreaks;
import mx.yume.scheduling.calendar.CalendarChange.Work;
import mx.yume.scheduling.calendar.CalendarChange.WorkAsUsual;
import mx.yume.scheduling.calendar.CalendarChange.WorkOn;
import mx.yume.scheduling.calendar.CalendarOutcome.Done;
import mx.yume.scheduling.calendar.CalendarOutcome.NotFound;
import mx.yume.scheduling.calendar.CalendarOutcome.Refused;
import mx.yume.scheduling.calendar.CalendarOutcome.Strands;

/** Changes of hours, special days and breaks, which look at the agenda first, on the real database. */
class WorkingCalendarTest extends AtTheCounter {

    private static final LocalDate THURSDAY = LocalDate.of(2027, 1, 14);
    private static final String TOUCHED = """
            select (select count(*) from special_day) + (select count(*) from staff_special_day)
                 + (select count(*) from weekly_break) + (select sum(version) from location)
                 + (select sum(version) from staff_member)""";

    @Test
    void anEmptyDayClosesAtOnceAndNobodyBooksIt() {
        assertThat(change(closed())).isEqualTo(new Done(new HoursOutcome.Done(1), List.of()));
        assertThat(starts(THURSDAY)).isEmpty();
        assertThat(starts(THURSDAY.plusDays(1))).isNotEmpty();
        assertThat(counter.refused(request(sofia, CORTE, at(1, 11, 0)))).isInstanceOf(Refusal.OutsideHours.class);
    }

    @Test
    void closingABookedDayListsItsAppointmentsAndChangesNothing() {
        var later = counter.booked(request(diego, CORTE, at(1, 17, 0), BETO));
        var sooner = counter.booked(request(sofia, CORTE, at(1, 11, 0), ANA));
        counter.booked(request(sofia, CORTE, at(2, 11, 0), ANA));
        assertThat(change(closed())).isEqualTo(new Strands(List.of(sooner, later)));
        assertThat(count(TOUCHED)).isZero();
        assertThat(starts(THURSDAY)).isNotEmpty();
    }

    @Test
    void onceAcceptedItClosesAndTheyStayWhereTheyAre() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 11, 0), ANA));
        assertThat(change(closed(), visit)).isEqualTo(new Done(new HoursOutcome.Done(1), List.of(visit)));
        assertThat(counter.kept(visit)).isEqualTo(visit);
        assertThat(count("select count(*) from reservation")).isEqualTo(2);
        assertThat(starts(THURSDAY)).isEmpty();
    }

    @Test
    void whatWasBookedSinceTheListIsListedToo() {
        var shown = counter.booked(request(sofia, CORTE, at(1, 11, 0), ANA));
        var since = counter.booked(request(diego, CORTE, at(1, 12, 0), ANA));
        assertThat(change(closed(), shown)).isEqualTo(new Strands(List.of(shown, since)));
        assertThat(count(TOUCHED)).isZero();
    }

    @Test
    void aDayWithOtherHoursListsOnlyWhatEndsOutside() {
        counter.booked(request(sofia, CORTE, at(1, 11, 0), ANA));
        var last = counter.booked(request(diego, CORTE, at(1, 13, 30), ANA));
        assertThat(change(openOn("10:00-14:00"))).isEqualTo(new Strands(List.of(last)));
        assertThat(change(openOn("10:00-14:15"))).isInstanceOf(Done.class);
        assertThat(starts(THURSDAY)).last().isEqualTo(at(1, 12, 45));
    }

    @Test
    void aDayMadeUsualAgainListsWhatOnlyItsLongerHoursCarried() {
        change(openOn("10:00-22:00"));
        change(new WorkOn(ANA, THURSDAY, Map.of(LOCATION, List.of(hours("10:00-22:00"))), ""));
        var late = counter.booked(request(sofia, CORTE, at(1, 20, 0), ANA));
        assertThat(change(new OpenAsUsual(LOCATION, THURSDAY))).isEqualTo(new Strands(List.of(late)));
        assertThat(change(new WorkAsUsual(ANA, THURSDAY))).isEqualTo(new Strands(List.of(late)));
        assertThat(change(new OpenAsUsual(LOCATION, THURSDAY), late)).isInstanceOf(Done.class);
        assertThat(change(new OpenAsUsual(LOCATION, THURSDAY))).isEqualTo(new NotFound());
    }

    @Test
    void anotherWeekListsWhatItLeavesOutsideOnAnyDayAhead() {
        var thursday = counter.booked(request(sofia, CORTE, at(1, 19, 0), ANA));
        counter.booked(request(sofia, CORTE, at(2, 11, 0), ANA));
        var inSevenWeeks = counter.booked(request(diego, CORTE, at(49, 18, 30), LUPITA));
        var shorter = new Open(LOCATION, 0, daily("10:00-18:00"));
        assertThat(change(shorter)).isEqualTo(new Strands(List.of(thursday, inSevenWeeks)));
        assertThat(salon().location().hours().on(DayOfWeek.THURSDAY)).containsExactly(hours("10:00-20:00"));
        assertThat(change(shorter, thursday, inSevenWeeks))
                .isEqualTo(new Done(new HoursOutcome.Done(1), List.of(thursday, inSevenWeeks)));
        assertThat(salon().location().hours()).isEqualTo(daily("10:00-18:00"));
    }

    @Test
    void aWeekThatSomebodyElseChangedSinceIsNotOverwritten() {
        assertThat(change(new Open(LOCATION, 0, daily("10:00-18:00")))).isInstanceOf(Done.class);
        assertThat(change(new Open(LOCATION, 0, daily("10:00-19:00"))))
                .isEqualTo(new Refused(new HoursOutcome.Changed(1)));
        assertThat(change(new Work(ANA, 5, LOCATION, daily("10:00-19:00"))))
                .isEqualTo(new Refused(new HoursOutcome.Changed(0)));
    }

    @Test
    void somebodysWeekAndDayOffListTheirsAlone() {
        counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        var hers = counter.booked(request(diego, CORTE, at(1, 11, 0), ANA));
        assertThat(change(new Work(ANA, 0, LOCATION, daily("12:00-20:00")))).isEqualTo(new Strands(List.of(hers)));
        assertThat(change(new WorkOn(ANA, THURSDAY, Map.of(), "Boda"))).isEqualTo(new Strands(List.of(hers)));
        assertThat(count(TOUCHED)).isZero();
        assertThat(change(new WorkOn(ANA, THURSDAY, Map.of(), "Boda"), hers)).isInstanceOf(Done.class);
        assertThat(change(new WorkOn(LUPITA, THURSDAY, Map.of(), ""))).isInstanceOf(Done.class);
        assertThat(counter.kept(hers)).isEqualTo(hers);
    }

    @Test
    void lunchForSeveralComesAndGoesInOneAction() {
        var during = counter.booked(request(sofia, CORTE, at(1, 16, 15), BETO));
        var snack = new TakeBreaks(Set.of(ANA, BETO), new BreakPlan(Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                hours("16:30-17:00"), THURSDAY, Optional.empty(), "Café"));
        assertThat(change(snack)).isEqualTo(new Strands(List.of(during)));
        assertThat(count(TOUCHED)).isZero();
        var made = (HoursOutcome.BreaksChanged) ((Done) change(snack, during)).written();
        assertThat(made.breaks()).hasSize(4);
        var one = made.breaks().iterator().next();
        assertThat(change(new DropBreak(one, true))).isEqualTo(new Done(made, List.of()));
        assertThat(change(new DropBreak(one, true))).isEqualTo(new NotFound());
        assertThat(count("select count(*) from weekly_break")).isZero();
    }

    @Test
    void oneBreakOfSeveralCanGoAlone() {
        var made = (HoursOutcome.BreaksChanged) ((Done) change(new TakeBreaks(Set.of(ANA, BETO), new BreakPlan(
                Set.of(DayOfWeek.THURSDAY), hours("16:30-17:00"), THURSDAY, Optional.empty(), "Café")))).written();
        assertThat(change(new DropBreak(made.breaks().iterator().next(), false))).isInstanceOf(Done.class);
        assertThat(count("select count(*) from weekly_break")).isOne();
    }

    @Test
    void hoursPastMidnightAreAskedAbout() {
        var night = openOn("18:00-02:00");
        assertThat(change(night)).isEqualTo(new Refused(new HoursOutcome.CrossesMidnight(hours("18:00-02:00"))));
        assertThat(await(calendar().change(ID, night, Consent.NONE.toMidnight()))).isInstanceOf(Done.class);
        assertThat(change(openOn("18:00-07:00"))).isEqualTo(
                new Refused(new HoursOutcome.ClosesTooLate(hours("18:00-07:00"))));
    }

    @Test
    void whatCannotBeIsRefusedInSpanish() {
        var yesterday = LocalDate.of(2027, 1, 12);
        var nobodysBreak = new TakeBreaks(Set.of(), new BreakPlan(Set.of(DayOfWeek.MONDAY), hours("13:00-14:00"), THURSDAY,
                Optional.empty(), ""));
        var refused = Stream.<CalendarChange>of(new OpenOn(LOCATION, yesterday, List.of(), ""),
                new OpenOn(LOCATION, THURSDAY, List.of(), "x".repeat(121)),
                new OpenOn(LOCATION, THURSDAY, List.of(hours("10:00-14:00"), hours("13:00-15:00")), ""),
                new Open(LOCATION, 0, daily("10:00-10:00")), new Work(ANA, 0, LOCATION, daily("10:00-10:00")),
                new WorkOn(ANA, yesterday, Map.of(), ""), nobodysBreak).map(this::change).toList();
        assertThat(refused).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Refused.class))
                .extracting(outcome -> ((Explained) outcome).sentence()).allSatisfy(
                        sentence -> assertThat(sentence).isNotBlank().matches(".*[.?]"));
        assertThat(count(TOUCHED)).isZero();
    }

    @Test
    void nobodyWorksAtTwoLocationsAtOnce() {
        var branch = LocationId.next();
        execute("""
                insert into location (organization_id, id, name, address, zone, grid_minutes, notice_minutes, horizon_days, position)
                values ('%s', '%s', 'Sucursal', '', 'America/Tijuana', 15, 30, 60, 1)"""
                .formatted(ID, branch));
        assertThat(change(new Work(ANA, 0, branch, daily("09:00-11:00")))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.why()).isInstanceOf(HoursOutcome.ElsewhereThen.class));
        assertThat(change(new Work(ANA, 0, branch, daily("08:00-09:30")))).isInstanceOf(Done.class);
    }

    @Test
    void whatTheBusinessDoesNotHaveIsNotFound() {
        var nowhere = LocationId.next();
        var nobody = new StaffId(nowhere.value());
        assertThat(Stream.of(new OpenOn(nowhere, THURSDAY, List.of(), ""), new Open(nowhere, 0, daily("10:00-18:00")),
                new OpenAsUsual(LOCATION, THURSDAY), new WorkAsUsual(ANA, THURSDAY), new WorkOn(nobody, THURSDAY, Map.of(), ""),
                new Work(nobody, 0, LOCATION, daily("10:00-18:00"))).map(this::change)).containsOnly(new NotFound());
        execute("update location set active = false");
        assertThat(change(closed())).isEqualTo(new NotFound());
    }

    @Test
    void theQuestionCountsTheAppointments() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 11, 0), ANA));
        assertThat(new Strands(List.of(visit)).sentence())
                .isEqualTo("Con ese cambio 1 cita quedaría fuera. ¿La dejamos como está?");
        assertThat(new Strands(List.of(visit, visit)).sentence()).contains("2 citas quedarían fuera");
        assertThat(new NotFound().sentence()).isNotBlank();
    }

    /** However they meet: what is booked on that day was listed, or came before it was refused. */
    @Test
    void aBookingThatRacesWithClosingTheDayIsListedOrRefused() {
        for (int round = 0; round < 40; round++) {
            int day = 1 + round % 2;
            var closing = calendar().change(ID, new OpenOn(LOCATION, at(day, 10, 0).toLocalDate(), List.of(), ""),
                    Consent.NONE);
            var bookings = IntStream.range(0, 6).mapToObj(each -> agenda.book(salon(),
                    request(sofia, CORTE, at(day, 10 + each % 3, 0), each % 2 == 0 ? ANA : BETO), "simulator",
                    Alongside.nothing()));
            var outcomes = atOnce(Stream.concat(Stream.of(closing), bookings));
            var booked = outcomes.stream().filter(BookingOutcome.Booked.class::isInstance)
                    .map(outcome -> ((BookingOutcome.Booked) outcome).appointment().id()).toList();
            switch ((CalendarOutcome) outcomes.getFirst()) {
                case Done done -> assertThat(List.of(booked, done.outside())).containsOnly(List.of());
                case Strands strands -> {
                    assertThat(booked).containsAll(strands.appointments().stream().map(Appointment::id).toList());
                    assertThat(count("select count(*) from special_day")).isZero();
                }
                case Refused _,NotFound _ -> assertThat(outcomes.getFirst()).isInstanceOf(Done.class);
            }
            emptied();
        }
    }

    /** The one that accepted what it was shown: what is booked is accepted, or the question comes again. */
    @Test
    void aBookingThatRacesWithAnAcceptedClosingNeverStaysOutsideUnseen() {
        for (int round = 0; round < 20; round++) {
            var shown = counter.booked(request(sofia, CORTE, at(1, 16, 0), ANA));
            var closing = calendar().change(ID, closed(), Consent.NONE.despite(List.of(shown)));
            var booking = agenda.book(salon(), request(diego, CORTE, at(1, 11, 0), BETO), "simulator", Alongside.nothing());
            var outcomes = atOnce(Stream.of(booking, closing));
            assertThat(outcomes.get(1)).isInstanceOf(
                    outcomes.getFirst() instanceof BookingOutcome.Booked ? Strands.class : Done.class);
            emptied();
        }
    }

    private void emptied() {
        execute("delete from reservation");
        execute("delete from appointment_part");
        execute("delete from appointment");
        execute("delete from special_day");
    }

    private static CalendarChange closed() {
        return new OpenOn(LOCATION, THURSDAY, List.of(), "");
    }

    private static CalendarChange openOn(String stretch) {
        return new OpenOn(LOCATION, THURSDAY, List.of(hours(stretch)), "");
    }

    private CalendarOutcome change(CalendarChange change, Appointment... accepted) {
        return await(calendar().change(ID, change, Consent.NONE.despite(List.of(accepted))));
    }

    private List<ZonedDateTime> starts(LocalDate day) {
        return await(agenda.slots(salon(), SlotQuery.online(LOCATION, CORTE, day, day, Optional.of(ANA)))).stream()
                .map(Slot::start).toList();
    }

    private WorkingCalendar calendar() {
        return yume.the(WorkingCalendar.class);
    }
}
