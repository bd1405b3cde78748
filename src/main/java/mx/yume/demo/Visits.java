package mx.yume.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import mx.yume.business.Business;
import mx.yume.business.Hours;
import mx.yume.business.Service;
import mx.yume.business.Spot;
import mx.yume.business.StaffMember;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.AppointmentStatus;

/**
 * Makes up the demo's appointments: the ten working days before today, today and tomorrow, about half full. Who comes when
 * follows from the date alone; what has become of it, from the time.
 */
final class Visits {

    private static final int WORKING_DAYS_BEFORE = 10;
    private static final Duration LATE_ENOUGH_TO_BE_MISSED = Duration.ofMinutes(15);

    private final Business salon;
    private final ZonedDateTime now;
    private final LocalDate day;
    private final Random random;
    private final List<Visit> visits = new ArrayList<>();

    private Visits(Business salon, ZonedDateTime now, LocalDate day) {
        this.salon = salon;
        this.now = now;
        this.day = day;
        this.random = new Random(day.toEpochDay());
    }

    static List<Visit> around(Instant instant, Business salon) {
        var now = instant.atZone(salon.location().zone());
        var today = now.toLocalDate();
        var before = today.minusDays(1).datesUntil(today.minusDays(60), java.time.Period.ofDays(-1))
                .filter(day -> isOpen(salon, day)).limit(WORKING_DAYS_BEFORE).sorted();
        return Stream.concat(before, Stream.of(today, today.plusDays(1)))
                .flatMap(day -> new Visits(salon, now, day).ofTheDay().stream()).toList();
    }

    private static boolean isOpen(Business salon, LocalDate day) {
        return !salon.location().hoursOn(day).isEmpty();
    }

    private List<Visit> ofTheDay() {
        if (isOpen(salon, day)) {
            for (var member : salon.staff()) {
                member.hoursOn(day, salon.location().id()).forEach(hours -> fill(member, hours));
            }
        }
        return visits;
    }

    private void fill(StaffMember member, Hours hours) {
        var skills = salon.services().stream().filter(service -> member.gives(service.id())).toList();
        var at = day.atTime(hours.opens()).atZone(now.getZone());
        var closes = day.atTime(hours.closes()).atZone(now.getZone());
        while (!skills.isEmpty() && at.isBefore(closes)) {
            at = at.plus(salon.location().grid().multipliedBy(random.nextInt(6)));
            var service = skills.get(random.nextInt(skills.size()));
            var end = at.plus(service.duration());
            var spot = freeSpot(service, at, end);
            if (!end.isAfter(closes) && (spot.isPresent() || service.spotKind().isEmpty())) {
                add(member, service, spot, at);
                at = end;
            } else {
                at = at.plus(salon.location().grid());
            }
        }
    }

    private Optional<Spot> freeSpot(Service service, ZonedDateTime start, ZonedDateTime end) {
        var wanted = new TimeRange(start.toInstant(), end.toInstant());
        return salon.spots().stream()
                .filter(spot -> service.spotKind().filter(spot.kind()::equals).isPresent())
                .filter(spot -> visits.stream().filter(visit -> visit.spot().filter(spot.id()::equals).isPresent())
                        .noneMatch(visit -> new TimeRange(visit.start().toInstant(), visit.end().toInstant()).overlaps(wanted)))
                .findFirst();
    }

    private void add(StaffMember member, Service service, Optional<Spot> spot, ZonedDateTime start) {
        var end = start.plus(service.duration());
        var status = status(start, end, random.nextInt(100));
        Optional<ZonedDateTime> busyUntil = switch (status) {
            case CANCELLED -> Optional.empty();
            // Marking a visit as missed gives the rest of its time back.
            case NO_SHOW -> Optional.of(start.plus(LATE_ENOUGH_TO_BE_MISSED));
            case PENDING, CONFIRMED, COMPLETED -> Optional.of(end);
        };
        visits.add(new Visit(random.nextInt(Clients.NAMES.size()), service, member.id(), spot.map(Spot::id), start, end, status,
                busyUntil));
    }

    private AppointmentStatus status(ZonedDateTime start, ZonedDateTime end, int dice) {
        if (dice < 5) {
            return AppointmentStatus.CANCELLED;
        }
        if (end.isAfter(now)) {
            return dice < 15 && start.isAfter(now) ? AppointmentStatus.PENDING : AppointmentStatus.CONFIRMED;
        }
        return dice < 12 ? AppointmentStatus.NO_SHOW : AppointmentStatus.COMPLETED;
    }
}
