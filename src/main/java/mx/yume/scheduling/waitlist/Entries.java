package mx.yume.scheduling.waitlist;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Appointments;
import mx.yume.scheduling.Wanted;

/** The rows of the waiting list, without any rule of their own. */
final class Entries {

    /** One row for each service; those of one entry follow each other. */
    private static final String SELECT = """
            select e.id, e.customer_id, e.customer_name, e.location_id, l.zone, e.earliest, e.latest, e.status, e.origin, e.version,
                   s.service_id, s.staff_id, p.staff_id as offered_staff_id,
                   o.id as offer_id, o.starts_at, o.ends_at, o.status as offer_status, o.expires_at
            from waitlist_entry e
            join location l on l.organization_id = e.organization_id and l.id = e.location_id
            join waitlist_service s on s.organization_id = e.organization_id and s.entry_id = e.id
            """;
    private static final String WITH_OPEN_OFFER = SELECT
            + """
                    left join waitlist_offer o on o.organization_id = e.organization_id and o.entry_id = e.id and o.status = 'open'
                    left join waitlist_offer_part p on p.organization_id = o.organization_id and p.offer_id = o.id and p.position = s.position
                    where e.organization_id = $1
                    """;
    private static final String IN_ORDER = " order by e.created_at, e.id, s.position";
    private static final String FIND = WITH_OPEN_OFFER + "and e.id = $2" + IN_ORDER;
    private static final String OFFERED = SELECT
            + """
                    join waitlist_offer o on o.organization_id = e.organization_id and o.entry_id = e.id
                    join waitlist_offer_part p on p.organization_id = o.organization_id and p.offer_id = o.id and p.position = s.position
                    where e.organization_id = $1 and o.id = $2
                    """
            + IN_ORDER;
    /** Whose window is over waits no longer, whether or not anybody wrote that down. */
    private static final String OPEN = WITH_OPEN_OFFER
            + "and (e.status = 'offered' or e.status = 'waiting' and e.latest > $2)";
    private static final String ALL_OPEN = OPEN + IN_ORDER;
    private static final String OPEN_OF = OPEN + " and e.customer_id = $3" + IN_ORDER;
    /** Those whose visit, of a day at most, could touch a range; the demo's people do not answer. */
    private static final String NEXT = """
            with next as (
                select id from waitlist_entry
                where organization_id = $1 and status = 'waiting' and origin <> 'demo' and latest > $2
                  and earliest < $4 and latest > $3::timestamptz - interval '24 hours'
                  and ($5::uuid is null or (created_at, id) > (
                      select created_at, id from waitlist_entry where organization_id = $1 and id = $5))
                order by created_at, id limit $6)
            """ + WITH_OPEN_OFFER + "and e.id in (select id from next)" + IN_ORDER;
    private static final String INSERT = """
            insert into waitlist_entry (organization_id, id, customer_id, customer_name, location_id, earliest, latest, status, origin,
                                        created_at)
            values ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $9)
            """;
    private static final String INSERT_SERVICE = """
            insert into waitlist_service (organization_id, entry_id, position, service_id, staff_id) values ($1, $2, $3, $4, $5)
            """;
    private static final String CHANGE = """
            update waitlist_entry set status = $4, version = version + 1 where organization_id = $1 and id = $2 and status = $3
            """;
    private static final String LAPSE = """
            update waitlist_entry set status = 'lapsed', version = version + 1
            where organization_id = $1 and status = 'waiting' and latest <= $2
            """;

    private static final String SINCE = """
            select id, created_at from waitlist_entry where organization_id = $1 and status in ('waiting', 'offered')
            """;

    private Entries() {}

    static Uni<Map<EntryId, Instant>> since(SqlConnection connection, OrganizationId organization) {
        return connection.preparedQuery(SINCE).execute(Tuple.of(organization.value())).map(rows -> {
            var since = new HashMap<EntryId, Instant>();
            rows.forEach(row -> since.put(new EntryId(row.getUUID("id")), row.getOffsetDateTime("created_at").toInstant()));
            return Map.copyOf(since);
        });
    }

    static Uni<Optional<WaitlistEntry>> find(SqlConnection connection, OrganizationId organization, EntryId id) {
        return connection.preparedQuery(FIND).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> entries(rows).stream().findFirst());
    }

    /** With this offer, whatever has become of it. */
    static Uni<Optional<WaitlistEntry>> offered(SqlConnection connection, OrganizationId organization, OfferId offer) {
        return connection.preparedQuery(OFFERED).execute(Tuple.of(organization.value(), offer.value()))
                .map(rows -> entries(rows).stream().findFirst());
    }

    /** In the order in which they joined, as the next two. */
    static Uni<List<WaitlistEntry>> open(SqlConnection connection, OrganizationId organization, Instant now) {
        return connection.preparedQuery(ALL_OPEN).execute(Tuple.of(organization.value(), Appointments.utc(now)))
                .map(Entries::entries);
    }

    static Uni<List<WaitlistEntry>> open(SqlConnection connection, OrganizationId organization, PersonId customer,
            Instant now) {
        return connection.preparedQuery(OPEN_OF)
                .execute(Tuple.of(organization.value(), Appointments.utc(now), customer.value())).map(Entries::entries);
    }

    /**
     * The next in line, without an offer, who might want some of a range.
     *
     * @param after somebody who was thought of before, if anybody was
     */
    static Uni<List<WaitlistEntry>> next(SqlConnection connection, OrganizationId organization, TimeRange range,
            Optional<UUID> after, Instant now, int most) {
        return connection.preparedQuery(NEXT)
                .execute(Tuple.of(organization.value(), Appointments.utc(now), Appointments.utc(range.start()),
                        Appointments.utc(range.end()), after.orElse(null), most))
                .map(Entries::entries);
    }

    static Uni<Void> insert(SqlConnection connection, OrganizationId organization, WaitlistEntry entry, Instant now) {
        var services = new ArrayList<Tuple>();
        for (var wanted : entry.services()) {
            services.add(Tuple.of(organization.value(), entry.id().value(), (short) services.size(),
                    wanted.service().value(), wanted.staff().map(StaffId::value).orElse(null)));
        }
        return connection.preparedQuery(INSERT)
                .execute(Tuple.from(new Object[]{organization.value(), entry.id().value(), entry.customer().value(),
                        entry.customerName(), entry.location().value(), Appointments.utc(entry.from().toInstant()),
                        Appointments.utc(entry.to().toInstant()), entry.origin(), Appointments.utc(now)}))
                .chain(() -> connection.preparedQuery(INSERT_SERVICE).executeBatch(services)).replaceWithVoid();
    }

    /** Compare-and-set: whether it was this call that changed it. */
    static Uni<Boolean> change(SqlConnection connection, OrganizationId organization, EntryId id, EntryStatus from,
            EntryStatus to) {
        return connection.preparedQuery(CHANGE)
                .execute(Tuple.of(organization.value(), id.value(), sql(from), sql(to)))
                .map(updated -> updated.rowCount() == 1);
    }

    /** Writes down for whom the time they waited for is over. */
    static Uni<Void> lapse(SqlConnection connection, OrganizationId organization, Instant now) {
        return connection.preparedQuery(LAPSE).execute(Tuple.of(organization.value(), Appointments.utc(now)))
                .replaceWithVoid();
    }

    private static List<WaitlistEntry> entries(RowSet<Row> rows) {
        var services = new LinkedHashMap<UUID, List<Row>>();
        rows.forEach(row -> services.computeIfAbsent(row.getUUID("id"), id -> new ArrayList<>()).add(row));
        return services.values().stream().map(Entries::entry).toList();
    }

    private static WaitlistEntry entry(List<Row> services) {
        var row = services.getFirst();
        var zone = ZoneId.of(row.getString("zone"));
        return new WaitlistEntry(new EntryId(row.getUUID("id")), new PersonId(row.getUUID("customer_id")),
                row.getString("customer_name"), new LocationId(row.getUUID("location_id")),
                services.stream().map(service -> wanted(service, "staff_id")).toList(),
                row.getOffsetDateTime("earliest").atZoneSameInstant(zone),
                row.getOffsetDateTime("latest").atZoneSameInstant(zone),
                EntryStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getUUID("offer_id")).map(id -> offer(new OfferId(id), services, zone)),
                row.getString("origin"), row.getInteger("version"));
    }

    private static Offer offer(OfferId id, List<Row> parts, ZoneId zone) {
        var row = parts.getFirst();
        return new Offer(id, parts.stream().map(part -> wanted(part, "offered_staff_id")).toList(),
                row.getOffsetDateTime("starts_at").atZoneSameInstant(zone),
                row.getOffsetDateTime("ends_at").atZoneSameInstant(zone),
                OfferStatus.valueOf(row.getString("offer_status").toUpperCase(Locale.ROOT)),
                row.getOffsetDateTime("expires_at").toInstant());
    }

    private static Wanted wanted(Row row, String staff) {
        return new Wanted(new ServiceId(row.getUUID("service_id")),
                Optional.ofNullable(row.getUUID(staff)).map(StaffId::new));
    }

    static String sql(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
