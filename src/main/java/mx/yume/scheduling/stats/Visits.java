package mx.yume.scheduling.stats;

/** How the visits of a day, and the first of a customer, are found: conditions for statements. $1 is the organization. */
final class Visits {

    /**
     * Of an appointment a: it may begin on the day that a relation %s names, wherever on earth. That finds it by the index of its
     * beginning; which day it is, its own clock says.
     */
    static final String ABOUT = """
            a.starts_at >= (%1$s.day - interval '14 hours') at time zone 'UTC'
              and a.starts_at < (%1$s.day + interval '36 hours') at time zone 'UTC'""";

    /** Where and on which day the customer of a relation %s came first. */
    static final String FIRST = """
            select a.location_id, a.local_start::date as day from appointment a
            where a.organization_id = $1 and a.customer_id = %s.customer_id and a.status <> 'cancelled'
            order by a.starts_at, a.id limit 1""";

    private Visits() {}
}
