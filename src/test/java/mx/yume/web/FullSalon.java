package mx.yume.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.business.Business;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.Permission;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;

/** Salón Lupita with one of everything that a page may show, and another business beside it. */
@ApplicationScoped
class FullSalon {

    static final OrganizationId OTHER = new OrganizationId(UUID.fromString("ffffffff-0000-7000-8000-000000000001"));
    static final StaffId OTHERS_OWNER = new StaffId(UUID.fromString("ffffffff-0000-7000-8000-000000000002"));

    /** What follows its field's name in every text of {@link #nasty()}: a script, an expression, quotes, and marks that turn text. */
    static final String NASTY = "<script>alert(1)</script>{braces}\"'\u202E\u2066";
    static final String NASTY_AS_TEXT = "&lt;script&gt;alert(1)&lt;/script&gt;{braces}&quot;&#39;\u202E\u2066";
    /** Where a text is written that a page must show. */
    static final List<String> FIELDS = List.of("negocio", "sucursal", "direccion", "servicio", "categoria", "descripcion",
            "lugar", "persona", "cliente", "perfil", "nota", "mensaje", "respuesta", "ayuda", "bloqueo", "descanso", "festivo",
            "espera", "cita", "aparato", "comentario", "cancelada");

    private static final String CHAT = "01900000-0000-7000-8000-0000000000c1";
    private static final String NAMELESS = "01900000-0000-7000-8000-0000000000c2";
    private static final String VISIT = """
            select * from appointment where status = 'confirmed' order by starts_at desc, id limit 1""";
    private static final Pattern PLACE = Pattern.compile("([a-z]+)/\\{\\w+}");

    private final World world;

    FullSalon(World world) {
        this.world = world;
    }

    void load() {
        world.freshWithAppointments();
        world.execute("""
                update appointment set status = 'cancelled', cancelled_at = now(), cancelled_by = 'business',
                    cancel_reason = 'Beto se enfermó'
                where id = (select id from appointment where status = 'completed' order by starts_at, id limit 1);
                delete from reservation where appointment_id in (select id from appointment where status = 'cancelled');
                update appointment set rating = 4, rated_at = ends_at, rating_comment = 'Muy bien' where status = 'completed';
                insert into person_note (organization_id, person_id, note, changed_at)
                select organization_id, customer_id, 'Alérgica al amoniaco', now() from (%1$s) visit;
                insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address,
                    last_inbound_at)
                select organization_id, '%2$s', customer_id, 'real', 'twilio', '+525500000002', '+525511112222',
                    '2027-01-13 09:00-06' from (%1$s) visit;
                insert into inbound_message (organization_id, id, conversation_id, provider, provider_message_id, origin, kind,
                    body, raw, received_at)
                select organization_id, gen_random_uuid(), id, 'twilio', 'SM1', 'real', 'text', 'Hola', '', last_inbound_at
                from conversation where id = '%2$s';
                insert into outbox (organization_id, id, conversation_id, purpose, origin, channel, business_address,
                    person_address, content, status, due_at, created_at)
                select organization_id, gen_random_uuid(), id, 'test', 'real', 'twilio', business_address, person_address,
                    '{"type": "text", "body": "¿En qué te ayudo?"}', 'sent', last_inbound_at, last_inbound_at + interval '1 s'
                from conversation where id = '%2$s';
                insert into handoff (organization_id, id, conversation_id, asked_by, reason, started_at, last_activity_at,
                    told_at)
                select organization_id, gen_random_uuid(), id, 'customer', 'Quiere hablar con alguien', last_inbound_at,
                    last_inbound_at, last_inbound_at from conversation where id = '%2$s';
                insert into person (organization_id, id, profile_name, created_at)
                values ('%3$s', '%4$s', 'Nena', now());
                insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address,
                    last_inbound_at)
                values ('%3$s', gen_random_uuid(), '%4$s', 'real', 'twilio', '+525500000002', '+525511113333',
                    '2027-01-13 09:30-06');
                insert into waitlist_entry (organization_id, id, customer_id, customer_name, location_id, earliest, latest,
                    status, origin, created_at)
                select organization_id, gen_random_uuid(), customer_id, 'Paty', location_id, '2027-01-14 09:00-06',
                    '2027-01-16 20:00-06', 'waiting', 'real', '2027-01-12 09:00-06' from (%1$s) visit;
                insert into waitlist_service (organization_id, entry_id, position, service_id)
                select organization_id, id, 0, '%5$s' from waitlist_entry;
                insert into block (organization_id, id, action_id, staff_id, starts_at, ends_at, reason, created_at)
                values ('%3$s', gen_random_uuid(), gen_random_uuid(), '%6$s', '2027-01-20 10:00-06', '2027-01-20 14:00-06',
                    'Dentista', now());
                insert into weekly_break (organization_id, id, action_id, staff_id, weekday, starts, ends, first_day, reason)
                values ('%3$s', gen_random_uuid(), gen_random_uuid(), '%6$s', 5, '17:00', '17:30', '2027-01-01', 'Café');
                insert into online_order (organization_id, id, customer_name, location_id, services, starts_at, price_centavos,
                    origin, made_at)
                values ('%3$s', gen_random_uuid(), 'Paty', '%7$s', array['%5$s']::uuid[], '2027-01-15 13:00-06', 25000, 'real',
                    '2027-01-13 10:00-06');
                insert into phone_code (organization_id, id, phone, may_be_sent, asked_at, expires_at)
                select organization_id, id, '+525511110001', false, made_at, made_at + interval '10 minutes' from online_order;
                insert into special_day (organization_id, location_id, day, note)
                select organization_id, id, '2027-02-01', 'Puente' from location where organization_id = '%3$s';
                """.formatted(VISIT, CHAT, SalonLupita.ID, NAMELESS, SalonLupita.CORTE, SalonLupita.BETO,
                SalonLupita.LOCATION));
        world.with(other());
    }

    private static Business other() {
        var main = SalonLupita.business().location();
        var place = new Location(new LocationId(UUID.fromString("ffffffff-0000-7000-8000-000000000003")), "Otro", "",
                main.zone(),
                main.hours(), main.specialDays(), main.grid(), main.minimumNotice(), main.horizonDays(), true);
        return new Business(OTHER, "Otro", "otro", List.of(place), List.of(),
                List.of(new StaffMember(OTHERS_OWNER, "Otra", Optional.of(new PhoneNumber("+525510000099")), Permission.OWNER,
                        Map.of(), Map.of(), List.of(), Map.of(), Optional.empty())),
                List.of());
    }

    /** The address behind a route, with the salon's own ids in it. */
    String address(String route) {
        return PLACE.matcher(route).replaceAll(place -> place.group(1) + "/" + Matcher.quoteReplacement(id(place.group(1))));
    }

    /** What stands behind this part of an address. */
    String id(String after) {
        return switch (after) {
            case "s" -> "salon-lupita";
            case "numeros" -> "resumen";
            case "citas" -> one(VISIT.replace("*", "id"));
            case "atendida" -> one("select id from appointment where rating is not null order by starts_at, id limit 1");
            case "cancelada" -> one("select id from appointment where status = 'cancelled' order by starts_at, id limit 1");
            case "clientes" -> one(VISIT.replace("*", "customer_id"));
            case "conversaciones" -> CHAT;
            case "equipo" -> SalonLupita.BETO.value().toString();
            case "servicios" -> SalonLupita.CORTE.value().toString();
            case "lugares" -> one("select id from spot where organization_id = '%s' order by position limit 1"
                    .formatted(SalonLupita.ID));
            case "sucursales", "horario" -> SalonLupita.LOCATION.value().toString();
            case "pedido" -> one("select id from online_order");
            case "espera" -> one("select id from waitlist_entry limit 1");
            case "descansos" -> one("select id from weekly_break where reason <> '' limit 1");
            case "bloqueos" -> one("select action_id from block limit 1");
            case "sesiones" -> one("select id from session where organization_id = '%s' order by id limit 1"
                    .formatted(SalonLupita.ID));
            default -> throw new AssertionError("Whose id comes after /" + after + "/?");
        };
    }

    private String one(String query) {
        return world.rows(query).getFirst().getFirst();
    }

    /** In every text: which field it is, and what must never do anything. */
    void nasty() {
        write("organization", "name", "negocio");
        write("location", "name", "sucursal");
        write("location", "address", "direccion");
        write("service", "name", "servicio");
        write("service", "category", "categoria");
        write("service", "description", "descripcion");
        write("spot", "name", "lugar");
        write("staff_member", "name", "persona");
        write("person", "profile_name", "perfil");
        write("person_note", "note", "nota");
        write("inbound_message", "body", "mensaje");
        write("handoff", "reason", "ayuda");
        write("block", "reason", "bloqueo");
        write("weekly_break", "reason", "descanso");
        write("special_day", "note", "festivo");
        write("waitlist_entry", "customer_name", "espera");
        write("appointment", "customer_name", "cita");
        write("session", "device", "aparato");
        world.execute("update person set name = left(name, 10) || '%s' where name is not null".formatted(text("cliente")));
        world.execute(
                "update outbox set content = jsonb_set(content, '{body}', to_jsonb('%s'::text))".formatted(text("respuesta")));
        world.execute("update appointment set rating_comment = '%s' where rating is not null".formatted(text("comentario")));
        world.execute("update appointment set cancel_reason = '%s' where status = 'cancelled'".formatted(text("cancelada")));
        world.execute("update spot set kind = '<script>alert(1)</script>' where kind = 'silla'");
        world.execute("update service set spot_kind = '<script>alert(1)</script>' where spot_kind = 'silla'");
    }

    /** Names that must differ keep their beginning. */
    private void write(String table, String column, String field) {
        world.execute(
                "update %1$s set %2$s = left(coalesce(%2$s, ''), 17 - length('%3$s')) || '%4$s' where organization_id = '%5$s'"
                        .formatted(table, column, field, text(field), SalonLupita.ID));
    }

    private static String text(String field) {
        return "[" + field + "]" + NASTY.replace("'", "''");
    }

    /** Sixty more of everything that a page lists. */
    void many() {
        world.execute("""
                create temporary table more on commit drop as select n, gen_random_uuid() person, gen_random_uuid() staff,
                    gen_random_uuid() service, gen_random_uuid() visit, gen_random_uuid() chat, gen_random_uuid() wait,
                    gen_random_uuid() place from generate_series(1, 60) n;
                insert into location (organization_id, id, name, zone, position)
                select '%1$s', place, 'Sucursal ' || n, 'America/Mexico_City', n from more;
                insert into special_day (organization_id, location_id, day, note)
                select '%1$s', '%2$s', date '2027-03-01' + n, 'Festivo' from more;
                insert into service (organization_id, id, name, duration_minutes, price_centavos, position)
                select '%1$s', service, 'Servicio ' || n, 30, 10000, n from more;
                insert into spot (organization_id, id, location_id, name, kind, position)
                select '%1$s', gen_random_uuid(), '%2$s', 'Lugar ' || n, 'banca', n from more;
                insert into staff_member (organization_id, id, name, permission, position)
                select '%1$s', staff, 'Persona ' || n, 'staff', n from more;
                insert into staff_hours (organization_id, staff_id, location_id, weekday, opens, closes)
                select '%1$s', staff, '%2$s', day, '10:00', '20:00' from more, generate_series(1, 7) day;
                insert into staff_skill (organization_id, staff_id, service_id)
                select '%1$s'::uuid, staff, service from more union select '%1$s'::uuid, '%3$s'::uuid, service from more;
                insert into weekly_break (organization_id, id, action_id, staff_id, weekday, starts, ends, first_day)
                select '%1$s', gen_random_uuid(), gen_random_uuid(), '%3$s', 1, '14:00', '14:30', '2027-01-01' from more;
                insert into block (organization_id, id, action_id, staff_id, starts_at, ends_at, created_at)
                select '%1$s', gen_random_uuid(), gen_random_uuid(), staff, '2027-01-13 18:00-06', '2027-01-13 19:00-06', now()
                from more;
                insert into person (organization_id, id, name, name_confirmed_at, created_at)
                select '%1$s', person, 'Cliente ' || n, now(), now() from more;
                insert into person_identity (organization_id, provider, kind, value, person_id)
                select '%1$s', 'whatsapp', 'phone', '+5255200' || (10000 + n), person from more;
                insert into appointment (organization_id, id, location_id, customer_id, customer_name, starts_at, ends_at,
                    local_start, zone, price_centavos, status, origin, created_at)
                select '%1$s', visit, '%2$s', '%4$s', 'Cliente ' || n, '2027-01-13 13:00-06', '2027-01-13 13:30-06',
                    '2027-01-13 13:00', 'America/Mexico_City', 10000, 'confirmed', 'real', now() from more;
                insert into appointment_part (organization_id, appointment_id, position, service_id, staff_id, starts_at,
                    ends_at, price_centavos)
                select '%1$s', visit, 0, service, staff, '2027-01-13 13:00-06', '2027-01-13 13:30-06', 10000 from more;
                insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address,
                    last_inbound_at)
                select '%1$s', chat, person, 'real', 'twilio', '+525500000002', '+5255200' || (10000 + n),
                    '2027-01-13 08:00-06' from more;
                insert into inbound_message (organization_id, id, conversation_id, provider, provider_message_id, origin, kind,
                    body, raw, received_at)
                select '%1$s', gen_random_uuid(), talk, 'twilio', 'SM' || n, 'real', 'text', 'Hola', '', '2027-01-13 08:00-06'
                from more, unnest(array['%5$s', chat]) talk;
                insert into waitlist_entry (organization_id, id, customer_id, customer_name, location_id, earliest, latest,
                    status, origin, created_at)
                select '%1$s', wait, person, 'Cliente', '%2$s', '2027-01-14 09:00-06', '2027-01-16 20:00-06', 'waiting', 'real',
                    now() from more;
                insert into waitlist_service (organization_id, entry_id, position, service_id)
                select '%1$s', wait, 0, service from more;
                insert into session (organization_id, id, staff_id, token_hash, opened_at, expires_at)
                select '%1$s', gen_random_uuid(), '%6$s', sha256(n::text::bytea), now(), '2030-01-01' from more;
                """.formatted(SalonLupita.ID, SalonLupita.LOCATION, SalonLupita.BETO, id("clientes"), CHAT,
                SalonLupita.LUPITA));
    }

    /** All that the salon has, sessions apart, so that one can tell whether any of it changed. */
    Map<String, String> rows() {
        return world
                .rows("""
                        select table_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
                        where table_schema = 'public' and column_name = 'organization_id' and table_type = 'BASE TABLE'
                            and table_name not in ('session', 'magic_link', 'sign_in_limit')""")
                .stream()
                .map(List::getFirst).collect(Collectors.toMap(table -> table, table -> one("""
                        select coalesce(string_agg(held::text, chr(10) order by held::text), '') from %s held
                        where organization_id = '%s'""".formatted(table, SalonLupita.ID))));
    }
}
