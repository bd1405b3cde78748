package mx.yume.web.stats;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.yume.business.Business;
import mx.yume.business.LocationId;
import mx.yume.platform.Money;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.stats.Report;
import mx.yume.web.page.Filled;
import mx.yume.web.stats.StatsView.Bar;
import mx.yume.web.stats.StatsView.Cell;
import mx.yume.web.stats.StatsView.Chart;
import mx.yume.web.stats.StatsView.Choice;
import mx.yume.web.stats.StatsView.Heat;
import mx.yume.web.stats.StatsView.HeatLine;
import mx.yume.web.stats.StatsView.Row;
import mx.yume.web.stats.StatsView.Tile;
import mx.yume.web.stats.StatsView.Weekday;

/** Figures as they are drawn and said. */
final class StatsViews {

    static final List<Weekday> WEEK = List.of(new Weekday("L", "lunes"), new Weekday("M", "martes"),
            new Weekday("X", "miércoles"), new Weekday("J", "jueves"), new Weekday("V", "viernes"),
            new Weekday("S", "sábado"), new Weekday("D", "domingo"));

    /** Longer than this, bars are weeks. */
    private static final int MOST_DAYS = 45;
    /** Of the drawing, in its own units. */
    private static final int WIDTH = 640;
    private static final int HEIGHT = 190;
    private static final int TOP = 16;
    private static final int MARKS = 6;
    private static final int LEVELS = 4;

    private StatsViews() {}

    static StatsView of(Business business, PeriodAsking asking, Period period, Report report) {
        var at = asking.at(business);
        var usual = asking.usualOne();
        var query = "desde=" + period.from() + "&hasta=" + period.to() + place(at);
        var periods = Arrays.stream(Period.Usual.values()).map(one -> new Choice(one.label(),
                "periodo=" + one.word() + place(at), usual.filter(one::equals).isPresent())).toList();
        return new StatsView(period.words(), query, filled(asking, period), periods, places(business, at), report.nothing(),
                tiles(report.totals()), chart(report.days()), heat(report.hours()), rows(report.services()),
                rows(report.staff()));
    }

    /** The days that are shown, unless others were typed. */
    private static Filled filled(PeriodAsking asking, Period period) {
        return asking.usualOne().isPresent() && asking.filled().good()
                ? Filled.of(Map.of("desde", period.from().toString(), "hasta", period.to().toString()))
                : asking.filled();
    }

    private static String place(Optional<LocationId> at) {
        return at.map(id -> "&sucursal=" + id.value()).orElse("");
    }

    private static List<Choice> places(Business business, Optional<LocationId> at) {
        if (business.locations().size() == 1) {
            return List.of();
        }
        var places = new ArrayList<Choice>();
        places.add(new Choice("Todas las sucursales", "", at.isEmpty()));
        business.locations().forEach(one -> places.add(new Choice(one.name(), one.id().value().toString(),
                at.filter(one.id()::equals).isPresent())));
        return places;
    }

    private static List<Tile> tiles(Report.Totals totals) {
        return List.of(
                new Tile("Citas", Integer.toString(totals.booked()), "%d atendidas, %d por venir, %d canceladas"
                        .formatted(totals.given(), totals.ahead(), totals.cancelled())),
                new Tile("Asistencia", totals.showRate() + " %",
                        totals.noShows() == 1 ? "1 no llegó" : totals.noShows() + " no llegaron"),
                new Tile("Ingresos", totals.earned().toString(), "De lo ya atendido"),
                new Tile("Clientes", Integer.toString(totals.newCustomers() + totals.returning()), "%s, %s".formatted(
                        counted(totals.newCustomers(), "nuevo", "nuevos"),
                        counted(totals.returning(), "que regresa", "que regresan"))));
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static Chart chart(List<Report.Day> days) {
        boolean weeks = days.size() > MOST_DAYS;
        var shown = weeks ? byWeek(days) : days;
        int most = Math.max(1, shown.stream().mapToInt(Report.Day::visits).max().orElse(1));
        int total = shown.stream().mapToInt(Report.Day::visits).sum();
        int every = (shown.size() + MARKS - 1) / MARKS;
        var bars = new ArrayList<Bar>();
        for (int at = 0; at < shown.size(); at++) {
            var day = shown.get(at);
            int x = WIDTH * at / shown.size();
            int step = WIDTH * (at + 1) / shown.size() - x;
            int gap = Math.max(1, step / 6);
            int height = Math.round(HEIGHT * (float) day.visits() / most);
            bars.add(new Bar((weeks ? "Semana del " : "") + SpanishDates.date(day.date()),
                    at % every == 0 ? mark(day.date(), weeks || at == 0) : "",
                    day.visits(), day.earned().toString(), x + gap, TOP + HEIGHT - height, Math.max(1, step - 2 * gap), height,
                    x + step / 2));
        }
        var summary = "%s en total; lo más en %s: %d.".formatted(counted(total, "cita", "citas"),
                weeks ? "una semana" : "un día", total == 0 ? 0 : most);
        return new Chart(weeks ? "semana" : "día", summary, most, WIDTH, bars);
    }

    /** The first of a month says the month too, and so does whatever would not be clear. */
    private static String mark(LocalDate day, boolean unclear) {
        return unclear || day.getDayOfMonth() == 1 ? day.getDayOfMonth() + " " + SpanishDates.monthName(day).substring(0, 3)
                : Integer.toString(day.getDayOfMonth());
    }

    private static List<Report.Day> byWeek(List<Report.Day> days) {
        var weeks = new ArrayList<Report.Day>();
        for (var day : days) {
            var last = weeks.isEmpty() ? null : weeks.getLast();
            if (last == null || day.date().getDayOfWeek() == DayOfWeek.MONDAY
                    || ChronoUnit.DAYS.between(last.date(), day.date()) >= 7) {
                weeks.add(day);
            } else {
                weeks.set(weeks.size() - 1, new Report.Day(last.date(), last.visits() + day.visits(),
                        new Money(last.earned().centavos() + day.earned().centavos())));
            }
        }
        return weeks;
    }

    static int[][] byHour(List<Report.Hour> hours) {
        var visits = new int[24][7];
        hours.forEach(one -> visits[one.hour()][one.day().getValue() - 1] = one.visits());
        return visits;
    }

    /** From the first hour in which a visit ever began to the last. */
    private static Heat heat(List<Report.Hour> hours) {
        var visits = byHour(hours);
        int most = hours.stream().mapToInt(Report.Hour::visits).max().orElse(0);
        int first = hours.stream().mapToInt(Report.Hour::hour).min().orElse(0);
        int last = hours.stream().mapToInt(Report.Hour::hour).max().orElse(-1);
        var lines = new ArrayList<HeatLine>();
        for (int hour = first; hour <= last; hour++) {
            lines.add(
                    new HeatLine(hour(hour), Arrays.stream(visits[hour]).mapToObj(count -> new Cell(count, level(count, most)))
                            .toList()));
        }
        var busiest = hours.stream().max((one, other) -> Integer.compare(one.visits(), other.visits()))
                .map(one -> "Lo más lleno: %s a las %s".formatted(WEEK.get(one.day().getValue() - 1).name(), hour(one.hour())))
                .orElse("");
        return new Heat(WEEK, lines, busiest);
    }

    static String hour(int hour) {
        return SpanishDates.time(LocalTime.of(hour, 0));
    }

    private static int level(int count, int most) {
        return count == 0 ? 0 : Math.max(1, Math.ceilDiv(count * LEVELS, most));
    }

    private static List<Row> rows(List<Report.Line> lines) {
        int most = Math.max(1, lines.stream().mapToInt(line -> line.given() + line.ahead()).max().orElse(1));
        return lines.stream().map(line -> new Row(line.name(), line.given(), line.ahead(), line.cancelled(), line.noShows(),
                line.earned().toString(), 100 * (line.given() + line.ahead()) / most)).toList();
    }
}
