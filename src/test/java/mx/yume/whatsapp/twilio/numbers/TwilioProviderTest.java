package mx.yume.whatsapp.twilio.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.BusinessNumbers;
import mx.yume.business.numbers.NumberRequests;
import mx.yume.business.numbers.Pending;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.OutsideWorker;
import mx.yume.testing.FakeTwilioNumbers;
import mx.yume.testing.FakeTwilioSenders;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

/** A business's number from nothing to WhatsApp, over HTTP, whatever goes wrong at Twilio on the way. */
@QuarkusTest
class TwilioProviderTest {

    private static final String FIRST = "+525588880001";
    private static final String SECOND = "+525588880002";
    private static final String REQUEST = "select status, number, reason from number_request";
    private static final OrganizationId OTHER = new OrganizationId(UUID.fromString("00000000-0000-0000-0000-00000000000b"));
    private static final String FACTS = "select kind from job where kind <> 'number.requested'";

    @Inject
    World world;
    @Inject
    SettableClock clock;
    @Inject
    FakeTwilioNumbers numbers;
    @Inject
    FakeTwilioSenders senders;
    @Inject
    NumberRequests requests;
    @Inject
    BusinessNumbers business;
    @Inject
    Pending pending;
    @Inject
    Database database;
    @Inject
    OutsideWorker outside;

    @BeforeEach
    void freshWorld() {
        world.fresh();
        numbers.reset(FIRST, SECOND);
        senders.reset();
    }

    @Test
    void aNumberIsSearchedBoughtConfiguredRegisteredAndGiven() {
        ask();
        work();
        assertThat(world.rows(REQUEST)).containsExactly(List.of("registering", FIRST, "null"));
        var bought = numbers.bought().getFirst();
        assertThat(bought.number).isEqualTo(FIRST);
        assertThat(bought.name).startsWith("yume-").hasSizeLessThanOrEqualTo(64);
        assertThat(bought.smsUrl).isEqualTo("https://yume.test/api/v1/webhooks/whatsapp/twilio#rc=5&rp=all");
        var sender = senders.senders().getFirst();
        assertThat(sender.request.path("profile").path("name").asText()).isEqualTo("Salón Lupita");
        assertThat(sender.request.path("webhook").path("callback_url").asText()).isEqualTo(bought.smsUrl);
        assertThat(sender.request.path("webhook").path("status_callback_url").asText())
                .isEqualTo("https://yume.test/api/v1/webhooks/whatsapp/twilio/status#rc=5&rp=all");
        assertThat(world.count("select count(*) from business_number where address = '" + FIRST + "'"))
                .as("before WhatsApp has let it in").isZero();

        senders.become("VERIFYING", "null");
        later();
        senders.become("ONLINE", "null");
        later();
        assertThat(world.rows(REQUEST)).containsExactly(List.of("provided", FIRST, "null"));
        assertThat(world.rows(FACTS)).containsExactly(List.of("number.provided"));
        assertThat(
                world.rows("select provider, address, resource, sender from business_number where address = '" + FIRST + "'"))
                .containsExactly(List.of("twilio", FIRST, bought.sid, sender.sid));
        assertThat(numbers.asked()).as("nothing else").containsExactly("GET AvailablePhoneNumbers", "GET IncomingPhoneNumbers",
                "POST IncomingPhoneNumbers", "POST IncomingPhoneNumbers/{sid}");
        assertThat(senders.asked()).containsExactly("GET Senders", "POST Senders", "GET Senders/{sid}", "GET Senders/{sid}",
                "GET Senders/{sid}");
    }

    @Test
    void aPurchaseWhoseAnswerIsLostIsNotMadeTwice() {
        numbers.losesNextPurchase();
        ask();
        work();
        assertThat(world.rows(REQUEST)).containsExactly(List.of("chosen", FIRST, "null"));
        later();
        assertThat(world.rows(REQUEST)).containsExactly(List.of("registering", FIRST, "null"));
        assertThat(numbers.bought()).hasSize(1);
        assertThat(numbers.asked().stream().filter("POST IncomingPhoneNumbers"::equals)).hasSize(1);
    }

    @Test
    void aRegistrationWhoseAnswerIsLostIsFound() {
        senders.losesNextRegistration();
        ask();
        work();
        assertThat(world.rows(REQUEST)).containsExactly(List.of("configured", FIRST, "null"));
        later();
        assertThat(world.rows(REQUEST)).containsExactly(List.of("registering", FIRST, "null"));
        assertThat(senders.senders()).hasSize(1);
        assertThat(senders.asked().stream().filter("POST Senders"::equals)).hasSize(1);
    }

    @Test
    void aNumberThatSomebodyElseBoughtMeanwhileIsPassedOver() {
        numbers.isGone(FIRST);
        ask();
        work();
        assertThat(world.rows(REQUEST)).containsExactly(List.of("registering", SECOND, "null"));
        assertThat(numbers.bought()).singleElement().satisfies(bought -> assertThat(bought.number).isEqualTo(SECOND));
    }

    @Test
    void mexicosPaperworkThatTwilioRefusesIsForAPerson() {
        numbers.refusesPurchase(21649, "Bundle status is not twilio-approved");
        ask();
        work();
        assertThat(world.rows(REQUEST))
                .containsExactly(List.of("pending", "null", "Twilio: 21649 Bundle status is not twilio-approved"));
        assertThat(world.rows(FACTS)).containsExactly(List.of("number.delayed"));
        assertThat(numbers.bought()).isEmpty();
        assertThat(await(pending.list())).singleElement().satisfies(waiting -> {
            assertThat(waiting.organization()).isEqualTo(SalonLupita.ID);
            assertThat(waiting.business()).isEqualTo("Salón Lupita");
            assertThat(waiting.reason()).contains("21649");
        });

        assertThat(await(pending.askAgain(SalonLupita.ID))).isTrue();
        assertThat(await(pending.askAgain(SalonLupita.ID))).as("it does not wait any more").isFalse();
        work();
        assertThat(world.rows(REQUEST)).containsExactly(List.of("registering", FIRST, "null"));
        assertThat(await(pending.list())).isEmpty();
    }

    @Test
    void withNothingToSellTheRequestWaits() {
        numbers.reset();
        ask();
        work();
        assertThat(world.rows(REQUEST)).containsExactly(List.of("pending", "null", "Twilio has no number to sell in MX"));
    }

    @Test
    void whatWhatsAppRefusesIsGivenBack() {
        ask();
        work();
        senders.become("OFFLINE", "[{\"code\":\"63114\",\"message\":\"Display name was rejected\"}]");
        later();
        assertThat(world.rows(REQUEST))
                .containsExactly(List.of("pending", "null", "Twilio: 63114 Display name was rejected"));
        assertThat(numbers.bought()).isEmpty();
        assertThat(senders.senders()).isEmpty();
        assertThat(world.count("select count(*) from spare_number")).isZero();
        assertThat(world.rows(FACTS)).containsExactly(List.of("number.delayed"));
    }

    @Test
    void whatTwilioDoesNotTakeBackIsKeptForTheNextBusiness() {
        ask();
        work();
        senders.become("OFFLINE", "null");
        numbers.answerNext(409, 21479);
        later();
        assertThat(world.rows("select address from spare_number")).containsExactly(List.of(FIRST));
        assertThat(world.rows(REQUEST).getFirst().getFirst()).isEqualTo("pending");
    }

    @Test
    void whereWhatsAppSaysNothingForThreeDaysTheNumberIsGivenBack() {
        ask();
        work();
        for (int day = 0; day < 4; day++) {
            clock.tick(Duration.ofDays(1));
            work();
        }
        assertThat(world.rows(REQUEST).getFirst()).startsWith("pending", "null").last().asString().contains("3 days");
        assertThat(numbers.bought()).isEmpty();
    }

    @Test
    void tooManyRequestsAndTroubleAtTwilioAreWaitedFor() {
        for (int status : new int[]{429, 500, 503}) {
            numbers.answerNext(status, 20429);
        }
        ask();
        for (int time = 0; time < 4; time++) {
            work();
            clock.tick(Duration.ofMinutes(1));
        }
        assertThat(world.rows(REQUEST)).containsExactly(List.of("registering", FIRST, "null"));
        assertThat(numbers.bought()).hasSize(1);
    }

    @Test
    void credentialsThatTwilioDoesNotTakeAreForAPerson() {
        numbers.answerNext(401, 20003);
        ask();
        work();
        assertThat(world.rows(REQUEST)).containsExactly(List.of("pending", "null", "Twilio: 20003 told to"));
    }

    @Test
    void aReleasedNumberRestsAndGoesToTheNextBusinessUnderItsName() {
        ask();
        work();
        senders.become("ONLINE", "null");
        later();
        assertThat(await(business.release(SalonLupita.ID))).isEqualTo(3);
        assertThat(world.rows(REQUEST).getFirst()).startsWith("released");
        assertThat(await(business.of(SalonLupita.ID))).isEmpty();

        world.execute("insert into organization (organization_id, name, slug, created_at) values ('" + OTHER
                + "', 'Barbería Norte', 'norte', now())");
        clock.tick(Duration.ofDays(29));
        request(OTHER);
        work();
        assertThat(world.rows("select number from number_request where organization_id = '" + OTHER + "'"))
                .as("it rests").containsExactly(List.of(SECOND));

        world.execute("delete from number_request where organization_id = '" + OTHER + "'");
        world.execute("delete from job");
        clock.tick(Duration.ofDays(1));
        request(OTHER);
        work();
        assertThat(world.rows("select status, number from number_request where organization_id = '" + OTHER + "'"))
                .containsExactly(List.of("provided", FIRST));
        assertThat(senders.senders().getFirst().request.path("profile").path("name").asText()).isEqualTo("Barbería Norte");
        assertThat(numbers.asked().stream().filter("POST IncomingPhoneNumbers"::equals)).as("bought").hasSize(2);
    }

    private void ask() {
        request(SalonLupita.ID);
    }

    private void request(OrganizationId organization) {
        await(database.inTenant(organization,
                connection -> requests.ask(connection, organization, UUID.randomUUID(), UUID.randomUUID(), "real")));
    }

    private void work() {
        await(outside.loop().drain());
    }

    private void later() {
        clock.tick(Duration.ofSeconds(20));
        work();
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(60));
    }
}
