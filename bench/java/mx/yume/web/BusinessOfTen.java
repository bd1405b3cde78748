package mx.yume.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import mx.yume.measuring.Installation;
import mx.yume.scheduling.stats.CountedDays;

/**
 * Ten people with twelve services, open from 9:00 to 20:00 every day, with ten visits a day each from a week ago to three weeks on;
 * before that with as many years of twenty visits a day as wanted. Every customer had a conversation.
 *
 * @param days before the last week, each of two hundred visits
 * @param customers who come and write, the more of them the longer it goes
 */
// Statements as long as these hide what is done with them.
@SuppressWarnings("InlineFormatString")
record BusinessOfTen(String name, UUID id, int days, int customers) {

    /** Each customer wrote so many messages, and got as many. */
    private static final int MESSAGES = 6;

    /** Half a million visits before the last week. */
    static BusinessOfTen afterYears() {
        return new BusinessOfTen("years", new UUID(0x7000, 0x8000_0000_0000_0001L), 2_500, 20_000);
    }

    static BusinessOfTen justOpened() {
        return new BusinessOfTen("new", new UUID(0x7000, 0x8000_0000_0000_0002L), 0, 200);
    }

    private static final String SETUP = """
            insert into organization (organization_id, name, slug, type, created_at)
            values ('%1$s', 'Salón %2$s', '%2$s', 'hair_salon', now() - interval '8 years');
            insert into location (organization_id, id, name, address, zone)
            values ('%1$s', md5('%2$s place')::uuid, 'Centro', 'Av. Juárez 10, Centro, Puebla', 'America/Mexico_City');
            insert into opening_hours (organization_id, location_id, weekday, opens, closes)
            select '%1$s', md5('%2$s place')::uuid, day, '09:00', '20:00' from generate_series(1, 7) as day;
            insert into business_number (organization_id, provider, address)
            values ('%1$s', 'simulator', '+5255' || lpad((abs(hashtext('%2$s')) %% 100000000)::text, 8, '0'));
            insert into service (organization_id, id, name, duration_minutes, price_centavos, position, category, description)
            select '%1$s', md5('%2$s service ' || n)::uuid, 'Servicio ' || n, 30, 20000 + 2500 * n, n, 'Grupo ' || n / 4,
                   'Con lavado y secado, para cabello corto o largo.'
            from generate_series(0, 11) as n;
            insert into staff_member (organization_id, id, name, phone, permission, position, onboarded_at)
            select '%1$s', md5('%2$s staff ' || n)::uuid, 'Persona ' || n,
                   '+5233' || lpad((abs(hashtext('%2$s')) %% 1000000)::text, 6, '0') || lpad(n::text, 2, '0'),
                   case when n = 0 then 'owner' else 'staff' end, n, now()
            from generate_series(0, 9) as n;
            insert into staff_hours (organization_id, staff_id, location_id, weekday, opens, closes)
            select '%1$s', md5('%2$s staff ' || n)::uuid, md5('%2$s place')::uuid, day, '09:00', '20:00'
            from generate_series(0, 9) as n, generate_series(1, 7) as day;
            insert into staff_skill (organization_id, staff_id, service_id)
            select '%1$s', m.id, s.id from staff_member m, service s
            where m.organization_id = '%1$s' and s.organization_id = '%1$s';
            insert into session (organization_id, id, staff_id, token_hash, opened_at, seen_at, expires_at, device)
            values ('%1$s', gen_random_uuid(), md5('%2$s staff 0')::uuid, '\\x%3$s', now(), now(), now() + interval '7 days',
                    'Chrome en Android');
            """;
    private static final String CUSTOMERS = """
            insert into person (organization_id, id, name, name_confirmed_at, created_at)
            select '%1$s', md5('%2$s customer ' || n)::uuid,
                   (array['Ana', 'María José', 'Lupita', 'Sofía', 'Ximena', 'Fernanda', 'Paty', 'Rosa', 'Beto', 'Jorge', 'Lucía'])[1 + n %% 11]
                   || ' ' || (array['López', 'Hernández', 'García', 'Martínez', 'Núñez', 'Pérez', 'Ramírez'])[1 + n / 11 %% 7]
                   || ' ' || (array['Cruz', 'Flores', 'Gómez', 'Díaz', 'Reyes', 'Torres', 'Vargas', 'Mora'])[1 + n / 77 %% 8],
                   now(), now() - n * interval '3 hours'
            from generate_series(0, %3$d - 1) as n;
            insert into person_identity (organization_id, provider, kind, value, person_id)
            select '%1$s', 'whatsapp', 'phone', '+5222' || lpad((31 * n %% 100000000)::text, 8, '0'), md5('%2$s customer ' || n)::uuid
            from generate_series(0, %3$d - 1) as n;
            """;
    /** First and last day counted from today, visits of each day and person, minutes from one to the next. */
    private static final String VISITS = """
            create temporary table visit as
            select md5('%2$s visit ' || day || ' ' || who || case when number = 0 then '' else ' ' || number end)::uuid as id,
                   md5('%2$s staff ' || who)::uuid as staff_id,
                   md5('%2$s service ' || (who + number) %% 12)::uuid as service_id,
                   md5('%2$s customer ' || (who * 7919 + (day + 10000) * 131 + number * 37) %% %3$d)::uuid as customer_id,
                   20000 + 2500 * ((who + number) %% 12) as price, local_start,
                   local_start at time zone 'America/Mexico_City' as starts_at,
                   (local_start + interval '30 minutes') at time zone 'America/Mexico_City' as ends_at,
                   (who + day + 10000 + number) %% 20 as chance
            from generate_series(%4$d, %5$d) as day, generate_series(0, %6$d - 1) as number, generate_series(0, 9) as who,
                 lateral (select (now() at time zone 'America/Mexico_City')::date + day + time '09:00' + number * interval '%7$d minutes'
                                 as local_start) as at
            order by local_start, who;
            insert into appointment (organization_id, id, location_id, customer_id, customer_name, starts_at, ends_at, local_start, zone,
                                     price_centavos, status, origin, created_at, cancelled_at, cancelled_by, attended_at, closed_at)
            select '%1$s', v.id, md5('%2$s place')::uuid, v.customer_id, p.name, starts_at, ends_at, local_start, 'America/Mexico_City',
                   price, status, 'real', least(now(), starts_at - interval '5 days'),
                   case when status = 'cancelled' then starts_at - interval '1 day' end,
                   case when status = 'cancelled' then 'customer' end,
                   case when status in ('completed', 'no_show') then ends_at end,
                   case when status in ('completed', 'no_show') then ends_at + interval '1 hour' end
            from visit v join person p on p.organization_id = '%1$s' and p.id = v.customer_id,
                 lateral (select case when chance = 0 then 'cancelled' when ends_at > now() then 'confirmed' when chance = 1 then 'no_show'
                                      else 'completed' end as status) as ended
            order by starts_at;
            insert into appointment_part (organization_id, appointment_id, position, service_id, staff_id, starts_at, ends_at, price_centavos)
            select '%1$s', id, 0, service_id, staff_id, starts_at, ends_at, price from visit order by starts_at;
            insert into reservation (organization_id, resource_id, kind, during, appointment_id)
            select '%1$s', staff_id, 'staff', tstzrange(starts_at, ends_at), id from visit where chance <> 0 order by staff_id, starts_at;
            drop table visit;
            """;
    /** The first wrote just now, the others before them, one every forty minutes; each wrote once a day, and was answered. */
    private static final String CONVERSATIONS = """
            select count(ensure_partition('inbound_message', month, (month at time zone 'UTC' + interval '1 month') at time zone 'UTC'))
            from generate_series(date_trunc('month', now(), 'UTC') - interval '24 months', now(), interval '1 month') as month;
            create temporary table talk as
            select md5('%2$s talk ' || n)::uuid as id, md5('%2$s customer ' || n)::uuid as person_id, now() - n * interval '40 minutes' as at,
                   '+5222' || lpad((31 * n %% 100000000)::text, 8, '0') as phone
            from generate_series(0, %3$d - 1) as n;
            insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address, last_inbound_at)
            select '%1$s', id, person_id, 'simulator', 'simulator', '+525500000099', phone, at from talk;
            create temporary table said as
            select t.*, t.at - day * interval '1 day' as said_at, day from talk t, generate_series(0, %4$d - 1) as day
            order by said_at;
            insert into inbound_message (organization_id, id, conversation_id, provider, provider_message_id, origin, kind, body, raw, received_at)
            select '%1$s', gen_random_uuid(), id, 'simulator', id || ' ' || day, 'simulator', 'text',
                   '¿Tienen lugar mañana a las 5 para un corte?', '', said_at from said order by said_at;
            insert into outbox (organization_id, id, conversation_id, purpose, origin, channel, business_address, person_address, content,
                                status, due_at, created_at, sent_at, answers)
            select '%1$s', gen_random_uuid(), id, 'reply:' || id || ':' || day, 'simulator', 'simulator', '+525500000099', phone,
                   '{"type": "text", "body": "Mañana a las 5:00 p.m. está libre con Persona 3. ¿La agendo?"}'::jsonb, 'read',
                   said_at + interval '3 seconds', said_at + interval '3 seconds', said_at + interval '4 seconds', true
            from said order by said_at;
            drop table said, talk;
            insert into waitlist_entry (organization_id, id, customer_id, customer_name, location_id, earliest, latest, status, origin, created_at)
            select '%1$s', md5('%2$s wait ' || n)::uuid, md5('%2$s customer ' || n)::uuid, 'Clienta ' || n, md5('%2$s place')::uuid,
                   now() + interval '1 day', now() + interval '3 days', 'waiting', 'real', now()
            from generate_series(0, 19) as n;
            insert into waitlist_service (organization_id, entry_id, position, service_id)
            select '%1$s', md5('%2$s wait ' || n)::uuid, 0, md5('%2$s service 1')::uuid from generate_series(0, 19) as n;
            insert into block (organization_id, id, action_id, staff_id, starts_at, ends_at, reason, created_at)
            select '%1$s', gen_random_uuid(), gen_random_uuid(), md5('%2$s staff ' || n)::uuid, now() + n * interval '1 day',
                   now() + n * interval '1 day' + interval '2 hours', 'Curso', now()
            from generate_series(0, 9) as n;
            """;

    /** Foreign keys are not asked: what is written here has them right. Nor is anybody twice anywhere, and that is asked at the end. */
    static void fill(Installation yume, List<BusinessOfTen> businesses) {
        var statements = new ArrayList<>(List.of(
                "set session_replication_role = replica; alter table reservation drop constraint reservation_never_twice",
                businesses.stream().map(BusinessOfTen::rows).reduce("set session_replication_role = replica;", String::concat),
                """
                        alter table reservation add constraint reservation_never_twice
                            exclude using gist (organization_id with =, resource_id with =, during with &&)""",
                "vacuum analyze"));
        businesses.forEach(business -> statements.add(CountedDays.of(business.id())));
        statements.add("vacuum analyze figure_day, figure_customers, figure_hour, figure_line, customer_number, first_visit");
        yume.asSuperuser(statements);
    }

    private String rows() {
        return SETUP.formatted(id, name, HexFormat.of().formatHex(hash())) + CUSTOMERS.formatted(id, name, customers)
                + (days == 0 ? "" : VISITS.formatted(id, name, customers, -7 - days, -8, 20, 33))
                + VISITS.formatted(id, name, customers, -7, 21, 10, 66)
                + CONVERSATIONS.formatted(id, name, customers, MESSAGES);
    }

    /** Of the owner's session, as the cookie holds it. */
    String token() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(name.repeat(32).substring(0, 32).getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As it is made in the tables above. */
    UUID made(String what) {
        try {
            var bits = java.nio.ByteBuffer
                    .wrap(MessageDigest.getInstance("MD5").digest((name + " " + what).getBytes(StandardCharsets.US_ASCII)));
            return new UUID(bits.getLong(), bits.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
