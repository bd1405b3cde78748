package mx.yume.conversation.outbox;

import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.ChannelName;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.DeliveryReport;
import mx.yume.conversation.DeliveryReport.State;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.OutboxClaims.Claim;
import mx.yume.conversation.template.Template;
import mx.yume.platform.Database;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** Reports come late, twice and in any order; what they tell of a message that was refused says nothing about its template. */
class OutOfOrderReportsTest {

    private final PlainYume yume = PlainYume.fresh();
    private final Outbox outbox = yume.the(Outbox.class);
    private final OutboxClaims claims = yume.the(OutboxClaims.class);

    @Test
    void thatTheWindowIsClosedToldTwiceStillLeavesTheTemplateToGo() {
        written(true);
        var claim = claimed();
        await(claims.sent(claim, new Text("hola"), "SMfree"));
        closed(claim, "SMfree");
        closed(claim, "SMfree");
        assertThat(row()).containsExactly("pending", "null", "63016");
        var again = claimed();
        closed(claim, "SMfree");
        assertThat(row()).as("the template is on its way").containsExactly("sending", "null", "63016");
        await(claims.sent(again, template(), "SMtemplate"));
        closed(claim, "SMfree");
        assertThat(row()).containsExactly("sent", "SMtemplate", "null");
    }

    @Test
    void aLateReportOfWhatWasRefusedDoesNotStandForTheTemplate() {
        written(true);
        var claim = claimed();
        await(claims.sent(claim, new Text("hola"), "SMfree"));
        closed(claim, "SMfree");
        told(claim, "SMfree", State.SENT);
        assertThat(row()).containsExactly("pending", "null", "63016");
        var again = claimed();
        told(claim, "SMfree", State.SENT);
        told(again, "SMtemplate", State.DELIVERED);
        assertThat(row()).as("the answer to the template was lost, its report was not").containsExactly("delivered",
                "SMtemplate", "null");
    }

    /** A lost answer made it two messages; both are refused, and told of twice. */
    @Test
    void thatAnotherCopyWasRefusedTooIsNoNews() {
        written(true);
        var claim = claimed();
        closed(claim, "SMfree");
        closed(claim, "SMcopy");
        assertThat(row()).containsExactly("pending", "null", "63016");
        var again = claimed();
        closed(claim, "SMcopy");
        assertThat(row()).as("the template is on its way").containsExactly("sending", "null", "63016");
        await(claims.sent(again, template(), "SMtemplate"));
        assertThat(row()).containsExactly("sent", "SMtemplate", "null");
    }

    @Test
    void aRefusalThatComesBeforeTheAnswerIsNotOverwrittenByIt() {
        written(true);
        var claim = claimed();
        closed(claim, "SMfree");
        await(claims.sent(claim, new Text("hola"), "SMfree"));
        assertThat(row()).containsExactly("pending", "null", "63016");
    }

    @Test
    void aFailureThatComesBeforeTheAnswerKeepsItsReason() {
        written(false);
        var claim = claimed();
        closed(claim, "SMfree");
        await(claims.sent(claim, new Text("hola"), "SMfree"));
        assertThat(row()).containsExactly("failed", "SMfree", "63016");
    }

    @Test
    void whatArrivedDoesNotFailBecauseTheLastTryDid() {
        written(false);
        var claim = claimed();
        told(claim, "SMlost", State.DELIVERED);
        await(claims.failed(claim, "no answer in time"));
        assertThat(row()).startsWith("delivered", "SMlost");
    }

    private void written(boolean orTemplate) {
        var person = yume.named(SalonLupita.ID, "Sofía");
        var conversation = ConversationId.next();
        yume.superuser().execute("""
                insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address,
                                          last_inbound_at)
                values ('%s', '%s', '%s', 'real', 'twilio', '+525500000002', 'whatsapp:+525511112222', '%s')""".formatted(
                SalonLupita.ID, conversation, person, yume.clock().instant().atOffset(ZoneOffset.UTC)));
        var letter = Letter.notice(conversation, "test", new Text("hola"));
        await(yume.the(Database.class).inTenant(SalonLupita.ID, connection -> outbox.write(connection, SalonLupita.ID,
                orTemplate ? letter.or(template()) : letter)));
    }

    private static Templated template() {
        return new Templated(Template.STAFF_NOTICE, Map.of("business", "Salón Lupita", "notice", "hola"));
    }

    private Claim claimed() {
        return await(claims.claim(1, 1)).getFirst();
    }

    private void told(Claim claim, String sid, State state) {
        await(outbox.report(DeliveryReport.of(ChannelName.TWILIO, sid, Optional.of(claim.id()), state)));
    }

    private void closed(Claim claim, String sid) {
        Optional<UUID> row = Optional.of(claim.id());
        await(outbox.report(new DeliveryReport(ChannelName.TWILIO, sid, row, State.FAILED, Optional.of("63016"), true)));
    }

    private List<String> row() {
        return yume.superuser().rows("select status, provider_message_id, error from outbox").getFirst();
    }
}
