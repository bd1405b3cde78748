package mx.yume.business;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/** Reads what an organization has set up. Only what is active, in the owner's order; of dates that differ those still to come. */
@ApplicationScoped
public class Businesses {

    private static final String ORGANIZATION = "select name, slug from organization where organization_id = $1";
    private static final String EVERY_LOCATION = """
            select id, name, address, zone, grid_minutes, notice_minutes, horizon_days, days_kept_whole, active, version
            from location where organization_id = $1 order by position, id
            """;
    private static final String LOCATIONS = inUse(EVERY_LOCATION);
    private static final String OPENING_HOURS = """
            select location_id, weekday, opens, closes from opening_hours
            where organization_id = $1 order by location_id, weekday, opens
            """;
    private static final String SPECIAL_DAYS = """
            select d.location_id, d.day, h.opens, h.closes from special_day d
            left join special_hours h
              on h.organization_id = d.organization_id and h.location_id = d.location_id and h.day = d.day
            where d.organization_id = $1 and d.day >= $2 order by d.location_id, d.day, h.opens
            """;
    private static final String EVERY_SERVICE = """
            select id, name, category, description, duration_minutes, processing_after_minutes, processing_minutes,
                   buffer_before_minutes, buffer_after_minutes, price_centavos, price_from, spot_kind, notice_minutes, active, version
            from service where organization_id = $1 order by position, id
            """;
    private static final String SERVICES = inUse(EVERY_SERVICE);
    private static final String EVERY_SPOT = """
            select id, location_id, name, kind, active, version from spot
            where organization_id = $1 order by position, id
            """;
    private static final String SPOTS = inUse(EVERY_SPOT);
    private static final String EVERYBODY = """
            select id, name, phone, permission, default_spot_id, active, version from staff_member
            where organization_id = $1 order by position, id
            """;
    private static final String STAFF = inUse(EVERYBODY);
    private static final String STAFF_HOURS = """
            select staff_id, location_id, weekday, opens, closes from staff_hours
            where organization_id = $1 order by staff_id, location_id, weekday, opens
            """;
    private static final String STAFF_SPECIAL_DAYS = """
            select d.staff_id, d.day, h.location_id, h.opens, h.closes from staff_special_day d
            left join staff_special_hours h
              on h.organization_id = d.organization_id and h.staff_id = d.staff_id and h.day = d.day
            where d.organization_id = $1 and d.day >= $2 order by d.staff_id, d.day, h.opens
            """;
    private static final String BREAKS = """
            select staff_id, id, weekday, starts, ends, first_day, last_day, reason from weekly_break
            where organization_id = $1 and (last_day is null or last_day >= $2) order by staff_id, weekday, starts, id
            """;
    private static final String SKILLS = """
            select k.staff_id, k.service_id, k.duration_minutes, k.price_centavos, k.price_from, k.online from staff_skill k
            join service s on s.organization_id = k.organization_id and s.id = k.service_id
            where k.organization_id = $1 and s.active
            """;

    private final Database database;
    private final Clock clock;

    Businesses(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Empty when there is no such organization or it has no active location. Whether it is suspended is the router's question. */
    public Uni<Optional<Business>> load(OrganizationId id) {
        return database.inTenant(id, connection -> load(connection, id));
    }

    /** The same within a transaction, for those who must decide on what holds at that moment. One round trip. */
    public Uni<Optional<Business>> load(SqlConnection connection, OrganizationId id) {
        return Uni.combine().all().unis(
                locations(connection, id, LOCATIONS), staff(connection, id, STAFF), rows(connection, ORGANIZATION, id),
                rows(connection, SERVICES, id), rows(connection, SPOTS, id))
                .with((locations, staff, organization, services, spots) -> locations.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Business(id, organization.iterator().next().getString("name"),
                                organization.iterator().next().getString("slug"), Rows.what(locations),
                                Rows.list(services, MenuRows::service), Rows.what(staff),
                                Rows.list(spots, MenuRows::spot))));
    }

    /** What is out of use too, with what changing it asks for; empty lists for an organization that there is not. */
    public Uni<Inventory> inventory(OrganizationId id) {
        return database.inTenant(id, connection -> Uni.combine().all().unis(
                locations(connection, id, EVERY_LOCATION), rows(connection, EVERY_SERVICE, id),
                staff(connection, id, EVERYBODY), rows(connection, EVERY_SPOT, id))
                .with((locations, services, staff, spots) -> new Inventory(locations,
                        Rows.listed(services, Rows.list(services, MenuRows::service)), staff,
                        Rows.listed(spots, Rows.list(spots, MenuRows::spot)))));
    }

    private Uni<List<Listed<Location>>> locations(SqlConnection connection, OrganizationId id, String which) {
        return Uni.combine().all()
                .unis(rows(connection, which, id), rows(connection, OPENING_HOURS, id), recent(connection, SPECIAL_DAYS, id))
                .with((locations, hours, days) -> Rows.listed(locations, LocationRows.locations(locations, hours, days)));
    }

    private Uni<List<Listed<StaffMember>>> staff(SqlConnection connection, OrganizationId id, String which) {
        return Uni.combine().all()
                .unis(rows(connection, which, id), rows(connection, STAFF_HOURS, id),
                        recent(connection, STAFF_SPECIAL_DAYS, id),
                        recent(connection, BREAKS, id), rows(connection, SKILLS, id))
                .with((staff, hours, days, breaks, skills) -> Rows.listed(staff,
                        StaffRows.staff(staff, hours, days, breaks, skills)));
    }

    private static String inUse(String query) {
        return query.replace("where organization_id = $1", "where organization_id = $1 and active");
    }

    private static Uni<RowSet<Row>> rows(SqlConnection connection, String query, OrganizationId id) {
        return connection.preparedQuery(query).execute(Tuple.of(id.value()));
    }

    /** What began yesterday may still be going on, and somewhere "today" is still the day before. */
    private Uni<RowSet<Row>> recent(SqlConnection connection, String query, OrganizationId id) {
        var since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(2);
        return connection.preparedQuery(query).execute(Tuple.of(id.value(), since));
    }
}
