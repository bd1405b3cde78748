package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.platform.Database;
import mx.yume.testing.People;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;

/** Row-level security can cost a query its index without a word: the plan is part of the promise. */
@QuarkusTest
class SlotsPlanTest {

    @Inject
    World world;

    @Inject
    People people;

    @Inject
    Counter counter;

    @Inject
    Database database;

    @Test
    void whoIsBusyIsReadByItsIndexAsARoleThatRowLevelSecurityHolds() {
        world.fresh();
        fillTheAgendaForMonths();
        var salon = counter.salon();
        var now = at(0, 10, 0).toInstant();
        var availability = new Availability(salon, salon.location(), Busy.NOTHING, now);
        var query = SlotQuery.online(LOCATION, CORTE, at(1, 0, 0).toLocalDate(), at(30, 0, 0).toLocalDate(), Optional.empty());
        var parameters = Reservations.busyParameters(salon.id(), availability.resources(query.services()),
                availability.relevant(query).orElseThrow(), Optional.empty(), List.of(), now);

        var plan = await(database.inTenant(SalonLupita.ID, connection -> connection
                .preparedQuery("explain (analyze, costs off, timing off) " + Reservations.BUSY).execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0))
                        .collect(Collectors.joining("\n")))));

        assertThat(plan).contains("reservation_by_resource").containsPattern("Index Cond: .*resource_id = ANY.*starts_at >")
                .doesNotContain("Seq Scan").doesNotContain("reservation_never_twice");
        assertThat(superuser()).isFalse();
        assertThat(await(database.inTenant(new mx.yume.platform.OrganizationId(new java.util.UUID(7, 7)),
                connection -> connection.query("select 1 from reservation").execute())).size()).isZero();
    }

    /** Half of every hour of ten months: some 14,000 rows, of which a month of three people is a small part. */
    private void fillTheAgendaForMonths() {
        var booked = counter.booked(request(people.named("Sofía"), CORTE, at(1, 11, 0)));
        world.execute(
                """
                        insert into reservation (organization_id, resource_id, kind, during, appointment_id)
                        select m.organization_id, m.id, 'staff', tstzrange(hour, hour + interval '30 minutes'), '%s'
                        from staff_member m, generate_series(timestamptz '2027-02-01', timestamptz '2027-12-01', interval '1 hour') as hour
                        where m.name in ('Ana', 'Beto')"""
                        .formatted(booked.id()));
        world.execute("analyze reservation");
    }

    private boolean superuser() {
        return await(database.inTenant(SalonLupita.ID, connection -> connection
                .query("select rolsuper or rolbypassrls from pg_roles where rolname = current_user").execute()
                .map(rows -> rows.iterator().next().getBoolean(0))));
    }
}
