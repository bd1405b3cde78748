package mx.yume.conversation.outbox;

import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Origin;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class CorrespondentsTest {

    private final PlainYume yume = PlainYume.fresh();

    @Test
    void whoHasNoPhoneIsReachedWhereTheyWroteWithinADay() {
        var person = yume.named(SalonLupita.ID, "Sofía");
        yume.superuser().execute("""
                insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address,
                                          last_inbound_at)
                values ('%s', gen_random_uuid(), '%s', 'simulator', 'simulator', 'salon', 'sofia', '%s')""".formatted(
                SalonLupita.ID, person, yume.clock().instant()));
        assertThat(reachable(person, "simulator")).hasSize(1);
        assertThat(reachable(person, "real")).as("a simulated fact never leaves the simulator").isEmpty();
        assertThat(reachable(yume.named(SalonLupita.ID, "Paty"), "simulator")).isEmpty();
        yume.clock().tick(Duration.ofHours(24));
        assertThat(reachable(person, "simulator")).isEmpty();
    }

    @Test
    void somebodyIsKnownInTheLifeInWhichTheyWroteLast() {
        var dispatch = yume.the(Dispatch.class);
        var person = yume.named(SalonLupita.ID, "Sofía");
        assertThat(await(dispatch.life(SalonLupita.ID, person))).as("where the business is").isEqualTo(Origin.SIMULATOR);
        yume.superuser().execute("""
                insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address,
                                          last_inbound_at)
                values ('%1$s', gen_random_uuid(), '%2$s', 'playground', 'simulator', 'salon', 'sofia', '2027-01-13 13:00-06'),
                       ('%1$s', gen_random_uuid(), '%2$s', 'simulator', 'simulator', 'salon', 'sofia', '2027-01-13 12:00-06'),
                       ('%1$s', gen_random_uuid(), '%2$s', 'real', 'twilio', 'salon', 'sofia', null)""".formatted(
                SalonLupita.ID, person));
        assertThat(await(dispatch.life(SalonLupita.ID, person))).isEqualTo(Origin.SIMULATOR);
        yume.superuser().execute("update conversation set last_inbound_at = '2027-01-13 12:30-06' where origin = 'real'");
        assertThat(await(dispatch.life(SalonLupita.ID, person))).isEqualTo(Origin.REAL);
        assertThat(await(dispatch.life(SalonLupita.ID, yume.named(SalonLupita.ID, "Paty"))))
                .as("by now the business is written to for real").isEqualTo(Origin.REAL);
    }

    private List<ConversationId> reachable(PersonId person, String origin) {
        return await(yume.the(Database.class).inTenant(SalonLupita.ID,
                connection -> yume.the(Correspondents.class).reachable(connection, SalonLupita.ID, person, origin)));
    }
}
