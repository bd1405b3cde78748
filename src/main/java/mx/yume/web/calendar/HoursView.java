package mx.yume.web.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkus.qute.TemplateData;
import mx.yume.business.Hours;
import mx.yume.business.WeeklyHours;
import mx.yume.business.hours.HoursCheck;
import mx.yume.platform.SpanishDates;

/** Rows for hours, with what there is in them and some to spare. */
@TemplateData
public record HoursView(List<Day> days) {

    /** Any Monday: only its name is read. */
    private static final LocalDate A_MONDAY = LocalDate.of(2027, 1, 11);

    /**
     * @param rows those with something in them, and the first
     * @param spare those that are opened when somebody needs them
     * @param error a sentence, or empty
     */
    @TemplateData
    public record Day(int number, String name, List<Row> rows, List<Row> spare, String error) {

        public Day {
            rows = List.copyOf(rows);
            spare = List.copyOf(spare);
        }
    }

    /** @param label what it is about, for whoever hears it */
    @TemplateData
    public record Row(int day, int number, String label, String opens, String closes) {

        public String id() {
            return "d" + day + "-" + number;
        }
    }

    public HoursView {
        days = List.copyOf(days);
    }

    public static HoursView of(WeeklyHours week) {
        return week(typed(week), Map.of());
    }

    /** As it was typed. */
    public static HoursView of(HoursForm form, HoursTyped read) {
        return week(form.rows(), read.errors());
    }

    /** Of a form that has but one day. */
    public static HoursView day(List<Hours> hours) {
        return new HoursView(List.of(day(HoursTyped.ONE, "Horario", hours.stream().map(one -> typed(HoursTyped.ONE, one))
                .toList(), "")));
    }

    public static HoursView day(HoursForm form, HoursTyped read) {
        return new HoursView(List.of(day(HoursTyped.ONE, "Horario", form.rows(),
                read.errors().getOrDefault(HoursTyped.ONE, ""))));
    }

    private static HoursView week(List<HoursForm.Typed> rows, Map<Integer, String> errors) {
        return new HoursView(Arrays.stream(DayOfWeek.values()).map(day -> day(day.getValue(), name(day),
                rows.stream().filter(row -> row.day().equals(Integer.toString(day.getValue()))).toList(),
                errors.getOrDefault(day.getValue(), ""))).toList());
    }

    private static Day day(int number, String name, List<HoursForm.Typed> typed, String error) {
        var rows = new ArrayList<Row>();
        for (var one : typed.subList(0, Math.min(typed.size(), HoursCheck.MOST_STRETCHES))) {
            rows.add(new Row(number, rows.size() + 1, label(name, rows.size()), one.opens(), one.closes()));
        }
        if (rows.isEmpty()) {
            rows.add(new Row(number, 1, label(name, 0), "", ""));
        }
        var spare = new ArrayList<Row>();
        for (int at = rows.size(); at < HoursCheck.MOST_STRETCHES; at++) {
            spare.add(new Row(number, at + 1, label(name, at), "", ""));
        }
        return new Day(number, name, rows, spare, error);
    }

    private static String label(String name, int at) {
        return at == 0 ? name : name + ", horario " + (at + 1);
    }

    private static List<HoursForm.Typed> typed(WeeklyHours week) {
        return Arrays.stream(DayOfWeek.values())
                .flatMap(day -> week.on(day).stream().map(hours -> typed(day.getValue(), hours)))
                .toList();
    }

    private static HoursForm.Typed typed(int day, Hours hours) {
        return new HoursForm.Typed(Integer.toString(day), hours.opens().toString(), hours.closes().toString());
    }

    /** "Lunes" */
    public static String name(DayOfWeek day) {
        var name = SpanishDates.dayName(A_MONDAY.plusDays(day.getValue() - 1L));
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** "10:00 a.m. a 2:00 p.m. y 3:00 p.m. a 8:00 p.m.", or "Cerrado". */
    public static String said(List<Hours> hours, String none) {
        return hours.isEmpty() ? none
                : hours.stream()
                        .map(one -> SpanishDates.time(one.opens()) + " a " + SpanishDates.time(one.closes()))
                        .collect(Collectors.joining(" y "));
    }

    /** A day of the week and its hours, in words. */
    @TemplateData
    public record Line(String days, String hours) {}

    /** Days that follow each other with the same hours are one line: "Lunes a viernes". */
    public static List<Line> said(WeeklyHours week, String none) {
        var lines = new ArrayList<Line>();
        var all = DayOfWeek.values();
        for (int from = 0; from < all.length;) {
            int to = from;
            while (to + 1 < all.length && week.on(all[to + 1]).equals(week.on(all[from]))) {
                to++;
            }
            var first = name(all[from]);
            lines.add(new Line(from == to ? first : first + " a " + name(all[to]).toLowerCase(Locale.ROOT),
                    said(week.on(all[from]), none)));
            from = to + 1;
        }
        return lines;
    }
}
