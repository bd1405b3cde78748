package mx.yume.scheduling.stats;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AppointmentStatus;

/** All visits that a business ever had in its books, a page at a time: for handing it all over, however many they are. */
@ApplicationScoped
public class VisitLedger {

    /**
     * @param start by the clock of the location
     * @param services in their order, with commas, and {@code staff} likewise
     */
    public record Entry(AppointmentId id, Optional<PersonId> customer, String customerName, String location,
            LocalDateTime start, String services, String staff, Money price, AppointmentStatus status) {}

    private static final UUID LEAST = new UUID(0, 0);
    private static final String PAGE = """
            with page as (select * from appointment where organization_id = $1 and id > $2 order by id limit $3)
            select a.id, a.customer_id, a.customer_name, l.name as location, a.local_start, a.price_centavos, a.status,
                   string_agg(s.name, ', ' order by p.position) as services, string_agg(m.name, ', ' order by p.position) as staff
            from page a
            join location l on l.organization_id = $1 and l.id = a.location_id
            join appointment_part p on p.organization_id = $1 and p.appointment_id = a.id
            join service s on s.organization_id = $1 and s.id = p.service_id
            join staff_member m on m.organization_id = $1 and m.id = p.staff_id
            group by a.id, a.customer_id, a.customer_name, l.name, a.local_start, a.price_centavos, a.status order by a.id
            """;

    private final Database database;

    VisitLedger(Database database) {
        this.database = database;
    }

    /** @param last of the page before; empty for the first */
    public Uni<List<Entry>> after(OrganizationId organization, Optional<AppointmentId> last, int most) {
        return database.inTenant(organization, connection -> connection.preparedQuery(PAGE)
                .execute(Tuple.of(organization.value(), last.map(AppointmentId::value).orElse(LEAST), most)).map(rows -> {
                    var entries = new ArrayList<Entry>();
                    rows.forEach(row -> entries.add(entry(row)));
                    return List.copyOf(entries);
                }));
    }

    private static Entry entry(Row row) {
        return new Entry(new AppointmentId(row.getUUID("id")),
                Optional.ofNullable(row.getUUID("customer_id")).map(PersonId::new),
                row.getString("customer_name"), row.getString("location"), row.getLocalDateTime("local_start"),
                row.getString("services"), row.getString("staff"), new Money(row.getLong("price_centavos")),
                AppointmentStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
    }
}
