package mx.yume.notifications.reminders;

import static mx.yume.notifications.Told.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import mx.yume.notifications.Told;
import mx.yume.platform.JobWorker;
import mx.yume.testing.SalonLupita;

/**
 * Many are due at one minute. {@code -Dyume.reminders=10000} for the full size, in which all must be written within 60 s on two
 * cores (170 a second).
 */
class ManyRemindersTest {

    private static final Logger LOG = Logger.getLogger(ManyRemindersTest.class);
    private static final int MANY = Integer.getInteger("yume.reminders", 400);
    private static final Duration IN_TIME = Duration.ofSeconds(60);

    private final Told it = new Told();

    @Test
    void allThatAreDueAtOneMinuteAreWrittenInTimeEachOnce() {
        visitsTomorrow();
        it.yume.clock().set(at(0, 12, 0));
        var began = System.nanoTime();
        it.yume.the(JobWorker.class).loop().drain().await().atMost(IN_TIME.multipliedBy(2));
        var took = Duration.ofNanos(System.nanoTime() - began);
        LOG.infof("%d reminders written in %d ms", MANY, took.toMillis());
        assertThat(it.count("select count(*) from outbox where purpose like 'reminder:%'")).isEqualTo(MANY);
        assertThat(it.count("select count(*) from reminder")).isEqualTo(MANY);
        assertThat(it.count("select count(*) from job")).isZero();
        assertThat(took).isLessThan(IN_TIME);
    }

    /** As the product would have written them; overlapping visits of one barber matter to nobody here. */
    private void visitsTomorrow() {
        it.yume.superuser().execute(
                """
                        insert into person (organization_id, id, name, name_confirmed_at, created_at)
                        select '%1$s', gen_random_uuid(), 'Cliente ' || n, now(), now() from generate_series(1, %2$d) n;
                        insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address, last_inbound_at)
                        select '%1$s', gen_random_uuid(), id, 'simulator', 'simulator', '+525500000002', id::text, '2027-01-13 10:00-06'
                        from person where name like 'Cliente %%';
                        insert into appointment (organization_id, id, location_id, customer_id, customer_name, starts_at, ends_at, local_start,
                                                 zone, price_centavos, status, origin, created_at)
                        select '%1$s', gen_random_uuid(), '%3$s', id, name, '2027-01-14 12:00-06', '2027-01-14 12:45-06', '2027-01-14 12:00',
                               'America/Mexico_City', 25000, 'confirmed', 'simulator', now() from person where name like 'Cliente %%';
                        insert into appointment_part (organization_id, appointment_id, position, service_id, staff_id, starts_at, ends_at,
                                                      price_centavos)
                        select organization_id, id, 0, '%4$s', '%5$s', starts_at, ends_at, 25000 from appointment;
                        insert into job (organization_id, id, kind, payload, origin, due_at, created_at)
                        select organization_id, gen_random_uuid(), 'reminder.due',
                               jsonb_build_object('appointment', id, 'start', '2027-01-14T18:00:00Z', 'which', 'day_before'), 'simulator',
                               '2027-01-13 12:00-06', now() from appointment;
                        analyze person; analyze conversation; analyze appointment; analyze appointment_part; analyze job"""
                        .formatted(SalonLupita.ID, MANY, SalonLupita.LOCATION, SalonLupita.CORTE, SalonLupita.BETO));
    }
}
