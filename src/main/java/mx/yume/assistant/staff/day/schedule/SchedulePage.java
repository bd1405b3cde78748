package mx.yume.assistant.staff.day.schedule;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.day.Visits;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.blocks.Blocks;
import mx.yume.scheduling.blocks.TimeOff;

/** Days of the schedule on one page: visits and time off, sorted by time. */
@ApplicationScoped
class SchedulePage {

    static final int MOST_DAYS = 31;
    private static final int MOST_LINES = 40;

    private final Agenda agenda;
    private final Blocks blocks;
    private final ScheduleTexts texts;

    SchedulePage(Agenda agenda, Blocks blocks, ScheduleTexts texts) {
        this.agenda = agenda;
        this.blocks = blocks;
        this.texts = texts;
    }

    private record Line(ZonedDateTime start, String text) {}

    /** @param of only what they do; without it, everybody */
    Uni<String> page(StaffAsking asking, ScheduleOrder order, Optional<StaffId> of) {
        var first = order.from().orElse(Visits.today(asking));
        var asked = order.to().filter(to -> !to.isBefore(first)).orElse(first);
        var last = asked.isAfter(first.plusDays(MOST_DAYS - 1)) ? first.plusDays(MOST_DAYS - 1) : asked;
        var range = Visits.days(asking, first, last);
        return Uni.combine().all().unis(agenda.between(asking.business(), range), blocks.between(asking.business(), range))
                .with((visits, off) -> head(asking, of, first, last) + "\n" + body(lines(visits, off, of), first, last));
    }

    private String head(StaffAsking asking, Optional<StaffId> of, LocalDate first, LocalDate last) {
        var today = Visits.today(asking);
        var days = first.equals(last) ? SpanishWriter.relative(first, today)
                : texts.days(SpanishDates.date(first), SpanishDates.date(last));
        if (of.filter(asking.member().id()::equals).isPresent()) {
            return texts.mine(days);
        }
        return of.flatMap(asking.business()::staffMember).map(StaffMember::name).map(name -> texts.of(name, days))
                .orElseGet(() -> texts.all(asking.business().publicName(), days));
    }

    private List<Line> lines(List<Appointment> visits, List<TimeOff> off, Optional<StaffId> of) {
        return Stream.concat(
                visits.stream().flatMap(visit -> of.map(staff -> ofOne(visit, staff)).orElseGet(() -> Stream.of(ofAll(visit)))),
                off.stream().filter(each -> of.map(each.staff()::equals).orElse(true)).map(each -> line(each, of.isPresent())))
                .sorted(Comparator.comparing(Line::start)).toList();
    }

    private Line ofAll(Appointment visit) {
        return new Line(visit.start(), marked(visit, texts.visitWith(time(visit.start()), visit.customerName(),
                visit.serviceName(), visit.staffName())));
    }

    private Stream<Line> ofOne(Appointment visit, StaffId staff) {
        return visit.parts().stream().filter(part -> part.staff().equals(staff)).map(part -> new Line(part.start(),
                marked(visit, texts.visit(time(part.start()), visit.customerName(), part.serviceName()))));
    }

    private String marked(Appointment visit, String line) {
        return switch (visit.status()) {
            case COMPLETED -> line + " " + texts.completed();
            case NO_SHOW -> line + " " + texts.missed();
            case PENDING, CONFIRMED, CANCELLED -> visit.affirmed() ? texts.affirmed(line) : line;
        };
    }

    private Line line(TimeOff off, boolean ofOne) {
        var line = ofOne ? texts.block(time(off.start()), time(off.end()))
                : texts.blockOf(time(off.start()), time(off.end()), off.staffName());
        return new Line(off.start(), off.reason().isBlank() ? line : line + " (" + off.reason() + ")");
    }

    private String body(List<Line> lines, LocalDate first, LocalDate last) {
        if (lines.isEmpty()) {
            return texts.nothing();
        }
        var shown = lines.stream().limit(MOST_LINES).toList();
        var written = new ArrayList<String>();
        if (first.equals(last)) {
            shown.forEach(line -> written.add(line.text()));
        } else {
            var days = new TreeMap<LocalDate, List<String>>();
            shown.forEach(line -> days.computeIfAbsent(day(line, first), day -> new ArrayList<>()).add(line.text()));
            days.forEach((day, texts) -> {
                written.add((written.isEmpty() ? "" : "\n") + this.texts.day(SpanishDates.date(day)));
                written.addAll(texts);
            });
        }
        if (lines.size() > shown.size()) {
            written.add(texts.more(lines.size() - shown.size()));
        }
        return String.join("\n", written);
    }

    /** What began before the first day is shown on it. */
    private static LocalDate day(Line line, LocalDate first) {
        var day = line.start().toLocalDate();
        return day.isBefore(first) ? first : day;
    }

    private static String time(ZonedDateTime moment) {
        return SpanishDates.time(moment.toLocalTime());
    }
}
