package mx.yume.conversation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.Connections;
import mx.yume.conversation.Channel;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.ConversationEvents;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Delivery;
import mx.yume.conversation.DeliveryReport;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.OutboundMessage;
import mx.yume.conversation.template.Template;
import mx.yume.conversation.turn.Alarm;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;

/** Who has not written for a day gets an approved template or nothing, and reports put right what was not heard. */
class OutsideTheWindowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final PhoneNumber PATY = new PhoneNumber("+525511112222");
    private static final Templated REMINDER = new Templated(Template.APPOINTMENT_REMINDER,
            Map.of("business", "Salón Lupita", "service", "Corte", "staff", "Beto", "when", "viernes 15 de enero, 3:00 p.m."),
            List.of(new Option("a", "Confirmar"), new Option("b", "Reagendar"), new Option("c", "Cancelar")));

    private final PlainYume yume = PlainYume.fresh();
    private final Provider provider = new Provider();
    private OutboxWorker worker;
    private ConversationId paty;

    private static final class Provider implements Channel {

        final Deque<Delivery> answers = new ArrayDeque<>();
        final List<OutboundMessage> given = new ArrayList<>();

        @Override
        public ChannelName name() {
            return ChannelName.TWILIO;
        }

        @Override
        public boolean on() {
            return true;
        }

        @Override
        public Optional<String> central() {
            return Optional.empty();
        }

        @Override
        public Uni<Optional<String>> account(OrganizationId organization, String businessAddress) {
            return Uni.createFrom().item(Optional.of("AC1"));
        }

        @Override
        public Uni<Delivery> send(OutboundMessage message) {
            given.add(message);
            var answer = answers.poll();
            return Uni.createFrom().item(answer != null ? answer : new Delivery.Accepted("SM" + given.size()));
        }
    }

    @BeforeEach
    void patyIsToldOfSomethingBeforeSheEverWrote() {
        yume.superuser().execute("delete from business_number where provider = 'meta'");
        worker = new OutboxWorker(yume.the(OutboxClaims.class), yume.the(Approvals.class), yume.the(Pace.class),
                yume.the(Connections.class),
                List.of(provider), yume.the(ConversationEvents.class), yume.the(Alarm.class), yume.the(SendMeter.class),
                yume.the(OutboxConfig.class),
                yume.clock());
        paty = inSalon(
                connection -> yume.the(Correspondents.class).addressable(connection, SalonLupita.ID, List.of(PATY), "real"))
                .getFirst();
    }

    @Test
    void whoNeverWroteIsIntroducedOnce() {
        inSalon(connection -> yume.the(Correspondents.class).addressable(connection, SalonLupita.ID, List.of(PATY), "real"));
        assertThat(yume.superuser()
                .rows("select channel, business_address, person_address, last_inbound_at is null from conversation"))
                .containsExactly(List.of("twilio", SalonLupita.NUMBER, "whatsapp:" + PATY.e164(), "t"));
    }

    @Test
    void anApprovedTemplateGoesOut() {
        approve("approved", REMINDER.template().contentHash());
        write(letter("uno").or(REMINDER));
        drain();
        assertThat(provider.given).hasSize(1).first().satisfies(message -> {
            assertThat(message.content()).isEqualTo(REMINDER);
            assertThat(message.templateId()).contains("HX1");
        });
        assertThat(rows()).containsExactly(List.of("sent", "t", "1"));
    }

    @Test
    void oneThatIsNotApprovedIsWaitedForAndThenFailsVisibly() {
        write(letter("uno").or(REMINDER));
        drain();
        assertThat(rows()).as("no try").containsExactly(List.of("pending", "f", "0"));
        yume.clock().tick(Duration.ofHours(25));
        drain();
        assertThat(rows()).containsExactly(List.of("failed", "f", "1"));
        assertThat(provider.given).isEmpty();
    }

    @Test
    void oneApprovedWithAnotherTextIsNotSent() {
        approve("approved", "another");
        write(letter("uno").or(REMINDER));
        drain();
        assertThat(provider.given).isEmpty();
    }

    @Test
    void withoutATemplateNothingIsSent() {
        write(letter("uno"));
        drain();
        assertThat(rows()).containsExactly(List.of("failed", "f", "1"));
        assertThat(provider.given).isEmpty();
    }

    @Test
    void aWindowThatTheProviderSaysIsClosedMakesItATemplate() {
        approve("approved", REMINDER.template().contentHash());
        wroteJustNow();
        provider.answers.add(new Delivery.WindowClosed("63016"));
        write(letter("uno").or(REMINDER));
        drain();
        assertThat(provider.given).extracting(OutboundMessage::content).containsExactly(new Text("uno"), REMINDER);
        assertThat(rows()).containsExactly(List.of("sent", "t", "2"));
    }

    @Test
    void soDoesAReportThatSaysSoLater() {
        approve("approved", REMINDER.template().contentHash());
        wroteJustNow();
        write(letter("uno").or(REMINDER));
        drain();
        var closed = new DeliveryReport(ChannelName.TWILIO, "SM1", Optional.empty(), DeliveryReport.State.FAILED,
                Optional.of("63016"), true);
        report(closed);
        report(closed);
        drain();
        report(closed);
        drain();
        assertThat(provider.given).extracting(OutboundMessage::content).containsExactly(new Text("uno"), REMINDER);
        assertThat(rows()).containsExactly(List.of("sent", "t", "2"));
    }

    @Test
    void aReportOfWhatWasNeverAnsweredSparesTheSecondMessage() {
        wroteJustNow();
        provider.answers.add(new Delivery.TryAgain("no answer in time", true));
        write(letter("uno"));
        drain();
        var row = UUID.fromString(yume.superuser().rows("select id from outbox").getFirst().getFirst());
        report(DeliveryReport.of(ChannelName.TWILIO, "SM77", Optional.of(row), DeliveryReport.State.DELIVERED));
        yume.clock().tick(Duration.ofMinutes(1));
        drain();
        assertThat(provider.given).hasSize(1);
        assertThat(yume.superuser().rows("select status, provider_message_id, doubtful from outbox"))
                .containsExactly(List.of("delivered", "SM77", "1"));
        report(DeliveryReport.of(ChannelName.TWILIO, "SMother", Optional.of(row), DeliveryReport.State.READ));
        assertThat(yume.superuser().rows("select status from outbox")).as("another message of another's").containsExactly(
                List.of("delivered"));
    }

    @Test
    void whatIsWithdrawnOrOverOrUnwantedIsDropped() {
        wroteJustNow();
        var appointment = UUID.randomUUID();
        write(letter("withdrawn").about(appointment));
        write(letter("answer").about(appointment).answering());
        inSalon(connection -> yume.the(Outbox.class).withdraw(connection, SalonLupita.ID, appointment, "cancelled"));
        write(letter("over").until(yume.clock().instant()));
        drain();
        yume.superuser().execute("update person set opted_out_at = now()");
        write(letter("unwanted"));
        write(letter("asked for").answering());
        drain();
        assertThat(provider.given).extracting(message -> message.content().body()).containsExactly("answer", "asked for");
        assertThat(yume.superuser().count("select count(*) from outbox where status = 'dropped'")).isEqualTo(3);
    }

    @Test
    void atNightItWaitsForTheMorningAndThatIsNoTry() {
        wroteJustNow();
        yume.clock().tick(Duration.ofHours(12));
        write(letter("quiet").quietIn(SettableClock.MEXICO_CITY));
        drain();
        assertThat(provider.given).isEmpty();
        assertThat(rows()).containsExactly(List.of("pending", "f", "0"));
        yume.clock().tick(Duration.ofHours(10));
        drain();
        assertThat(rows()).containsExactly(List.of("sent", "f", "1"));
    }

    @Test
    void aNumberThatIsDisconnectedHoldsItsMessagesBackForADay() {
        wroteJustNow();
        provider.answers.add(new Delivery.Disconnected("190"));
        write(letter("uno"));
        drain();
        assertThat(rows()).containsExactly(List.of("pending", "f", "0"));
        yume.clock().tick(Duration.ofMinutes(15));
        drain();
        assertThat(rows()).containsExactly(List.of("sent", "f", "1"));
    }

    @Test
    void onePersonGetsFortyFiveInARowAndThenOneEverySixSeconds() {
        wroteJustNow();
        for (int n = 0; n < 50; n++) {
            write(letter("n" + n));
        }
        drain();
        assertThat(provider.given).hasSize(45);
        yume.clock().tick(Duration.ofSeconds(269));
        drain();
        assertThat(provider.given).hasSize(45);
        yume.clock().tick(Duration.ofSeconds(1));
        drain();
        assertThat(provider.given).hasSize(50);
    }

    private void wroteJustNow() {
        yume.superuser().execute("update conversation set last_inbound_at = '" + yume.clock().instant() + "'");
    }

    private void approve(String status, String hash) {
        yume.superuser().execute(
                """
                        insert into template_approval (organization_id, channel, account, name, content_hash, provider_id, status, submitted_at)
                        values ('%s', 'twilio', 'AC1', 'appointment_reminder', '%s', 'HX1', '%s', now())"""
                        .formatted(OrganizationId.YUME, hash, status));
    }

    private Letter letter(String body) {
        return Letter.notice(paty, "test:" + body, new Text(body));
    }

    private void write(Letter letter) {
        inSalon(connection -> yume.the(Outbox.class).write(connection, SalonLupita.ID, letter));
    }

    private void report(DeliveryReport report) {
        yume.the(Outbox.class).report(report).await().atMost(PATIENCE);
    }

    private List<List<String>> rows() {
        return yume.superuser().rows("select status, sent_template, attempts from outbox order by sequence");
    }

    private void drain() {
        worker.loop().drain().await().atMost(PATIENCE);
    }

    private <T> T inSalon(java.util.function.Function<io.vertx.mutiny.sqlclient.SqlConnection, Uni<T>> work) {
        return yume.the(Database.class).inTenant(SalonLupita.ID, work).await().atMost(PATIENCE);
    }
}
