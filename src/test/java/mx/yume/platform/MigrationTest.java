package mx.yume.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import mx.yume.testing.BareDatabase;
import mx.yume.testing.Superuser;

/**
 * A database of the first release, filled as that release filled it, becomes one of today without losing anything. Migrations
 * run as the application's role, from which row-level security hides whatever they do not announce.
 */
class MigrationTest {

    private static final String LUPITA = "00000000-0000-0000-0000-00000000000a";
    private static final String NORTE = "00000000-0000-0000-0000-00000000000b";
    private static final List<String> ORGANIZATIONS = List.of(LUPITA, NORTE);
    private static final String APPOINTMENTS = """
            select id, organization_id, location_id, customer_id, customer_name, starts_at, ends_at, local_start, zone,
                   price_centavos, status, origin, created_at, cancelled_at, version from appointment order by id
            """;
    private static final String SERVED = "select organization_id, id, service_id, staff_id, spot_id, starts_at, ends_at, "
            + "price_centavos from appointment order by id";
    private static final String PARTS = """
            select organization_id, appointment_id, service_id, staff_id, spot_id, starts_at, ends_at, price_centavos
            from appointment_part order by appointment_id
            """;
    private static final String RESERVATIONS = """
            select organization_id, id, resource_id, kind, during, starts_at, ends_at, appointment_id from reservation order by id
            """;
    private static final String HOURS = """
            select organization_id, staff_id, weekday, opens, closes from staff_hours order by 1, 2, 3, 4
            """;

    /** As {@code table: how many rows}, and whole tables that must not change. */
    private static final Map<String, Long> ROWS_BEFORE = new TreeMap<>();
    private static final Map<String, List<List<String>>> BEFORE = new TreeMap<>();
    private static Superuser superuser;

    @BeforeAll
    static void migratedFromTheFirstRelease() {
        var database = BareDatabase.named("yume_migration");
        superuser = database.superuser();
        database.migrate("1");
        ORGANIZATIONS.forEach(MigrationTest::fill);
        tables().forEach(table -> ROWS_BEFORE.put(table, superuser.count("select count(*) from " + table)));
        for (var query : List.of(APPOINTMENTS, SERVED, RESERVATIONS, HOURS)) {
            BEFORE.put(query, superuser.rows(query));
        }
        database.migrate("latest");
    }

    @Test
    void noTableLosesARow() {
        assertThat(ROWS_BEFORE).hasSizeGreaterThan(20).containsEntry("appointment", 8L).containsEntry("reservation", 12L);
        ROWS_BEFORE.forEach((table, rows) -> assertThat(superuser.count("select count(*) from " + table)).as(table)
                .isEqualTo(rows));
    }

    @Test
    void everyAppointmentHasOnePartWithItsServiceStaffSpotTimesAndPrice() {
        assertThat(superuser.rows(PARTS)).hasSize(8).isEqualTo(BEFORE.get(SERVED));
        assertThat(superuser.count("select count(*) from appointment_part where position <> 0")).isZero();
    }

    @Test
    void appointmentsAreOtherwiseAsTheyWere() {
        assertThat(superuser.rows(APPOINTMENTS)).hasSize(8).isEqualTo(BEFORE.get(APPOINTMENTS));
        assertThat(superuser.count("""
                select count(*) from appointment where series_id is not null or attended_at is not null or closed_at is not null
                   or disputed_at is not null or rating is not null""")).isZero();
    }

    @Test
    void whoIsBusyStaysBusy() {
        assertThat(superuser.rows(RESERVATIONS)).hasSize(12).isEqualTo(BEFORE.get(RESERVATIONS));
        assertThat(superuser
                .count("""
                        select count(*) from reservation where block_id is not null or offer_id is not null or held_until is not null"""))
                .isZero();
    }

    @Test
    void staffWorkTheHoursTheyWorkedAtTheirOwnBusinesssActiveLocation() {
        assertThat(superuser.rows(HOURS)).hasSize(4).isEqualTo(BEFORE.get(HOURS));
        assertThat(superuser
                .count("""
                        select count(*) from staff_hours h join location l on l.organization_id = h.organization_id and l.id = h.location_id
                        where l.active"""))
                .isEqualTo(4);
    }

    @Test
    void servicesKeepTheirBufferAfterThem() {
        assertThat(superuser.rows("select distinct buffer_before_minutes, buffer_after_minutes, duration_minutes from service"))
                .containsExactly(List.of("0", "10", "45"));
    }

    /** A new table that nobody protected is found here, whatever else it has. */
    @Test
    void everyTableWithATenantHasItsForcedPolicy() {
        var unprotected = superuser
                .rows("""
                        select c.table_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name = 'organization_id'
                          and not exists (
                            select 1 from pg_policies p join pg_class k on k.relname = p.tablename and k.relnamespace = 'public'::regnamespace
                            where p.schemaname = 'public' and p.tablename = c.table_name and k.relrowsecurity and k.relforcerowsecurity
                              -- What was agreed to is only ever added to, and read.
                              and (p.cmd = 'ALL' or p.tablename = 'consent' and p.cmd = 'SELECT') and p.roles = '{public}' and p.qual like '%app.organization%')
                        """);
        assertThat(unprotected).isEmpty();
        assertThat(superuser
                .rows("""
                        select tablename from pg_policies where schemaname = 'public' and tablename <> 'consent' group by tablename having count(*) > 1"""))
                .isEmpty();
        assertThat(superuser.rows("select distinct tablename from pg_policies where schemaname = 'public'"))
                .hasSameSizeAs(tables()).contains(List.of("appointment_part"), List.of("block"), List.of("waitlist_offer"));
    }

    private static List<String> tables() {
        var tables = new ArrayList<String>();
        superuser.rows("""
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                """).forEach(row -> tables.add(row.getFirst()));
        return tables;
    }

    /** One of each status, with the reservations that the first release wrote: the buffer included, none for the cancelled. */
    private static void fill(String organization) {
        superuser.execute(
                """
                        insert into organization values ('%1$s', 'Salón', 'salon-' || right('%1$s', 1), 'active', now());
                        insert into location (organization_id, id, name, zone, active) values
                            ('%1$s', gen_random_uuid(), 'Local cerrado', 'America/Mexico_City', false),
                            ('%1$s', gen_random_uuid(), 'Local', 'America/Mexico_City', true),
                            ('%1$s', gen_random_uuid(), 'Otro local cerrado', 'America/Tijuana', false);
                        insert into service (organization_id, id, name, duration_minutes, buffer_minutes, price_centavos, spot_kind, position)
                            values ('%1$s', gen_random_uuid(), 'Corte', 45, 10, 25000, 'silla', 0);
                        insert into staff_member (organization_id, id, name, permission, position)
                            values ('%1$s', gen_random_uuid(), 'Rosa', 'staff', 0);
                        insert into person (organization_id, id, created_at) values ('%1$s', gen_random_uuid(), now());
                        insert into spot (organization_id, id, location_id, name, kind, position)
                            select organization_id, gen_random_uuid(), id, 'Silla', 'silla', 0 from location
                            where organization_id = '%1$s' and active;
                        insert into staff_hours (organization_id, staff_id, weekday, opens, closes)
                            select organization_id, id, weekday, '10:00', '19:00' from staff_member, (values (1), (6)) as days (weekday)
                            where organization_id = '%1$s';
                        insert into staff_skill select m.organization_id, m.id, s.id from staff_member m join service s using (organization_id)
                            where organization_id = '%1$s'"""
                        .formatted(organization));
        superuser.execute(
                """
                        insert into appointment (organization_id, id, location_id, customer_id, customer_name, service_id, staff_id, spot_id,
                            starts_at, ends_at, local_start, zone, price_centavos, status, origin, created_at, cancelled_at, version)
                        select s.organization_id, gen_random_uuid(), l.id, p.id, 'Paty', s.id, m.id, x.id, begins,
                            begins + interval '45 minutes', begins at time zone l.zone, l.zone, 25000 + nth, status, 'real', now(),
                            case status when 'cancelled' then now() end, nth
                        from service s join staff_member m using (organization_id) join person p using (organization_id)
                        join spot x using (organization_id) join location l on l.organization_id = s.organization_id and l.id = x.location_id,
                            unnest(array['confirmed', 'completed', 'cancelled', 'no_show']) with ordinality as statuses (status, nth),
                            lateral (select timestamptz '2027-01-13 16:00Z' + nth * interval '1 hour') as times (begins)
                        where s.organization_id = '%1$s';
                        insert into reservation (organization_id, resource_id, kind, during, appointment_id)
                        select organization_id, resource, kind, tstzrange(starts_at, ends_at + interval '10 minutes'), id
                        from appointment, lateral (values (staff_id, 'staff'), (spot_id, 'spot')) as taken (resource, kind)
                        where organization_id = '%1$s' and status <> 'cancelled'"""
                        .formatted(organization));
    }
}
