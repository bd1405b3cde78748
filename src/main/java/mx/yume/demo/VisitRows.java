package mx.yume.demo;

import java.util.List;
import java.util.Locale;

import mx.yume.business.Location;
import mx.yume.business.SpotId;

/** The demo's appointments as rows, with the people they are for and what they keep busy. */
final class VisitRows {

    private static final String PERSON = """
            insert into person (organization_id, id, name, name_confirmed_at, created_at) values ($1, $2, $3, $4, $4)
            """;
    private static final String IDENTITY = """
            insert into person_identity (organization_id, provider, kind, value, person_id)
            values ($1, 'whatsapp', 'phone', $2, $3)
            """;
    private static final String APPOINTMENT = """
            insert into appointment (organization_id, id, location_id, customer_id, customer_name, starts_at, ends_at, local_start,
                zone, price_centavos, status, origin, created_at, cancelled_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'demo', $12, $13)
            """;
    private static final String PART = """
            insert into appointment_part (organization_id, appointment_id, position, service_id, staff_id, spot_id, starts_at, ends_at,
                price_centavos)
            values ($1, $2, 0, $3, $4, $5, $6, $7, $8)
            """;
    private static final String RESERVATION = """
            insert into reservation (organization_id, resource_id, kind, during, appointment_id)
            values ($1, $2, $3, tstzrange($4, $5), $6)
            """;
    /** Everybody booked a few days ahead. */
    private static final int DAYS_AHEAD = 3;

    private VisitRows() {}

    static void add(Rows rows, List<Visit> visits, Location location) {
        visits.stream().map(Visit::client).distinct().sorted().forEach(client -> addClient(rows, client, visits));
        visits.forEach(visit -> addVisit(rows, visit, location));
    }

    private static void addClient(Rows rows, int client, List<Visit> visits) {
        var first = visits.stream().filter(visit -> visit.client() == client).findFirst().orElseThrow();
        rows.add(PERSON, Clients.id(client), Clients.NAMES.get(client),
                Rows.utc(first.start().minusDays(DAYS_AHEAD).toInstant()));
        rows.add(IDENTITY, Clients.phone(client).e164(), Clients.id(client));
    }

    private static void addVisit(Rows rows, Visit visit, Location location) {
        var id = SalonLupita.id("cita " + visit.staff() + " " + visit.start().toInstant());
        var booked = Rows.utc(visit.start().minusDays(DAYS_AHEAD).toInstant());
        var start = Rows.utc(visit.start().toInstant());
        var end = Rows.utc(visit.end().toInstant());
        var price = visit.service().price().amount().centavos();
        rows.add(APPOINTMENT, id, location.id().value(), Clients.id(visit.client()), Clients.NAMES.get(visit.client()), start,
                end, visit.start().toLocalDateTime(), location.zone().getId(), price,
                visit.status().name().toLowerCase(Locale.ROOT), booked,
                visit.busyUntil().isPresent() ? null : booked.plusDays(1));
        rows.add(PART, id, visit.service().id().value(), visit.staff().value(), visit.spot().map(SpotId::value).orElse(null),
                start, end, price);
        visit.busyUntil().map(until -> Rows.utc(until.toInstant())).ifPresent(until -> {
            rows.add(RESERVATION, visit.staff().value(), "staff", start, until, id);
            visit.spot().ifPresent(spot -> rows.add(RESERVATION, spot.value(), "spot", start, until, id));
        });
    }
}
