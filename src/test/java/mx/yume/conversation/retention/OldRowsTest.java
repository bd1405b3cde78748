package mx.yume.conversation.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;

/** What cannot go with a partition is deleted when its time has come, and nothing else. */
class OldRowsTest {

    private PlainYume yume;
    private OldRows old;

    @BeforeEach
    void freshWorld() {
        yume = PlainYume.fresh();
        old = yume.the(OldRows.class);
    }

    @Test
    void aConversationOfTwoYearsAgoIsGoneButWhoItWasWithIsKnown() {
        var paty = yume.phone("+525511110001");
        paty.says("quiero un corte mañana a las 5 con Ana");
        paty.says("Paty López");
        paty.says("sí");
        assertThat(count("effect")).isPositive();
        var turns = count("turn");
        var sent = count("outbox");
        assertThat(sweepAt(SettableClock.START.plusMonths(24).minusMinutes(1))).as("but for receipts").isEqualTo(3);
        assertThat(count("turn")).isEqualTo(turns);
        assertThat(count("outbox")).isEqualTo(sent);
        sweepAt(SettableClock.START.plusMonths(24).plusHours(1));
        for (var table : new String[]{"turn", "outbox", "effect", "flow", "inbound_receipt"}) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(yume.superuser().count("select count(*) from conversation where last_inbound_at is not null"))
                .as("of those who wrote").isEqualTo(1);
        assertThat(count("appointment")).isEqualTo(1);
        assertThat(yume.superuser().rows("select name from person").toString()).contains("Paty López");
        yume.clock().set(SettableClock.START.plusMonths(24).plusDays(1));
        assertThat(paty.says("hola").body()).isNotBlank();
    }

    @Test
    void whatIsUnderWayStaysHoweverOld() {
        yume.phone("+525511110001").says("quiero un corte");
        yume.superuser().execute("update outbox set status = 'pending'");
        yume.superuser().execute("update turn set status = 'open', finished_at = null");
        sweepAt(SettableClock.START.plusMonths(30));
        assertThat(count("outbox")).isEqualTo(1);
        assertThat(count("turn")).isEqualTo(1);
        assertThat(count("flow where active")).isEqualTo(1);
    }

    @Test
    void aTurnStaysAsLongAsWhatItSent() {
        yume.phone("+525511110001").says("hola");
        yume.superuser().execute("update outbox set created_at = created_at + interval '1 day'");
        sweepAt(SettableClock.START.plusMonths(24).plusHours(1));
        assertThat(count("turn")).isEqualTo(1);
        sweepAt(SettableClock.START.plusMonths(24).plusDays(2));
        assertThat(count("turn")).isZero();
    }

    @Test
    void aDeliveryIsRecognisedForFiveWeeks() {
        yume.phone("+525511110001").says("hola");
        assertThat(sweepAt(SettableClock.START.plusDays(35))).isZero();
        assertThat(sweepAt(SettableClock.START.plusDays(35).plusMinutes(1))).isEqualTo(1);
        assertThat(count("inbound_receipt")).isZero();
        assertThat(count("inbound_message")).isEqualTo(1);
    }

    @Test
    void jobsThatFailedAreLookedAtForThreeMonthsAndOthersWait() {
        yume.superuser().execute("""
                insert into job (organization_id, id, kind, payload, origin, due_at, failed_at, created_at)
                select '%s', gen_random_uuid(), 'test', '{}', 'real', '%2$s', failed, '%2$s'
                from (values (null), (timestamptz '%2$s')) as failures (failed)""".formatted(SalonLupita.ID,
                SettableClock.START.toInstant()));
        assertThat(sweepAt(SettableClock.START.plusDays(90))).isZero();
        assertThat(sweepAt(SettableClock.START.plusDays(90).plusMinutes(1))).isEqualTo(1);
        assertThat(yume.superuser().count("select count(*) from job where failed_at is null")).isEqualTo(1);
    }

    @Test
    void thatSomebodyWasRemindedIsForgottenWithTheMessages() {
        yume.superuser().execute(
                """
                        with visit as (
                            insert into appointment (organization_id, id, location_id, customer_name, starts_at, ends_at, local_start, zone,
                                                     price_centavos, status, origin, created_at)
                            select '%s', gen_random_uuid(), '%s', 'Paty', at, at + interval '45 minutes', at, 'America/Mexico_City', 0,
                                   'completed', 'real', at
                            from unnest(array['2024-12-31 12:00-06', '2026-12-31 12:00-06']::timestamptz[]) as at
                            returning organization_id, id, starts_at)
                        insert into reminder select organization_id, id, starts_at, 'day_before', starts_at - interval '1 day' from visit"""
                        .formatted(SalonLupita.ID, SalonLupita.LOCATION));
        assertThat(sweepAt(SettableClock.START)).isOne();
        assertThat(yume.superuser().count("select count(*) from reminder where starts_at > '2026-01-01'")).isOne();
    }

    @Test
    void manyAreDeletedInBatches() {
        yume.superuser().execute("""
                insert into inbound_receipt (organization_id, provider, provider_message_id, received_at)
                select '%s', 'meta', 'wamid.' || n, '%s' from generate_series(1, 2500) n""".formatted(SalonLupita.ID,
                SettableClock.START.toInstant()));
        assertThat(sweepAt(SettableClock.START.plusDays(36))).isEqualTo(2500);
        assertThat(count("inbound_receipt")).isZero();
    }

    private int sweepAt(ZonedDateTime time) {
        return old.sweep(time.toInstant()).await().atMost(Duration.ofSeconds(30));
    }

    private long count(String table) {
        return yume.superuser().count("select count(*) from " + table);
    }
}
