package mx.yume.web.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import mx.yume.platform.SpanishDates;
import mx.yume.platform.SpanishLists;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.board.BookPage;
import mx.yume.web.schedule.PageViews.Line;
import mx.yume.web.schedule.PageViews.ListDay;

/** The days of a week, or some days from one on, each with its appointments in order. */
record ListDrawing(Look look, BookPage book) {

    List<ListDay> draw() {
        return look.first().datesUntil(look.after()).map(this::day).toList();
    }

    private ListDay day(LocalDate day) {
        var lines = book.appointments().stream().filter(visit -> visit.start().toLocalDate().equals(day)).filter(look::shows)
                .map(ListDrawing::line).toList();
        var name = SpanishDates.dayName(day);
        return new ListDay(Words.day(day, look.today()), name.substring(0, 3) + " " + day.getDayOfMonth(),
                look.at(day).as(View.DAY).address(), day.equals(look.today()), note(day, lines.isEmpty()), lines);
    }

    private String note(LocalDate day, boolean empty) {
        var closed = look.location().hoursOn(day).isEmpty() ? Stream.of("Cerrado") : Stream.<String>empty();
        var off = book.timeOff().stream().filter(one -> !one.everyWeek())
                .filter(one -> look.person().map(one.staff()::equals).orElse(true))
                .filter(one -> !one.start().toLocalDate().isAfter(day)
                        && one.end().isAfter(day.atStartOfDay(one.end().getZone())))
                .map(one -> one.staffName()).distinct().toList();
        var free = off.isEmpty() ? Stream.<String>empty() : Stream.of("Tiempo libre: " + SpanishLists.all(off));
        var words = Stream.concat(closed, free).toList();
        return words.isEmpty() && empty ? "Sin citas" : String.join(" · ", words);
    }

    private static Line line(Appointment visit) {
        return new Line(visit.id().value().toString(), Words.time(visit.start()), visit.customerName(),
                visit.serviceName() + " con " + visit.staffName(), visit.price().toString(), Words.status(visit.status()),
                Look.word(visit.status()));
    }
}
