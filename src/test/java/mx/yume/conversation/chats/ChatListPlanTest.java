package mx.yume.conversation.chats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.platform.Database;
import mx.yume.testing.PlainYume;
import mx.yume.testing.Plan;
import mx.yume.testing.SalonLupita;

/** What was said last is looked up of the chats that are shown, not of all there are. */
class ChatListPlanTest {

    private static final String ORGANIZATION = "'" + SalonLupita.ID + "'";

    private final PlainYume yume = PlainYume.fresh();

    @BeforeEach
    void thousandsHaveWrittenAndWereAnswered() {
        yume.superuser().execute(
                """
                        insert into person (organization_id, id, created_at)
                        select '%s', gen_random_uuid(), now() from generate_series(1, 4000);
                        insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address, last_inbound_at)
                        select organization_id, gen_random_uuid(), id, 'real', 'twilio', '+525500000002', id::text,
                               timestamptz '2027-01-11 10:00-06' - row_number() over () * interval '1 hour' from person;
                        insert into outbox (organization_id, id, conversation_id, purpose, origin, channel, business_address, person_address,
                                            content, status, due_at, created_at)
                        select organization_id, gen_random_uuid(), id, 'p' || id, origin, channel, business_address, person_address,
                               '{"type":"text","body":"Te esperamos."}', 'read', last_inbound_at, last_inbound_at from conversation;
                        analyze conversation, outbox"""
                        .formatted(SalonLupita.ID));
    }

    @Test
    void whatIsLookedAtWasSaidSinceTheLastThatIsShown() {
        var plan = plan(ChatList.PAGE, ORGANIZATION, "31", "0", "'2027-01-10 04:00-06'");

        assertThat(plan).contains("using conversation_heard").containsPattern("using outbox_(lately|by_age) on outbox ")
                .containsPattern("outbox_of_conversation on outbox o .*loops=3\\d\\)").doesNotContain("Seq Scan on outbox");
    }

    @Test
    void whenThatWasIsReadFromTheEndOfAnIndex() {
        assertThat(plan(ChatList.SINCE, ORGANIZATION, "30")).contains("Backward using conversation_heard")
                .doesNotContain("Seq Scan on conversation").doesNotContain("Sort");
    }

    private String plan(String statement, String... values) {
        return Plan.of(yume.the(Database.class), SalonLupita.ID, false, statement, values).text();
    }
}
