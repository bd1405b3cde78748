package mx.yume.scheduling;

import java.util.List;
import java.util.UUID;

import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.measuring.EndToEnd;
import mx.yume.testing.PlainYume;

/** Ten people who cut hair at ten chairs, eleven hours every day, each with ten visits a day, from two days ago to thirty days on. */
final class SalonOfTen {

    private static final int PEOPLE = 10;
    private static final int HORIZON_DAYS = 60;
    private static final String CUSTOMERS = """
            insert into person (organization_id, id, name, name_confirmed_at, created_at)
            select organization_id, gen_random_uuid(), 'Clienta ' || n, now(), now() from location, generate_series(1, 200) as n
            """;

    private SalonOfTen() {}

    /** The month to come; nothing before it. */
    static PlainYume opened(PlainYume yume) {
        yume.with(salon());
        yume.superuser().execute(CUSTOMERS);
        visits(yume, "2027-01-11", 33, 10, 60, 30, "confirmed");
        settle(yume);
        return yume;
    }

    /** The same after years of forty visits a day each: half a million, with their parts and a million reservations. */
    static PlainYume openedYearsAgo(PlainYume yume) {
        opened(yume);
        visits(yume, "2023-08-10", 1250, 40, 16, 15, "completed");
        settle(yume);
        return yume;
    }

    /** From 9:00 to 20:00 every day; a cut takes 30 minutes. */
    private static Business salon() {
        var hours = Shop.daily("09:00-20:00");
        var shop = new Shop().open(hours).horizon(HORIZON_DAYS).cut(30, 0).cutOn("silla");
        for (int number = 0; number < PEOPLE; number++) {
            shop.with(new StaffId(new UUID(1, number)), hours).spot(new SpotId(new UUID(2, number)), "silla");
        }
        return shop.business();
    }

    /** As it is read back. */
    static Business business(PlainYume yume) {
        return EndToEnd.await(yume.the(Businesses.class).load(salon().id())).orElseThrow();
    }

    static List<PersonId> customers(PlainYume yume) {
        return yume.superuser().rows("select id from person order by name").stream()
                .map(row -> new PersonId(UUID.fromString(row.getFirst()))).toList();
    }

    /** Who serves sits at the chair of the same number. Foreign keys are not asked: what is written here has them right. */
    private static void visits(PlainYume yume, String from, int days, int aDay, int apart, int minutes, String status) {
        yume.superuser().execute(
                """
                        set session_replication_role = replica;
                        create temporary table visit as
                        select m.organization_id, gen_random_uuid() as id, l.id as location_id, m.id as staff_id, c.id as spot_id, s.id as service_id,
                               local_start, local_start at time zone l.zone as starts_at,
                               (local_start + interval '%5$d minutes') at time zone l.zone as ends_at, l.zone, number
                        from location l, service s, staff_member m
                          join spot c on c.position = m.position
                          cross join generate_series(0, %2$d - 1) as day
                          cross join generate_series(0, %3$d - 1) as number
                          cross join lateral (
                              select date '%1$s' + day + time '09:00' + number * interval '%4$d minutes' + %5$d * (m.position %% 4) * interval '1 minute'
                                     as local_start) as at;
                        insert into appointment (organization_id, id, location_id, customer_id, customer_name, starts_at, ends_at, local_start, zone,
                                                 price_centavos, status, origin, created_at)
                        select v.organization_id, v.id, v.location_id, p.id, p.name, v.starts_at, v.ends_at, v.local_start, v.zone, 25000, '%6$s',
                               'real', v.starts_at - interval '7 days'
                        from visit v join person p on p.name = 'Clienta ' || (1 + v.number);
                        insert into appointment_part (organization_id, appointment_id, position, service_id, staff_id, spot_id, starts_at, ends_at,
                                                      price_centavos)
                        select organization_id, id, 0, service_id, staff_id, spot_id, starts_at, ends_at, 25000 from visit;
                        insert into reservation (organization_id, resource_id, kind, during, appointment_id)
                        select organization_id, staff_id, 'staff', tstzrange(starts_at, ends_at), id from visit order by staff_id, starts_at;
                        insert into reservation (organization_id, resource_id, kind, during, appointment_id)
                        select organization_id, spot_id, 'spot', tstzrange(starts_at, ends_at), id from visit order by spot_id, starts_at;
                        """
                        .formatted(from, days, aDay, apart, minutes, status));
    }

    /** Statistics and visibility as autovacuum would leave them. */
    private static void settle(PlainYume yume) {
        yume.superuser().execute("vacuum analyze");
    }
}
