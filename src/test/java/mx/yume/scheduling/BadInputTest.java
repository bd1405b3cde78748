package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.await;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.GELISH;
import static mx.yume.testing.SalonLupita.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Hours;
import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.scheduling.BookingOutcome.Booked;
import mx.yume.scheduling.BookingOutcome.Refused;
import mx.yume.scheduling.attendance.Overrun;
import mx.yume.scheduling.attendance.OverrunOutcome;
import mx.yume.scheduling.blocks.BlockOutcome;
import mx.yume.scheduling.blocks.BlockRequest;
import mx.yume.scheduling.blocks.Blocks;
import mx.yume.scheduling.blocks.When;
import mx.yume.scheduling.blocks.Who;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;

/** What nobody should ask for, asked for: an answer each time, nothing thrown, nothing changed. */
class BadInputTest {

    private static final ZonedDateTime START = SettableClock.START;
    private static final Hours LUNCH = new Hours(LocalTime.of(13, 0), LocalTime.of(14, 0));
    private static final ServiceId OF_NOBODY = new ServiceId(new UUID(6, 1));
    private static final ServiceId ALL_DAY = new ServiceId(new UUID(6, 2));
    private static final ServiceId NOT_SOLD = new ServiceId(new UUID(6, 3));

    private PlainYume yume;
    private Agenda agenda;
    private Business salon;
    private PersonId sofia;

    @BeforeEach
    void salonWithAServiceOfNobodyAndOneThatLastsTwelveHours() {
        yume = PlainYume.fresh();
        agenda = yume.the(Agenda.class);
        sofia = yume.named(SalonLupita.ID, "Sofía");
        yume.superuser().execute("""
                insert into service (organization_id, id, name, duration_minutes, price_centavos, position) values
                    ('%1$s', '%2$s', 'De nadie', 30, 100, 90), ('%1$s', '%3$s', 'Todo el día', 720, 100, 91);
                insert into staff_skill (organization_id, staff_id, service_id) values ('%1$s', '%4$s', '%3$s')"""
                .formatted(SalonLupita.ID, OF_NOBODY, ALL_DAY, BETO));
        salon = await(yume.the(Businesses.class).load(SalonLupita.ID)).orElseThrow();
    }

    @Test
    void timesOutOfRangeAreRefused() {
        assertThat(refused(CORTE, START.minusMinutes(1))).isInstanceOf(Refusal.InThePast.class);
        for (int year : new int[]{-999_999_999, -4713, 0, 1, 1970}) {
            assertThat(refused(CORTE, START.withYear(year))).as("%d", year).isInstanceOf(Refusal.InThePast.class);
        }
        for (int year : new int[]{2028, 9999, 294_277, 999_999_999}) {
            assertThat(refused(CORTE, START.withYear(year))).as("%d", year).isInstanceOf(Refusal.BeyondHorizon.class);
        }
        assertThat(refused(CORTE, START.plusDays(1).plusNanos(1))).isInstanceOf(Refusal.OutsideHours.class);
    }

    @Test
    void daysOutOfRangeHaveNoSlots() {
        for (var days : List.of(List.of(LocalDate.MIN, LocalDate.MIN), List.of(LocalDate.MAX, LocalDate.MAX),
                List.of(START.toLocalDate().plusDays(3), START.toLocalDate()),
                List.of(LocalDate.of(-5000, 1, 1), LocalDate.of(2026, 1, 1)))) {
            assertThat(slots(CORTE, days.getFirst(), days.getLast())).as("%s", days).isEmpty();
        }
        assertThat(slots(CORTE, LocalDate.MIN, LocalDate.MAX)).as("all of time").isNotEmpty();
    }

    @Test
    void servicesThatCannotBeHadAreRefused() {
        var tomorrow = START.plusDays(1);
        assertThat(refused(NOT_SOLD, tomorrow)).isInstanceOf(Refusal.UnknownService.class);
        assertThat(refused(OF_NOBODY, tomorrow)).isInstanceOf(Refusal.NobodyCan.class);
        assertThat(refused(ALL_DAY, tomorrow)).isInstanceOf(Refusal.TooLong.class);
        assertThat(refused(tomorrow)).isInstanceOf(Refusal.UnknownService.class);
        assertThat(refused(tomorrow, Collections.nCopies(6, Wanted.of(CORTE)).toArray(Wanted[]::new)))
                .isInstanceOf(Refusal.TooMany.class);
        assertThat(refused(tomorrow, new Wanted(GELISH, Optional.of(BETO)))).isInstanceOf(Refusal.CannotServe.class);
        assertThat(refused(tomorrow, new Wanted(CORTE, Optional.of(new StaffId(new UUID(6, 4))))))
                .isInstanceOf(Refusal.CannotServe.class);
        assertThat(book(new BookingRequest(Optional.of(sofia), "Sofía", new LocationId(new UUID(6, 5)),
                List.of(Wanted.of(CORTE)), false, tomorrow, Terms.ONLINE)))
                .isEqualTo(new Refused(new Refusal.UnknownLocation()));
        for (var service : List.of(NOT_SOLD, OF_NOBODY, ALL_DAY)) {
            assertThat(slots(service, START.toLocalDate(), START.toLocalDate().plusDays(60))).isEmpty();
        }
    }

    @Test
    void lengthsThatAreNoneAreRefused() {
        var visit = ((Booked) book(request(START.plusDays(1).withHour(11), Wanted.of(CORTE)))).appointment();
        for (var length : List.of(Duration.ZERO, Duration.ofMinutes(-30), Duration.ofMinutes(4), Duration.ofMinutes(721),
                Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MIN_VALUE), Duration.ofMillis(1))) {
            assertThat(await(agenda.change(salon, staff(), visit.id(), visit.version(),
                    Change.none(Terms.COUNTER).length(length), Alongside.nothing()))).as("%s", length)
                    .isEqualTo(new MoveOutcome.Refused(new Refusal.BadLength()));
        }
        for (var extra : List.of(Duration.ZERO, Duration.ofMinutes(-45), Duration.ofMinutes(241),
                Duration.ofSeconds(Long.MAX_VALUE),
                Duration.ofSeconds(Long.MIN_VALUE), Duration.ofMillis(1))) {
            assertThat(await(yume.the(Overrun.class).overrun(salon, staff(), visit.id(), visit.version(), extra,
                    Alongside.nothing()))).as("%s more", extra).isEqualTo(new OverrunOutcome.BadLength());
        }
        assertThat(await(agenda.appointment(salon, visit.id()))).contains(visit);
    }

    @Test
    void timeOffThatIsNoneIsRefused() {
        var noon = START.toLocalDateTime().plusDays(1).withHour(12);
        for (var when : List.of(stretch(noon, noon), stretch(noon, noon.minusHours(1)), stretch(noon, noon.plusYears(90)),
                stretch(LocalDateTime.MIN, LocalDateTime.MAX),
                stretch(noon.withYear(300_000), noon.withYear(300_000).plusHours(1)),
                stretch(noon.minusYears(9), noon.minusYears(9).plusHours(1)),
                new When.Stretch(new LocationId(new UUID(6, 6)), noon, noon.plusHours(1)),
                new When.WholeDays(LOCATION, noon.toLocalDate(), noon.toLocalDate().minusDays(1)),
                new When.WholeDays(LOCATION, LocalDate.MIN, LocalDate.MAX),
                new When.WholeDays(LOCATION, LocalDate.MIN, LocalDate.MIN),
                new When.EveryWeek(Set.of(), LUNCH, START.toLocalDate(), Optional.empty()),
                new When.EveryWeek(Set.of(DayOfWeek.MONDAY), new Hours(LUNCH.opens(), LUNCH.opens()), START.toLocalDate(),
                        Optional.empty()),
                new When.EveryWeek(Set.of(DayOfWeek.MONDAY), LUNCH, LocalDate.MAX, Optional.of(LocalDate.MIN)))) {
            assertThat(blocked(Who.only(BETO), when)).as("%s", when).isInstanceOf(BlockOutcome.Refused.class);
        }
        assertThat(blocked(new Who.These(Set.of()), stretch(noon, noon.plusHours(1)))).isInstanceOf(BlockOutcome.Refused.class);
        assertThat(blocked(Who.only(new StaffId(new UUID(6, 7))), stretch(noon, noon.plusHours(1))))
                .isInstanceOf(BlockOutcome.Refused.class);
        assertThat(yume.superuser().count("select count(*) from block")).isZero();
    }

    @Test
    void whoeverWalksInWithoutAWishOrWithAnImpossibleNameIsAnswered() {
        assertThat(walkIn(WalkIn.now())).isEqualTo(new Refused(new Refusal.UnknownService()));
        assertThat(walkIn(new WalkIn(List.of(CORTE), Optional.empty(), Optional.of("\u0000\n".repeat(200) + "x".repeat(200)),
                Optional.of(BETO), Optional.empty(), Optional.empty()))).isInstanceOf(Booked.class);
    }

    private Refusal refused(ServiceId service, ZonedDateTime start) {
        return refused(start, Wanted.of(service));
    }

    private Refusal refused(ZonedDateTime start, Wanted... services) {
        return ((Refused) book(request(start, services))).why();
    }

    private BookingRequest request(ZonedDateTime start, Wanted... services) {
        return new BookingRequest(Optional.of(sofia), "Sofía", LOCATION, List.of(services), false, start, Terms.ONLINE);
    }

    private BookingOutcome book(BookingRequest request) {
        return await(agenda.book(salon, request, "simulator", Alongside.nothing()));
    }

    private BookingOutcome walkIn(WalkIn walkIn) {
        return await(agenda.walkIn(salon, staff(), walkIn, "simulator", Alongside.nothing()));
    }

    private List<Slot> slots(ServiceId service, LocalDate from, LocalDate to) {
        return await(agenda.slots(salon, SlotQuery.online(LOCATION, service, from, to, Optional.empty())));
    }

    private BlockOutcome blocked(Who who, When when) {
        return await(yume.the(Blocks.class).block(salon, new BlockRequest(who, when, ""), true));
    }

    private static When stretch(LocalDateTime from, LocalDateTime to) {
        return new When.Stretch(LOCATION, from, to);
    }

    private static Actor.Staff staff() {
        return new Actor.Staff(SalonLupita.LUPITA);
    }
}
