package mx.yume.business.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import mx.yume.business.Location;

/**
 * The obligatory days of rest of article 74 of the Ley Federal del Trabajo. A business may open on them, so they are suggested and
 * never imposed. Left out are election days (fraction IX), which electoral laws set each time.
 */
public final class MexicanHolidays {

    /** The federal executive changes on 1 October since then (reform of the Constitution's article 83), before on 1 December. */
    private static final int FIRST_HANDOVER_IN_OCTOBER = 2024;
    private static final int YEARS_OF_A_TERM = 6;

    private MexicanHolidays() {}

    /** Sorted; both days included. */
    public static List<Holiday> between(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear()).boxed().flatMap(MexicanHolidays::of)
                .filter(holiday -> !holiday.day().isBefore(from) && !holiday.day().isAfter(to)).toList();
    }

    /** Those on which this location would open as on any such weekday, for nobody has said otherwise yet. */
    public static List<Holiday> suggestions(Location location, LocalDate from, LocalDate to) {
        return between(from, to).stream().filter(holiday -> location.specialDays().on(holiday.day()).isEmpty()
                && !location.hoursOn(holiday.day()).isEmpty()).toList();
    }

    private static Stream<Holiday> of(int year) {
        var handover = year >= FIRST_HANDOVER_IN_OCTOBER && (year - FIRST_HANDOVER_IN_OCTOBER) % YEARS_OF_A_TERM == 0
                ? Stream.of(new Holiday(LocalDate.of(year, Month.OCTOBER, 1), "Transmisión del Poder Ejecutivo Federal"))
                : Stream.<Holiday>empty();
        return Stream.of(
                Stream.of(new Holiday(LocalDate.of(year, Month.JANUARY, 1), "Año Nuevo"),
                        new Holiday(monday(1, year, Month.FEBRUARY), "Día de la Constitución"),
                        new Holiday(monday(3, year, Month.MARCH), "Natalicio de Benito Juárez"),
                        new Holiday(LocalDate.of(year, Month.MAY, 1), "Día del Trabajo"),
                        new Holiday(LocalDate.of(year, Month.SEPTEMBER, 16), "Día de la Independencia")),
                handover,
                Stream.of(new Holiday(monday(3, year, Month.NOVEMBER), "Día de la Revolución"),
                        new Holiday(LocalDate.of(year, Month.DECEMBER, 25), "Navidad")))
                .flatMap(part -> part);
    }

    private static LocalDate monday(int ordinal, int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }
}
