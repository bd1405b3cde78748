package mx.yume.web.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import mx.yume.business.Business;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.platform.SpanishDates;
import mx.yume.platform.SpanishLists;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.Part;
import mx.yume.scheduling.blocks.TimeOff;
import mx.yume.scheduling.board.BookPage;
import mx.yume.web.schedule.DayViews.Band;
import mx.yume.web.schedule.DayViews.Chip;
import mx.yume.web.schedule.DayViews.Column;
import mx.yume.web.schedule.DayViews.Day;
import mx.yume.web.schedule.DayViews.Gap;
import mx.yume.web.schedule.DayViews.Hour;

/**
 * Puts one day on the board: a column for each who works there that day, or has something in it.
 *
 * @param writes who may change it; without them nothing can be tapped but what shows more
 */
record DayDrawing(Business business, Look look, BookPage book, Instant now, boolean may, Actor.Staff writes) {

    private static final int EIGHT = 8 * 60;
    private static final int TWENTY = 20 * 60;
    private static final int HALF_HOUR = 30;
    private static final int SHORTEST_GAP = 15;
    private static final int DAY = 24 * 60;

    Day draw() {
        var opening = look.location().hoursOn(look.day()).stream().map(Span::of).toList();
        var members = business.staff().stream().filter(this::stands).toList();
        var board = board(members, opening);
        var local = now.atZone(look.location().zone());
        int minute = board.minute(local);
        return new Day(look.day().toString(), "t" + board.hours(), board.first() * 60,
                board.shows(minute, minute + 1) ? "r" + (minute / Board.STEP - board.first() * 12) : "", minute,
                IntStream.range(board.first(), board.first() + board.hours())
                        .mapToObj(hour -> new Hour("r" + (hour - board.first()) * 12, Words.hour(hour))).toList(),
                members.stream().map(member -> column(board, member, Span.common(opening, hours(member)), minute)).toList());
    }

    private boolean stands(StaffMember member) {
        return look.person().map(member.id()::equals).orElseGet(() -> !hours(member).isEmpty()
                || visits().anyMatch(visit -> visit.parts().stream().anyMatch(part -> part.staff().equals(member.id()))));
    }

    private List<Span> hours(StaffMember member) {
        return member.hoursOn(look.day(), look.location().id()).stream().map(Span::of).toList();
    }

    /** Those of this day, whatever is filtered. */
    private Stream<Appointment> visits() {
        return book.appointments().stream().filter(visit -> ofThisDay(visit.start().toLocalDate()));
    }

    /** What begins after midnight is the day's where its hours go on until then. */
    private boolean ofThisDay(LocalDate starts) {
        return starts.equals(look.day()) || (starts.equals(look.day().plusDays(1))
                && look.location().hoursOn(look.day()).stream().anyMatch(hours -> Span.of(hours).to() > DAY));
    }

    private Board board(List<StaffMember> members, List<Span> opening) {
        var bounds = new Board(look.day(), 0, 1);
        var all = Stream.concat(
                Stream.concat(opening.stream(),
                        members.stream().flatMap(member -> Span.common(opening, hours(member)).stream())),
                visits().filter(look::shows).map(visit -> new Span(bounds.minute(visit.start()), bounds.minute(visit.end()))))
                .toList();
        return Board.around(look.day(), all.stream().mapToInt(Span::from).min().orElse(EIGHT),
                all.stream().mapToInt(Span::to).max().orElse(TWENTY));
    }

    private Column column(Board board, StaffMember member, List<Span> working, int minute) {
        var off = book.timeOff().stream().filter(one -> one.staff().equals(member.id())).toList();
        var bands = Stream.concat(working.stream().map(span -> new Band(board.place(span.from(), span.to()), "open", "")),
                off.stream().filter(one -> board.shows(board.minute(one.start()), board.minute(one.end())))
                        .map(one -> new Band(board.place(board.minute(one.start()), board.minute(one.end())), "off",
                                reason(one))))
                .toList();
        return new Column(member.id().value().toString(), member.name(), working.isEmpty() ? "No trabaja este día" : "", bands,
                may ? gaps(board, member, working, off, minute) : List.of(), chips(board, member));
    }

    private static String reason(TimeOff off) {
        return off.reason().isEmpty() ? "Tiempo libre" : off.reason();
    }

    private List<Gap> gaps(Board board, StaffMember member, List<Span> working, List<TimeOff> off, int minute) {
        if (look.day().isBefore(look.today()) || member.skills().isEmpty()) {
            return List.of();
        }
        var taken = new ArrayList<Span>();
        off.forEach(one -> taken.add(new Span(board.minute(one.start()), board.minute(one.end()))));
        visits().filter(visit -> holds(visit.status())).flatMap(visit -> visit.parts().stream())
                .filter(part -> part.staff().equals(member.id()))
                .forEach(part -> taken.add(new Span(board.minute(part.start()), board.minute(part.end()))));
        if (look.day().equals(look.today())) {
            taken.add(new Span(Integer.MIN_VALUE, minute));
        }
        return Span.without(working, taken).stream().flatMap(free -> free.cut(HALF_HOUR).stream())
                .filter(piece -> piece.length() >= SHORTEST_GAP && piece.from() < DAY).map(piece -> gap(board, member, piece))
                .toList();
    }

    private static boolean holds(AppointmentStatus status) {
        return status != AppointmentStatus.CANCELLED && status != AppointmentStatus.NO_SHOW;
    }

    private Gap gap(Board board, StaffMember member, Span piece) {
        var time = java.time.LocalTime.of(piece.from() / 60, piece.from() % 60);
        return new Gap(board.place(piece.from(), piece.to()), "/tablero/citas/nueva?fecha=" + look.day() + "&hora=" + time
                + "&persona=" + member.id().value() + look.place("&"), SpanishDates.time(time));
    }

    private List<Chip> chips(Board board, StaffMember member) {
        var mine = visits().filter(look::shows)
                .filter(visit -> visit.parts().stream().anyMatch(part -> part.staff().equals(member.id())))
                .sorted(Comparator.comparing(Appointment::start)).toList();
        var spans = mine.stream().map(visit -> span(board, visit, member.id())).toList();
        var lanes = Lanes.of(spans);
        return IntStream.range(0, mine.size())
                .mapToObj(at -> chip(board, mine.get(at), member.id(), spans.get(at), lanes.get(at))).toList();
    }

    private static Span span(Board board, Appointment visit, StaffId member) {
        var parts = visit.parts().stream().filter(part -> part.staff().equals(member)).toList();
        return new Span(parts.stream().mapToInt(part -> board.minute(part.start())).min().orElseThrow(),
                parts.stream().mapToInt(part -> board.minute(part.end())).max().orElseThrow());
    }

    private Chip chip(Board board, Appointment visit, StaffId member, Span span, String lane) {
        var parts = visit.parts().stream().filter(part -> part.staff().equals(member)).toList();
        var what = SpanishLists.all(parts.stream().map(Part::serviceName).toList());
        var times = Words.time(parts.getFirst().start()) + " a " + Words.time(parts.getLast().end());
        var last = visit.parts().getLast();
        var alone = visit.parts().stream().allMatch(part -> part.staff().equals(member));
        return new Chip(visit.id().value().toString(), board.place(span.from(), span.to()), lane, Look.word(visit.status()),
                Words.time(parts.getFirst().start()), visit.customerName(), what,
                times + ", " + visit.customerName() + ", " + what + " con " + parts.getFirst().staffName() + ", "
                        + Words.status(visit.status()),
                Words.status(visit.status()), may && visit.changeableBy(writes, now), visit.version(), span.from(),
                span.length(),
                board.minute(visit.start()), last.staff().equals(member) ? (int) last.length().toMinutes() : 0,
                alone ? member.value().toString() : "", SpanishDates.dateTime(visit.start()), visit.staffName(),
                visit.serviceName());
    }
}
