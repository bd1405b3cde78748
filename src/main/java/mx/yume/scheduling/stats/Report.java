package mx.yume.scheduling.stats;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import mx.yume.platform.Money;

/**
 * The visits that begin in a period, seen from several sides. A visit counts as given when it was said to have happened, or is over
 * and nobody said otherwise; money is what given visits cost.
 *
 * @param days all of the period, in order, empty ones too
 * @param hours only those in which a visit began that was not cancelled, by the clock of its location
 * @param services the most given first, at most {@value #MOST}
 * @param staff whoever gave most first, at most {@value #MOST}
 */
public record Report(Totals totals, List<Day> days, List<Hour> hours, List<Line> services, List<Line> staff) {

    static final int MOST = 100;

    /**
     * @param given visits, {@code ahead} still to come or going on
     * @param newCustomers whose first visit here, cancelled ones apart, is one of these
     * @param returning all others who come or came in the period and are known
     */
    public record Totals(int given, int ahead, int cancelled, int noShows, Money earned, int newCustomers, int returning) {

        /** All that were booked, whatever became of them. */
        public int booked() {
            return given + ahead + cancelled + noShows;
        }

        /** Of those who were expected, how many came, in percent; 100 where nobody was expected. */
        public int showRate() {
            int expected = given + noShows;
            return expected == 0 ? 100 : Math.round(given * 100f / expected);
        }
    }

    /** @param visits not cancelled, and not missed */
    public record Day(LocalDate date, int visits, Money earned) {}

    /** @param hour 0 to 23 */
    public record Hour(DayOfWeek day, int hour, int visits) {}

    /** A service, or somebody of the staff. */
    public record Line(String name, int given, int ahead, int cancelled, int noShows, Money earned) {}

    public Report {
        days = List.copyOf(days);
        hours = List.copyOf(hours);
        services = List.copyOf(services);
        staff = List.copyOf(staff);
    }

    public boolean nothing() {
        return totals.booked() == 0;
    }
}
