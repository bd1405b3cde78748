package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import mx.yume.business.numbers.BusinessNumbers;
import mx.yume.business.numbers.Connections;
import mx.yume.business.numbers.Giving;
import mx.yume.business.numbers.OwnAccount;
import mx.yume.conversation.template.Templates;
import mx.yume.platform.Database;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.FakeTwilio;
import mx.yume.testing.FakeTwilioContent;
import mx.yume.testing.SalonLupita;
import mx.yume.whatsapp.twilio.TwilioReconciliation;

/** A business whose number is in an account of its own at Twilio: everything about it is done with that account. */
@QuarkusTest
class TwilioSubAccountJourneyTest {

    private static final String NUMBER = "+525588880009";
    private static final String PATY = "+525511112222";
    private static final OwnAccount OWN = new OwnAccount(FakeTwilio.SUB_ACCOUNT, FakeTwilio.SUB_ACCOUNT_TOKEN);

    @Inject
    Yume yume;
    @Inject
    FakeTwilio twilio;
    @Inject
    FakeTwilioContent contents;
    @Inject
    BusinessNumbers numbers;
    @Inject
    Connections connections;
    @Inject
    Database database;
    @Inject
    Templates templates;
    @Inject
    TwilioReconciliation reconciliation;

    private int said;

    @BeforeEach
    void theSalonsNumberIsInItsOwnAccount() {
        yume.fresh();
        twilio.reset();
        assertThat(numbers.give(SalonLupita.ID, new PhoneNumber(NUMBER), Optional.of(OWN)).await()
                .atMost(Duration.ofSeconds(10))).isInstanceOf(Giving.Given.class);
        // What was remembered of this number is over.
        yume.tick(Duration.ofMinutes(1));
    }

    private void connected(OwnAccount account) {
        var draft = new Connections.Draft(account, Optional.empty(), Optional.empty());
        assertThat(database.inTenant(SalonLupita.ID, connection -> connections.own(connection, SalonLupita.ID, "twilio", NUMBER,
                new PhoneNumber(NUMBER), draft)).await().atMost(Duration.ofSeconds(10))).isTrue();
        // What was remembered of this number is over.
        yume.tick(Duration.ofMinutes(1));
    }

    private void says(String text) {
        said++;
        assertThat(TwilioDoor.postSigned(TwilioDoor.message(PATY, NUMBER, "SM%032x".formatted(0xabc000 + said), text),
                FakeTwilio.SUB_ACCOUNT, FakeTwilio.SUB_ACCOUNT_TOKEN)).isEqualTo(200);
        yume.tick(Duration.ofSeconds(2));
        yume.settle();
    }

    private List<String> statuses() {
        return yume.rows("select status from outbox where turn_id is not null order by sequence").stream().map(List::getFirst)
                .toList();
    }

    @Test
    void answersAndWhatCanBeTappedLeaveFromItsAccount() {
        says("hola");
        says("quiero un corte mañana");
        assertThat(twilio.sent()).isNotEmpty().allSatisfy(sent -> {
            assertThat(sent.account()).isEqualTo(FakeTwilio.SUB_ACCOUNT);
            assertThat(sent.from()).isEqualTo("whatsapp:" + NUMBER);
        });
        assertThat(twilio.sent().getLast().contentSid()).as("made in that account").isPresent();
        assertThat(twilio.typing()).isNotEmpty();
        assertThat(twilio.refused()).isEmpty();
        assertThat(contents.refused()).isEmpty();
    }

    @Test
    void templatesAreSubmittedInItsAccountToo() {
        templates.submit().await().atMost(Duration.ofSeconds(30));
        assertThat(yume.rows("select account, count(*) from template_approval where channel = 'twilio' group by 1 order by 1"))
                .containsExactly(
                        List.of("AC00000000000000000000000000000001", "11"), List.of(FakeTwilio.SUB_ACCOUNT, "11"));
        assertThat(contents.refused()).isEmpty();
    }

    @Test
    void anAccountThatIsClosedIsNotAskedAgainUntilTheNumberIsConnectedAndThenWhatWaitedLeaves() {
        twilio.answerNext(401, "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}");
        says("hola");
        assertThat(statuses()).containsExactly("pending");
        assertThat(yume.rows("select status from whatsapp_connection")).containsExactly(List.of("broken"));
        var asked = twilio.sent().size();
        yume.tick(Duration.ofMinutes(16));
        yume.settle();
        assertThat(twilio.sent()).as("nobody was asked in vain").hasSize(asked);
        assertThat(statuses()).containsExactly("pending");

        yume.tick(Duration.ofMinutes(1));
        connected(OWN);
        yume.settle();
        assertThat(statuses()).containsExactly("sent");
        assertThat(twilio.sent().getLast().account()).isEqualTo(FakeTwilio.SUB_ACCOUNT);
    }

    @Test
    void itsLogIsReadAndItsMessagesAreAskedAbout() {
        twilio.logged(new JsonObject().put("sid", "SM1").put("account_sid", FakeTwilio.SUB_ACCOUNT).put("direction", "inbound")
                .put("from", "whatsapp:+5215511112222").put("to", "whatsapp:" + NUMBER).put("body", "hola")
                .put("num_media", "0").put("status", "received"));
        sweep();
        yume.tick(Duration.ofSeconds(5));
        yume.settle();
        assertThat(statuses()).containsExactly("sent");
        var sent = twilio.sent().getLast();
        twilio.logged(new JsonObject().put("sid", sent.sid()).put("account_sid", FakeTwilio.SUB_ACCOUNT)
                .put("direction", "outbound-api").put("status", "read"));
        yume.tick(Duration.ofMinutes(61));
        sweep();
        assertThat(statuses()).containsExactly("read");
        assertThat(yume.rows("select distinct account from reconciliation order by 1")).containsExactly(
                List.of("AC00000000000000000000000000000001"), List.of(FakeTwilio.SUB_ACCOUNT));
    }

    @Test
    void oneThatIsRefusedKeepsTheOthersMessagesNotOut() {
        connected(new OwnAccount("AC000000000000000000000000000000cc", "de-nadie"));
        twilio.logged(new JsonObject().put("sid", "SM1").put("direction", "inbound").put("from", "whatsapp:+5215511112222")
                .put("to", "whatsapp:" + SalonLupita.NUMBER).put("body", "hola").put("num_media", "0")
                .put("status", "received"));
        sweep();
        assertThat(yume.rows("select body from inbound_message")).containsExactly(List.of("hola"));
    }

    private void sweep() {
        reconciliation.reconcile().await().atMost(Duration.ofSeconds(30));
    }
}
