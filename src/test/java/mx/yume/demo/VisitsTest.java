package mx.yume.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import mx.yume.business.Business;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.AppointmentStatus;

class VisitsTest {

    private static final Business SALON = SalonLupita.business();
    private static final ZonedDateTime WEDNESDAY_AT_NOON = ZonedDateTime.of(2027, 1, 13, 12, 0, 0, 0, SalonLupita.ZONE);

    @Test
    void tenWorkingDaysBeforeTodayAndTomorrowAreFilledAndNothingElse() {
        var days = days(visits(WEDNESDAY_AT_NOON));
        assertThat(days).hasSize(12).allSatisfy(day -> assertThat(day.getDayOfWeek().getValue()).isNotEqualTo(7));
        assertThat(days.stream().min(LocalDate::compareTo)).contains(LocalDate.of(2027, 1, 1));
        assertThat(days.stream().max(LocalDate::compareTo)).contains(LocalDate.of(2027, 1, 14));
    }

    @Test
    void onASaturdayTomorrowIsClosed() {
        var saturday = WEDNESDAY_AT_NOON.withDayOfMonth(16);
        assertThat(days(visits(saturday))).hasSize(11).contains(LocalDate.of(2027, 1, 16))
                .doesNotContain(LocalDate.of(2027, 1, 17));
    }

    @Test
    void theSameDateGivesTheSameVisitsAtAnyHour() {
        var morning = visits(WEDNESDAY_AT_NOON.withHour(9));
        var evening = visits(WEDNESDAY_AT_NOON.withHour(21));
        assertThat(morning).extracting(Visit::start).isEqualTo(evening.stream().map(Visit::start).toList());
        assertThat(morning).extracting(Visit::client).isEqualTo(evening.stream().map(Visit::client).toList());
    }

    @Test
    void inAYearOfDatesNothingIsTakenTwiceAndEverybodyWorksWithinTheirHours() {
        for (int day = 0; day < 365; day += 5) {
            var visits = visits(WEDNESDAY_AT_NOON.plusDays(day));
            assertThat(visits).hasSizeGreaterThan(60);
            visits.forEach(VisitsTest::isPossible);
            for (int at = 0; at < visits.size(); at++) {
                var visit = visits.get(at);
                assertThat(visits.subList(at + 1, visits.size())).noneMatch(other -> collide(visit, other));
            }
        }
    }

    @Test
    void whatIsOverIsSettledAndWhatIsToComeIsNot() {
        var visits = visits(WEDNESDAY_AT_NOON);
        assertThat(visits).allSatisfy(visit -> {
            var over = !visit.end().isAfter(WEDNESDAY_AT_NOON);
            assertThat(visit.status()).isIn(over
                    ? Set.of(AppointmentStatus.COMPLETED, AppointmentStatus.NO_SHOW, AppointmentStatus.CANCELLED)
                    : Set.of(AppointmentStatus.CONFIRMED, AppointmentStatus.PENDING, AppointmentStatus.CANCELLED));
        });
        assertThat(visits.stream().map(Visit::status).collect(Collectors.toSet())).containsExactlyInAnyOrder(
                AppointmentStatus.values());
        assertThat(visits).filteredOn(visit -> visit.status() == AppointmentStatus.NO_SHOW)
                .allSatisfy(visit -> assertThat(visit.busyUntil()).contains(visit.start().plusMinutes(15)));
    }

    @Test
    void roomIsLeftForThoseWhoTryTheDemo() {
        var tomorrow = visits(WEDNESDAY_AT_NOON).stream().filter(visit -> visit.start().getDayOfMonth() == 14).toList();
        var booked = tomorrow.stream().map(visit -> Duration.between(visit.start(), visit.end())).reduce(Duration.ZERO,
                Duration::plus);
        assertThat(booked).isBetween(Duration.ofHours(8), Duration.ofHours(22));
    }

    private static void isPossible(Visit visit) {
        var member = SALON.staffMember(visit.staff()).orElseThrow();
        assertThat(member.gives(visit.service().id())).isTrue();
        assertThat(member.hoursOn(visit.start().toLocalDate(), mx.yume.testing.SalonLupita.LOCATION))
                .anyMatch(hours -> !visit.start().toLocalTime().isBefore(hours.opens())
                        && !visit.end().toLocalTime().isAfter(hours.closes()));
        assertThat(visit.start().getMinute() % 15).isZero();
        assertThat(visit.spot()).isPresent();
    }

    private static boolean collide(Visit one, Visit other) {
        return (one.staff().equals(other.staff()) || one.spot().equals(other.spot())) && range(one).overlaps(range(other));
    }

    private static TimeRange range(Visit visit) {
        return new TimeRange(visit.start().toInstant(), visit.end().toInstant());
    }

    private static List<Visit> visits(ZonedDateTime now) {
        Instant instant = now.toInstant();
        return Visits.around(instant, SALON);
    }

    private static Set<LocalDate> days(List<Visit> visits) {
        return visits.stream().map(visit -> visit.start().toLocalDate()).collect(Collectors.toSet());
    }
}
