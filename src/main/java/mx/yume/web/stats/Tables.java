package mx.yume.web.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import mx.yume.platform.Money;
import mx.yume.scheduling.stats.Report;
import mx.yume.web.page.Numbers;

/** The same figures as tables for a spreadsheet: plain numbers, dates as ISO 8601 has them. */
final class Tables {

    private Tables() {}

    /** Empty for a table that there is not. */
    static Optional<List<List<String>>> named(String name, Report report) {
        return switch (name) {
            case "resumen" -> Optional.of(summary(report.totals()));
            case "dias" -> Optional.of(days(report.days()));
            case "horas" -> Optional.of(hours(report.hours()));
            case "servicios" -> Optional.of(lines("Servicio", report.services()));
            case "equipo" -> Optional.of(lines("Persona", report.staff()));
            default -> Optional.empty();
        };
    }

    private static List<List<String>> summary(Report.Totals totals) {
        return List.of(
                List.of("Citas", "Atendidas", "Por venir", "Canceladas", "No llegaron", "Asistencia %", "Ingresos",
                        "Clientes nuevos", "Clientes que regresan"),
                List.of(number(totals.booked()), number(totals.given()), number(totals.ahead()), number(totals.cancelled()),
                        number(totals.noShows()), number(totals.showRate()), pesos(totals.earned()),
                        number(totals.newCustomers()), number(totals.returning())));
    }

    private static List<List<String>> days(List<Report.Day> days) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("Día", "Citas", "Ingresos"));
        days.forEach(day -> lines.add(List.of(day.date().toString(), number(day.visits()), pesos(day.earned()))));
        return lines;
    }

    private static List<List<String>> hours(List<Report.Hour> hours) {
        var lines = new ArrayList<List<String>>();
        var head = new ArrayList<String>();
        head.add("Hora");
        StatsViews.WEEK.forEach(day -> head.add(day.name()));
        lines.add(head);
        var visits = StatsViews.byHour(hours);
        for (int hour = 0; hour < visits.length; hour++) {
            var line = new ArrayList<String>();
            line.add(hour + ":00");
            for (int count : visits[hour]) {
                line.add(number(count));
            }
            lines.add(line);
        }
        return lines;
    }

    private static List<List<String>> lines(String who, List<Report.Line> counted) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(who, "Atendidas", "Por venir", "Canceladas", "No llegaron", "Ingresos"));
        counted.forEach(line -> lines.add(List.of(line.name(), number(line.given()), number(line.ahead()),
                number(line.cancelled()), number(line.noShows()), pesos(line.earned()))));
        return lines;
    }

    private static String number(int count) {
        return Integer.toString(count);
    }

    private static String pesos(Money amount) {
        return Numbers.typed(amount);
    }
}
