package mx.yume.scheduling.blocks;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Business;
import mx.yume.business.StaffId;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.Appointments;

/** The visits, pending or confirmed and not over, that time off would lie on. */
final class InTheWay {

    /**
     * No visit lasts over a day, so its start bounds the index scan. One that needs no hands just then, while a tint rests, is
     * not in the way, nor is one that lies beside with its buffer only.
     */
    private static final String FIND = """
            select distinct p.appointment_id from appointment_part p
            join appointment a on a.organization_id = p.organization_id and a.id = p.appointment_id
            join reservation r on r.organization_id = p.organization_id and r.appointment_id = p.appointment_id
                              and r.resource_id = p.staff_id
            where p.organization_id = $1 and p.staff_id = any ($2) and a.status in ('pending', 'confirmed')
              and p.starts_at > $3 and p.starts_at < $5 and p.ends_at > $4 and r.starts_at < $5 and r.ends_at > $4
            """;
    private static final Duration LONGEST_VISIT = Duration.ofDays(1);
    /** Nobody books further ahead than a year. */
    private static final Period ALL_AHEAD = Period.ofYears(2);

    private InTheWay() {}

    /** Sorted by start. */
    static Uni<List<Appointment>> of(SqlConnection connection, Business business, Reading.Once once, Instant now) {
        var range = once.range();
        return find(connection, business.id(), Reading.ids(once.staff()),
                range.start().isBefore(now) ? new TimeRange(now, range.end()) : range);
    }

    /** All that are to come, sorted by start. */
    static Uni<List<Appointment>> of(SqlConnection connection, Business business, Reading.EveryWeek weekly, Instant now) {
        var ahead = new TimeRange(now, now.atOffset(ZoneOffset.UTC).plus(ALL_AHEAD).toInstant());
        return find(connection, business.id(), Reading.ids(weekly.staff()), ahead)
                .map(found -> found.stream().filter(appointment -> weekly.hits(business, appointment, now)).toList());
    }

    private static Uni<List<Appointment>> find(SqlConnection connection, OrganizationId organization,
            Collection<StaffId> staff, TimeRange range) {
        return connection.preparedQuery(FIND)
                .execute(Tuple.of(organization.value(), staff.stream().map(StaffId::value).toArray(UUID[]::new),
                        Appointments.utc(range.start().minus(LONGEST_VISIT)), Appointments.utc(range.start()),
                        Appointments.utc(range.end())))
                .map(InTheWay::ids)
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of())
                        : Appointments.all(connection, organization, ids));
    }

    private static List<AppointmentId> ids(RowSet<Row> rows) {
        var ids = new ArrayList<AppointmentId>();
        rows.forEach(row -> ids.add(new AppointmentId(row.getUUID("appointment_id"))));
        return ids;
    }
}
