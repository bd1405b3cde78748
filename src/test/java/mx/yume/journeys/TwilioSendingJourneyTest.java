package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.conversation.template.Template;
import mx.yume.conversation.template.Templates;
import mx.yume.platform.Database;
import mx.yume.testing.FakeTwilio;
import mx.yume.testing.FakeTwilioContent;
import mx.yume.testing.SalonLupita;

/** A message's way out by Twilio, and what Twilio tells of it later. */
@QuarkusTest
class TwilioSendingJourneyTest {

    private static final String PATY = "+525511112222";
    private static final String PATYS_ADDRESS = "whatsapp:+5215511112222";

    @Inject
    Yume yume;
    @Inject
    FakeTwilio twilio;
    @Inject
    FakeTwilioContent contents;
    @Inject
    Templates templates;
    @Inject
    Outbox outbox;
    @Inject
    Database database;

    private Chat paty;

    @BeforeEach
    void freshWorld() {
        yume.fresh();
        twilio.reset();
        paty = Chat.withSalon(yume, new TwilioDoor(), PATY);
    }

    private FakeTwilio.Sent lastSent() {
        return twilio.sent().getLast();
    }

    private List<String> statuses() {
        return yume.rows("select status from outbox order by sequence").stream().map(List::getFirst).toList();
    }

    private void reported(FakeTwilio.Sent sent, String status, String error) {
        assertThat(TwilioDoor.report(sent.statusCallback(), sent.sid(), status, Optional.ofNullable(error))).isEqualTo(200);
    }

    /** One more message to Paty, with a template for when the window is closed. */
    private void notice(String purpose) {
        var conversation = new ConversationId(java.util.UUID.fromString(yume.rows("select id from conversation").getFirst()
                .getFirst()));
        var template = new Templated(Template.STAFF_NOTICE, Map.of("business", "Salón Lupita", "notice", purpose));
        database.inTenant(SalonLupita.ID, connection -> outbox.write(connection, SalonLupita.ID,
                Letter.notice(conversation, purpose, new Text("Aviso: " + purpose)).or(template)))
                .await().atMost(Duration.ofSeconds(10));
    }

    private void approved() {
        templates.submit().await().atMost(Duration.ofSeconds(30));
        for (var template : Template.values()) {
            contents.decide(template.id(), "approved", "");
        }
        yume.execute("update template_approval set status = 'approved'");
    }

    @Test
    void whatCanBeTappedArrivesAsButtonsOrAListAndTheTapComesBack() {
        paty.says("quiero un corte mañana");
        assertThat(lastSent().contentSid()).isPresent();
        assertThat(lastSent().options()).isEqualTo(paty.last().options());
        assertThat(lastSent().body().lines().map(String::strip).toList())
                .isEqualTo(paty.last().body().lines().map(String::strip).toList());
        var before = paty.replies().size();
        paty.taps(paty.last().options().getFirst().title());
        assertThat(paty.replies()).hasSize(before + 1);
        assertThat(twilio.refused()).isEmpty();
        assertThat(contents.refused()).isEmpty();
    }

    @Test
    void theirLastMessageIsShownAsReadAndBeingAnswered() {
        var id = paty.post("hola");
        paty.hears();
        await(() -> !twilio.typing().isEmpty());
        assertThat(twilio.typing()).containsExactly(id);
    }

    @Test
    void anAnswerThatGotLostAfterTheAcceptanceIsHealedByTheReport() {
        twilio.acceptAndLoseNext();
        paty.says("hola");
        assertThat(statuses()).containsExactly("pending");
        reported(lastSent(), "sent", null);
        assertThat(yume.rows("select status, provider_message_id, doubtful from outbox"))
                .containsExactly(List.of("sent", lastSent().sid(), "1"));
        yume.tick(Duration.ofMinutes(5));
        yume.settle();
        assertThat(twilio.sent()).as("not sent again").hasSize(1);
    }

    @Test
    void reportsInAnyOrderAndTwiceOnlyMoveAMessageForward() {
        var random = new Random(20_261_129);
        for (int round = 0; round < 4; round++) {
            paty.says("hola");
            var sent = lastSent();
            var reports = new ArrayList<>(List.of("queued", "sent", "delivered", "read", "sent", "delivered", "read"));
            Collections.shuffle(reports, random);
            reports.forEach(status -> reported(sent, status, null));
            reported(sent, "failed", "63024");
        }
        assertThat(statuses()).containsOnly("read");
        assertThat(twilio.sent()).hasSize(4);
    }

    @Test
    void aClosedWindowFoundAtOnceOrLaterIsAnsweredByTheTemplateOnce() {
        paty.says("hola");
        approved();
        twilio.closeWindow(PATYS_ADDRESS);
        notice("uno");
        yume.settle();
        yume.settle();
        assertThat(lastSent().body()).isEqualTo(
                "🔔 Aviso de Salón Lupita: uno. Para ver la agenda, responde a este mensaje.");
        assertThat(statuses()).containsOnly("sent");
        assertThat(twilio.refused()).containsExactly("63016");

        twilio.reset();
        approved();
        notice("dos");
        yume.settle();
        var text = lastSent();
        assertThat(text.body()).isEqualTo("Aviso: dos");
        reported(text, "undelivered", "63016");
        reported(text, "undelivered", "63016");
        yume.settle();
        reported(text, "failed", "63016");
        assertThat(twilio.sent()).hasSize(2);
        assertThat(lastSent().body()).contains("Aviso de Salón Lupita: dos");
        assertThat(statuses()).as("a report of the text that comes twice is none of the template").containsOnly("sent");
    }

    @Test
    void outsideTheWindowNothingLeavesBeforeTheTemplateIsApproved() {
        paty.says("hola");
        yume.tick(Duration.ofHours(25));
        notice("tres");
        yume.settle();
        assertThat(twilio.sent()).hasSize(1);
        assertThat(statuses().getLast()).isEqualTo("pending");
        approved();
        yume.tick(Duration.ofMinutes(10));
        yume.settle();
        assertThat(twilio.sent()).hasSize(2);
        assertThat(lastSent().contentSid()).isPresent();
        assertThat(twilio.refused()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"63016,failed", "63024,failed", "63003,failed", "21211,failed", "21614,failed", "21610,failed", "63018,pending",
            "20429,pending", "63012,pending", "20003,pending", "63007,pending", "63020,pending"})
    void everyCodeAsAnAnswerHasItsConsequence(int code, String status) {
        twilio.answerNext(code == 20429 ? 429 : 400, "{\"code\":%d,\"message\":\"no\"}".formatted(code));
        paty.says("hola");
        assertThat(statuses()).containsExactly(status);
        yume.tick(Duration.ofMinutes(16));
        yume.settle();
        assertThat(statuses()).containsExactly(status.equals("failed") ? "failed" : "sent");
    }

    @ParameterizedTest
    @CsvSource({"63016,failed", "63024,failed", "63003,failed", "21610,failed", "63018,sent", "63012,sent"})
    void everyCodeAsAReportHasItsConsequence(String code, String status) {
        paty.says("hola");
        var first = lastSent();
        reported(first, "failed", code);
        reported(first, "failed", code);
        yume.tick(Duration.ofMinutes(1));
        yume.settle();
        reported(first, "failed", code);
        assertThat(statuses()).containsExactly(status);
        assertThat(twilio.sent()).hasSize(status.equals("failed") ? 1 : 2);
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(5)).until(condition::getAsBoolean);
    }
}
