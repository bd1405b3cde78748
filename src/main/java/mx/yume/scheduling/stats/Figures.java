package mx.yume.scheduling.stats;

import java.util.List;

import mx.yume.platform.Money;

/**
 * The visits that begin in a period.
 *
 * @param completed said to have happened, or over and not said otherwise
 * @param ahead still to come, or going on
 * @param earned what the completed ones cost
 * @param newCustomers whose first visit here, cancelled ones apart, is one of these
 * @param services the most given first, at most five
 * @param staff whoever had most visits first
 */
public record Figures(int completed, int ahead, int cancelled, int noShows, Money earned, int newCustomers,
        List<Count> services,
        List<Count> staff) {

    /** @param name of a service or somebody of the staff */
    public record Count(String name, int visits) {}

    public Figures {
        services = List.copyOf(services);
        staff = List.copyOf(staff);
    }

    public boolean nothing() {
        return completed + ahead + cancelled + noShows == 0;
    }
}
