package mx.yume.notifications.daily;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import mx.yume.business.Permission;
import mx.yume.business.StaffMember;
import mx.yume.customers.PersonId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.blocks.TimeOff;

/**
 * What a day of one location holds, and how it reads to each of its people. Pure.
 *
 * @param place as people call it
 * @param open whether anybody is expected there
 */
record DaySheet(String place, LocalDate day, boolean open, List<Appointment> visits, List<TimeOff> blocks,
        Map<PersonId, PhoneNumber> phones, DailyTexts texts) {

    /** With what comes before and after, within the 4,096 characters of a message. */
    private static final int ROOM = 3800;

    private record Line(ZonedDateTime start, String text) {}

    /** Nobody is told of a day on which nothing is. */
    boolean worthTelling() {
        return open || !visits.isEmpty();
    }

    String title() {
        return texts.title(place, SpanishDates.date(day));
    }

    String dayName() {
        return SpanishDates.date(day);
    }

    /** How many visits, and all of them. */
    String body(StaffMember reader) {
        var lines = lines(reader);
        var body = new StringBuilder(count(reader));
        for (int at = 0; at < lines.size(); at++) {
            var next = lines.get(at).text();
            if (body.length() + next.length() > ROOM) {
                return body.append('\n').append(texts.more(lines.size() - at)).toString();
            }
            body.append('\n').append(next);
        }
        return body.toString();
    }

    private String count(StaffMember reader) {
        var count = (int) visits.stream().filter(visit -> concerns(reader, visit)).count();
        return count == 0 ? texts.none() : count == 1 ? texts.oneVisit() : texts.visits(count);
    }

    private List<Line> lines(StaffMember reader) {
        return Stream.concat(
                visits.stream().filter(visit -> concerns(reader, visit)).map(visit -> new Line(visit.start(), line(visit))),
                blocks.stream().filter(block -> runsTheBusiness(reader) || block.staff().equals(reader.id()))
                        .map(block -> new Line(block.start(), line(block))))
                .sorted(Comparator.comparing(Line::start)).toList();
    }

    /** Whoever runs the business has everybody's, others their own. */
    private static boolean concerns(StaffMember reader, Appointment visit) {
        return runsTheBusiness(reader) || visit.parts().stream().anyMatch(part -> part.staff().equals(reader.id()));
    }

    private static boolean runsTheBusiness(StaffMember reader) {
        return reader.permission() == Permission.OWNER || reader.permission() == Permission.ADMIN;
    }

    private String line(Appointment visit) {
        var who = visit.customerName() + visit.customer().flatMap(person -> Optional.ofNullable(phones.get(person)))
                .map(phone -> ", " + phone.e164()).orElse("");
        var line = texts.visit(SpanishDates.time(visit.start().toLocalTime()), who, visit.serviceName(), visit.staffName(),
                visit.price().toString());
        return visit.affirmed() ? texts.affirmed(line) : line;
    }

    private String line(TimeOff block) {
        var from = day.atStartOfDay(block.start().getZone());
        var until = day.plusDays(1).atStartOfDay(block.start().getZone());
        return !block.start().isAfter(from) && !block.end().isBefore(until) ? texts.blockedAllDay(block.staffName())
                : texts.block(SpanishDates.time(later(block.start(), from).toLocalTime()),
                        SpanishDates.time(earlier(block.end(), until).toLocalTime()), block.staffName());
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static ZonedDateTime earlier(ZonedDateTime one, ZonedDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
