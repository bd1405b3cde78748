package mx.yume.scheduling.calendar;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.ID;
import static mx.yume.testing.SalonLupita.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Appointments;
import mx.yume.scheduling.AtTheCounter;

/** What is ahead is read by indexes from now on, as the application's role, however much there ever was. */
class AheadTest extends AtTheCounter {

    @Test
    void whatIsAheadIsFoundByItsIndexAmongYearsOfVisits() {
        var visit = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        yearsOfVisits();
        assertFound(visit, Ahead.at(LOCATION), "appointment_at_location");
        assertFound(visit, Ahead.with(Set.of(BETO)), "appointment_part_of_staff");
        assertFound(visit, Ahead.of(CORTE), "appointment_part_of_service");
        assertFound(visit, Ahead.on(visit.spot().orElseThrow()), "appointment_part_of_spot");
    }

    /** By its own index, or by one of the visits that are yet to come, those ahead alone. */
    private void assertFound(Appointment visit, Ahead ahead, String index) {
        assertThat(plan(ahead))
                .containsPattern("(" + index
                        + "|appointment_unattended|appointment_expected)[^\\n]*\\n *Index Cond: .*(starts_at|ends_at) >")
                .doesNotContain("Seq Scan");
        List<Appointment> found = await(yume.the(Database.class).inTenant(ID,
                connection -> ahead.read(connection, ID, clock.instant())));
        assertThat(found).containsExactly(visit);
    }

    private String plan(Ahead ahead) {
        var parameters = Tuple.of(ID.value(), ahead.whose().toArray(UUID[]::new), Appointments.utc(clock.instant()));
        return await(yume.the(Database.class).inTenant(ID,
                connection -> connection.preparedQuery("explain (costs off) " + ahead.query()).execute(parameters)
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0))
                                .collect(Collectors.joining("\n")))));
    }

    /** The same visit each hour of two years, all of them over. */
    private void yearsOfVisits() {
        for (var statement : List.of("""
                insert into appointment (organization_id, id, location_id, customer_id, customer_name, starts_at, ends_at,
                                         local_start, zone, price_centavos, status, origin, created_at)
                select organization_id, gen_random_uuid(), location_id, customer_id, customer_name,
                       starts_at - ago * interval '1 hour', ends_at - ago * interval '1 hour',
                       local_start - ago * interval '1 hour', zone, price_centavos, 'completed', origin, created_at
                from appointment, generate_series(48, 17520) as ago""", """
                insert into appointment_part (organization_id, appointment_id, position, service_id, staff_id, spot_id,
                                              starts_at, ends_at, price_centavos)
                select a.organization_id, a.id, 0, p.service_id, p.staff_id, p.spot_id, a.starts_at, a.ends_at, 25000
                from appointment a, appointment_part p where a.status = 'completed'""", "analyze appointment",
                "analyze appointment_part")) {
            execute(statement);
        }
    }
}
