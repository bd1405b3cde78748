package mx.yume.scheduling.stats;

/** How the visits of a day, the first of a customer and their number are found: parts of statements in which $1 is the organization. */
final class Visits {

    /**
     * The visits a of the day and the location that a relation %s names. They are found by their beginning, wherever on earth that day is;
     * which day it was, their own clock said. By itself, or they would be joined by the day, and all there are be read for it.
     */
    static final String OF = """
            lateral (
                select v.id, v.customer_id, v.starts_at, v.ends_at, v.local_start, v.price_centavos, v.status from appointment v
                where v.organization_id = $1 and v.location_id = %1$s.location_id
                  and v.starts_at >= (%1$s.day - interval '14 hours') at time zone 'UTC'
                  and v.starts_at < (%1$s.day + interval '36 hours') at time zone 'UTC'
                  and v.local_start::date = %1$s.day
                offset 0) as a""";

    /** Where and on which day the customer of a relation %s came first. */
    static final String FIRST = """
            select a.location_id, a.local_start::date as day from appointment a
            where a.organization_id = $1 and a.customer_id = %s.customer_id and a.status <> 'cancelled'
            order by a.starts_at, a.id limit 1""";

    /**
     * The number n of the customer of a relation %s, looked up for each by itself: as long as nothing is known of how many have one, all
     * of them would be read for it.
     */
    static final String NUMBER = """
            lateral (
                select k.number from customer_number k
                where k.organization_id = $1 and k.customer_id = %s.customer_id
                offset 0) as n""";

    private Visits() {}
}
