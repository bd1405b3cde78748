package mx.yume.business;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Reads what an organization has set up. Only what is active, in the owner's order; the first active location. */
@ApplicationScoped
public class Businesses {

    private static final String LOCATION = """
            select o.name as public_name, o.slug, l.id, l.name, l.address, l.zone, l.grid_minutes, l.notice_minutes, l.horizon_days
            from organization o join location l on l.organization_id = o.organization_id
            where o.organization_id = $1 and l.active order by l.id limit 1
            """;
    private static final String OPENING_HOURS = """
            select weekday, opens, closes from opening_hours
            where organization_id = $1
              and location_id = (select id from location where organization_id = $1 and active order by id limit 1)
            order by weekday, opens
            """;
    private static final String SERVICES = """
            select id, name, duration_minutes, buffer_minutes, price_centavos, spot_kind from service
            where organization_id = $1 and active order by position, id
            """;
    private static final String SPOTS = """
            select id, name, kind from spot
            where organization_id = $1 and active
              and location_id = (select id from location where organization_id = $1 and active order by id limit 1)
            order by position, id
            """;
    private static final String STAFF = """
            select id, name, phone, permission from staff_member
            where organization_id = $1 and active order by position, id
            """;
    private static final String STAFF_HOURS = """
            select staff_id, weekday, opens, closes from staff_hours
            where organization_id = $1 order by staff_id, weekday, opens
            """;
    private static final String SKILLS = """
            select k.staff_id, k.service_id from staff_skill k
            join service s on s.organization_id = k.organization_id and s.id = k.service_id
            where k.organization_id = $1 and s.active
            """;

    private final Database database;

    Businesses(Database database) {
        this.database = database;
    }

    /** Empty when there is no such organization or it has no active location. Whether it is suspended is the router's question. */
    public Uni<Optional<Business>> load(OrganizationId id) {
        return database.inTenant(id, connection -> load(connection, id));
    }

    /** The same within a transaction, for those who must decide on what holds at that moment. One round trip. */
    public Uni<Optional<Business>> load(SqlConnection connection, OrganizationId id) {
        return Uni.combine().all().unis(
                rows(connection, LOCATION, id), rows(connection, OPENING_HOURS, id), rows(connection, SERVICES, id),
                rows(connection, SPOTS, id), rows(connection, STAFF, id), rows(connection, STAFF_HOURS, id),
                rows(connection, SKILLS, id))
                .with((locations, hours, services, spots, staff, staffHours, skills) -> first(locations)
                        .map(location -> new Business(id, location.getString("public_name"), location.getString("slug"),
                                location(location, hours), list(services, Businesses::service),
                                staff(staff, staffHours, skills), list(spots, Businesses::spot))));
    }

    private static Uni<RowSet<Row>> rows(SqlConnection connection, String query, OrganizationId id) {
        return connection.preparedQuery(query).execute(Tuple.of(id.value()));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> each) {
        var list = new ArrayList<T>();
        rows.forEach(row -> list.add(each.apply(row)));
        return list;
    }

    private static Location location(Row row, RowSet<Row> hours) {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        hours.forEach(stretch -> addHours(week, stretch));
        return new Location(new LocationId(row.getUUID("id")), row.getString("name"), row.getString("address"),
                ZoneId.of(row.getString("zone")), new WeeklyHours(week), minutes(row, "grid_minutes"),
                minutes(row, "notice_minutes"), row.getInteger("horizon_days"));
    }

    private static Service service(Row row) {
        return new Service(new ServiceId(row.getUUID("id")), row.getString("name"), minutes(row, "duration_minutes"),
                minutes(row, "buffer_minutes"), new Money(row.getLong("price_centavos")),
                Optional.ofNullable(row.getString("spot_kind")));
    }

    private static Spot spot(Row row) {
        return new Spot(new SpotId(row.getUUID("id")), row.getString("name"), row.getString("kind"));
    }

    private static List<StaffMember> staff(RowSet<Row> staff, RowSet<Row> hours, RowSet<Row> skills) {
        var weeks = new HashMap<UUID, Map<DayOfWeek, List<Hours>>>();
        hours.forEach(row -> addHours(
                weeks.computeIfAbsent(row.getUUID("staff_id"), member -> new EnumMap<>(DayOfWeek.class)), row));
        var skillsOf = new HashMap<UUID, Set<ServiceId>>();
        skills.forEach(row -> skillsOf.computeIfAbsent(row.getUUID("staff_id"), member -> new HashSet<>())
                .add(new ServiceId(row.getUUID("service_id"))));
        return list(staff, row -> new StaffMember(new StaffId(row.getUUID("id")), row.getString("name"),
                Optional.ofNullable(row.getString("phone")).map(PhoneNumber::new),
                Permission.valueOf(row.getString("permission").toUpperCase(Locale.ROOT)),
                new WeeklyHours(weeks.getOrDefault(row.getUUID("id"), Map.of())),
                skillsOf.getOrDefault(row.getUUID("id"), Set.of())));
    }

    private static void addHours(Map<DayOfWeek, List<Hours>> week, Row row) {
        LocalTime opens = row.getLocalTime("opens");
        LocalTime closes = row.getLocalTime("closes");
        week.computeIfAbsent(DayOfWeek.of(row.getShort("weekday")), day -> new ArrayList<>()).add(new Hours(opens, closes));
    }

    private static Duration minutes(Row row, String column) {
        return Duration.ofMinutes(row.getInteger(column));
    }
}
