package mx.yume.scheduling.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Appointments;

/**
 * The pending and confirmed appointments of some location, people, service or spot that have not begun. Each is found by an
 * index from now on: what a reading costs depends on how much is ahead, never on how much there ever was.
 */
record Ahead(String query, List<UUID> whose) {

    /** That they have not ended says nothing new, but to the index of those of which nobody has said how they went. */
    private static final String AT_LOCATION = """
            select id from appointment
            where organization_id = $1 and location_id = any ($2) and starts_at > $3 and ends_at > $3
              and status in ('pending', 'confirmed')
            """;
    /** No part begins before its appointment does. */
    private static final String WITH_PART = """
            select distinct a.id from appointment_part p
            join appointment a on a.organization_id = p.organization_id and a.id = p.appointment_id
            where p.organization_id = $1 and p.%s = any ($2) and p.starts_at > $3
              and a.starts_at > $3 and a.ends_at > $3 and a.status in ('pending', 'confirmed')
            """;
    private static final String WITH_STAFF = WITH_PART.formatted("staff_id");
    private static final String WITH_SERVICE = WITH_PART.formatted("service_id");
    private static final String ON_SPOT = WITH_PART.formatted("spot_id");

    static Ahead at(LocationId location) {
        return new Ahead(AT_LOCATION, List.of(location.value()));
    }

    static Ahead with(Collection<StaffId> staff) {
        return new Ahead(WITH_STAFF, staff.stream().map(StaffId::value).toList());
    }

    static Ahead of(ServiceId service) {
        return new Ahead(WITH_SERVICE, List.of(service.value()));
    }

    static Ahead on(SpotId spot) {
        return new Ahead(ON_SPOT, List.of(spot.value()));
    }

    /** Sorted by start. */
    Uni<List<Appointment>> read(SqlConnection connection, OrganizationId organization, Instant now) {
        return ids(connection, organization, now)
                .chain(ids -> Appointments.expected(connection, organization, ids, now));
    }

    /** The same, and nobody cancels or attends them until the transaction ends. */
    Uni<List<Appointment>> lock(SqlConnection connection, OrganizationId organization, Instant now) {
        return ids(connection, organization, now)
                .chain(ids -> Appointments.lockExpected(connection, organization, ids, now));
    }

    private Uni<List<UUID>> ids(SqlConnection connection, OrganizationId organization, Instant now) {
        return connection.preparedQuery(query)
                .execute(Tuple.of(organization.value(), whose.toArray(UUID[]::new), Appointments.utc(now))).map(Ahead::ids);
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        var ids = new ArrayList<UUID>();
        rows.forEach(row -> ids.add(row.getUUID("id")));
        return ids;
    }
}
