package mx.yume.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import mx.yume.platform.OrganizationId;

/**
 * Visits of Salón Lupita with their customers, chats and reminder jobs, as the product writes them; many in one statement, for a
 * superuser.
 *
 * @param origin of all of it: "real" over Twilio, or "simulator"
 * @param first when the first reminder is due, a day before its visit
 * @param apart how long after it the next one is
 * @param now business time: everybody has just written
 */
public record DueReminders(String origin, int visits, Instant first, Duration apart, ZoneId zone, Instant now) {

    public String sql() {
        OrganizationId salon = SalonLupita.ID;
        var channel = origin.equals("real") ? "twilio" : "simulator";
        return """
                with visit as materialized (
                    select n, gen_random_uuid() as person, gen_random_uuid() as id, '+52557' || lpad(n::text, 7, '0') as phone,
                           timestamptz '%2$s' + n * interval '%3$s milliseconds' + interval '24 hours' as starts
                    from generate_series(0, %4$d - 1) n
                ), people as (
                    insert into person (organization_id, id, name, name_confirmed_at, created_at)
                    select '%1$s', person, 'Clienta ' || n, '%5$s', '%5$s' from visit
                ), phones as (
                    insert into person_identity (organization_id, provider, kind, value, person_id)
                    select '%1$s', 'whatsapp', 'phone', phone, person from visit
                ), chats as (
                    insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address,
                                              last_inbound_at)
                    select '%1$s', gen_random_uuid(), person, '%6$s', '%7$s', '%8$s', phone, '%5$s' from visit
                ), visits as (
                    insert into appointment (organization_id, id, location_id, customer_id, customer_name, starts_at, ends_at,
                                             local_start, zone, price_centavos, status, origin, created_at)
                    select '%1$s', id, '%9$s', person, 'Clienta ' || n, starts, starts + interval '45 minutes',
                           starts at time zone '%10$s', '%10$s', 25000, 'confirmed', '%6$s', '%5$s' from visit
                ), parts as (
                    insert into appointment_part (organization_id, appointment_id, position, service_id, staff_id, starts_at, ends_at,
                                                  price_centavos)
                    select '%1$s', id, 0, '%11$s', '%12$s', starts, starts + interval '45 minutes', 25000 from visit
                )
                insert into job (organization_id, id, kind, payload, origin, due_at, created_at)
                select '%1$s', gen_random_uuid(), 'reminder.due',
                       jsonb_build_object('appointment', id, 'which', 'day_before',
                           'start', to_char(starts at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
                       '%6$s', starts - interval '24 hours', '%5$s' from visit
                """
                .formatted(salon, first, apart.toMillis(), visits, now, origin, channel, SalonLupita.NUMBER,
                        SalonLupita.LOCATION, zone, SalonLupita.CORTE, SalonLupita.BETO);
    }
}
