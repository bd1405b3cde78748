package mx.yume.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import mx.yume.platform.Database;
import mx.yume.testing.World;

@QuarkusTest
class DemoTest {

    @Inject
    World world;

    @Inject
    Demo demo;

    @Inject
    Database database;

    @Test
    void loadsOnceHoweverManyInstancesStart() {
        world.empty();
        var loaded = Uni.join().all(demo.load(true), demo.load(true), demo.load(true), demo.load(true)).andFailFast()
                .await().atMost(Duration.ofSeconds(30));
        assertThat(loaded).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(world.count("select count(*) from staff_member")).isEqualTo(4);
        assertThat(world.count("select count(*) from service")).isEqualTo(8);
        assertThat(world.count("select count(*) from spot")).isEqualTo(3);
        assertThat(world.count("select count(*) from business_number")).isEqualTo(2);
        assertThat(world.count("select count(*) from staff_member where onboarded_at is null and name = 'Carla'")).isOne();
    }

    @Test
    void appointmentsKeepStaffAndSpotBusyUnlessCancelled() {
        world.freshWithAppointments();
        assertThat(world.count("select count(*) from appointment where origin = 'demo'")).isGreaterThan(100);
        assertThat(world.count("""
                select count(*) from appointment a where status <> 'cancelled' and 2 <> (
                    select count(*) from reservation r where r.appointment_id = a.id)""")).isZero();
        assertThat(world.count("""
                select count(*) from reservation r join appointment a on a.id = r.appointment_id
                where a.status = 'cancelled'""")).isZero();
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        world.fresh();
        var rows = database.inTenant(mx.yume.platform.OrganizationId.YUME,
                connection -> connection.query("select 1 from service").execute()).await().atMost(Duration.ofSeconds(10));
        assertThat(rows.size()).isZero();
    }
}
