package mx.yume.scheduling.attendance;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import mx.yume.platform.Database;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.scheduling.Claim;

/** What is in the way of a visit is read by the index around it, as the application's role, however much there ever was. */
class InTheWayTest extends AtTheCounter {

    @Test
    void whatIsInTheWayIsFoundByItsIndexAmongYearsOfReservations() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        yearsOfReservations();
        var wanted = List.of(new Claim(BETO.value(), Claim.STAFF,
                new TimeRange(visit.end().toInstant(), visit.end().plusHours(1).toInstant())));
        var parameters = InTheWay.parameters(ID, visit.id(), wanted, clock.instant());
        var plan = await(yume.the(Database.class).inTenant(ID,
                connection -> connection.preparedQuery("explain (costs off) " + InTheWay.FIND).execute(parameters)
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0))
                                .collect(Collectors.joining("\n")))));
        assertThat(plan).containsPattern("reservation_by_resource[^\\n]*\\n *Index Cond: .*starts_at >")
                .doesNotContain("Seq Scan on reservation").doesNotContain("reservation_never_twice");
        assertThat(await(yume.the(Database.class).inTenant(ID,
                connection -> InTheWay.of(connection, ID, visit.id(), wanted, clock.instant()))).nothing()).isTrue();
    }

    /** Half of every hour of two years before. */
    private void yearsOfReservations() {
        execute("""
                insert into reservation (organization_id, resource_id, kind, during, appointment_id)
                select r.organization_id, r.resource_id, 'staff',
                       tstzrange(hour, hour + interval '30 minutes'), r.appointment_id
                from reservation r, generate_series(timestamptz '2025-01-01', timestamptz '2027-01-10', interval '1 hour') as hour
                where r.resource_id = '%s'"""
                .formatted(BETO));
        execute("analyze reservation");
    }
}
