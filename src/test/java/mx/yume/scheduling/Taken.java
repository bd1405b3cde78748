package mx.yume.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

import mx.yume.business.Business;

/** Time of people and spots that is taken already, by blocks and by holds of the waiting list, some of them run out. */
final class Taken {

    private static final Duration DAYS = Duration.ofDays(5);

    private Taken() {}

    /** An SQL script. All of it hangs on one block, long ago: which block's time it is makes no difference. */
    static String atRandom(Business salon, Instant begin, Instant now, Random random) {
        var staff = salon.staff().getFirst().id();
        var sql = new StringBuilder(
                """
                        insert into block (organization_id, id, action_id, staff_id, starts_at, ends_at, created_at)
                            values ('%1$s', '%1$s', '%1$s', '%2$s', '2026-01-01', '2026-01-02', now());
                        insert into person (organization_id, id, created_at) values ('%1$s', '%1$s', now());
                        insert into waitlist_entry (organization_id, id, customer_id, customer_name, location_id, earliest, latest, status,
                            origin, created_at)
                            values ('%1$s', '%1$s', '%1$s', 'Paty', '%5$s', '%3$s', '%4$s', 'offered', 'real', now());
                        insert into waitlist_offer (organization_id, id, entry_id, starts_at, ends_at, status, offered_at, expires_at)
                            values ('%1$s', '%1$s', '%1$s', '%3$s', '%4$s', 'open', '%3$s', '%4$s');
                        """
                        .formatted(salon.id(), staff, begin, begin.plus(DAYS), salon.location().id()));
        salon.staff().forEach(member -> resource(sql, salon, member.id().value(), "staff", begin, now, random));
        salon.spots().forEach(spot -> resource(sql, salon, spot.id().value(), "spot", begin, now, random));
        return sql.toString();
    }

    private static void resource(StringBuilder sql, Business salon, UUID resource, String kind, Instant begin, Instant now,
            Random random) {
        var at = begin.minus(Duration.ofDays(1));
        while (at.isBefore(begin.plus(DAYS)) && random.nextInt(20) != 0) {
            var from = at.plus(Duration.ofMinutes(random.nextInt(0, 500)));
            at = from.plus(Duration.ofMinutes(random.nextInt(1, 200)));
            boolean held = random.nextInt(3) == 0;
            sql.append("""
                    insert into reservation (organization_id, resource_id, kind, during, %s, held_until)
                    values ('%s', '%s', '%s', tstzrange('%s', '%s'), '%s', %s);
                    """.formatted(held ? "offer_id" : "block_id", salon.id(), resource, kind, from, at, salon.id(),
                    held ? "'" + now.plusSeconds(random.nextInt(-2, 3) * 450L) + "'" : "null"));
        }
    }
}
