package mx.yume.conversation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.Connections;
import mx.yume.conversation.Accepted;
import mx.yume.conversation.Channel;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.ConversationEvents;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Delivery;
import mx.yume.conversation.DeliveryReport;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Origin;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.OutboundMessage;
import mx.yume.conversation.Sender;
import mx.yume.conversation.inbox.Inbox;
import mx.yume.conversation.turn.Alarm;
import mx.yume.platform.Database;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

/** What waits leaves in order, again when that can help, and is visibly failed when it cannot. */
@QuarkusTest
class OutboxWorkerTest {

    @Inject
    World world;
    @Inject
    SettableClock clock;
    @Inject
    Inbox inbox;
    @Inject
    Outbox outbox;
    @Inject
    OutboxClaims claims;
    @Inject
    Approvals approvals;
    @Inject
    Pace pace;
    @Inject
    Connections connections;
    @Inject
    OutboxConfig config;
    @Inject
    Database database;
    @Inject
    ConversationEvents events;
    @Inject
    Alarm alarm;
    @Inject
    SendMeter meter;

    private final ScriptedChannel channel = new ScriptedChannel();
    private OutboxWorker worker;

    /** Says what it was told to say, then accepts; remembers what it was given. */
    private static final class ScriptedChannel implements Channel {

        final Deque<Uni<Delivery>> answers = new ArrayDeque<>();
        final List<String> given = Collections.synchronizedList(new ArrayList<>());

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
        public synchronized Uni<Delivery> send(OutboundMessage message) {
            given.add(message.content().body());
            var answer = answers.poll();
            return answer != null ? answer
                    : Uni.createFrom().item(new Delivery.Accepted("SM" + given.size() + "-" + message.id()));
        }
    }

    @BeforeEach
    void freshWorld() {
        world.fresh();
        worker = new OutboxWorker(claims, approvals, pace, connections, List.of(channel), events, alarm, meter, config, clock);
    }

    @Test
    void onePersonsMessagesLeaveInOrderAlthoughTheFirstFails() {
        var paty = conversation("+525511112222");
        letters(paty, "uno", "dos", "tres");
        channel.answers.add(again());
        drain();
        assertThat(channel.given).containsExactly("uno");
        clock.tick(Duration.ofSeconds(2));
        drain();
        assertThat(channel.given).containsExactly("uno", "uno", "dos", "tres");
        assertThat(statuses()).containsExactly("sent", "sent", "sent");
    }

    @Test
    void oneWhoCannotBeReachedHoldsUpNobodyElse() {
        letters(conversation("+525511112222"), "a Paty");
        letters(conversation("+525511113333"), "a Toño");
        channel.answers.add(again());
        drain();
        assertThat(channel.given).containsExactlyInAnyOrder("a Paty", "a Toño");
        assertThat(statuses()).containsExactlyInAnyOrder("pending", "sent");
    }

    @Test
    void whatIsRefusedFailsAtOnceAndTheNextGoesOut() {
        letters(conversation("+525511112222"), "uno", "dos");
        channel.answers.add(Uni.createFrom().item(new Delivery.Rejected("63016 window closed")));
        drain();
        assertThat(statuses()).containsExactly("failed", "sent");
        assertThat(world.rows("select error from outbox order by sequence").getFirst()).containsExactly("63016 window closed");
    }

    @Test
    void aChannelThatThrowsCountsAsTryAgainAndGivesUpInTheEnd() {
        letters(conversation("+525511112222"), "uno");
        for (int attempt = 1; attempt <= 12; attempt++) {
            channel.answers.add(Uni.createFrom().failure(new IllegalStateException("down")));
            assertThat(statuses()).as("attempt %d", attempt).containsExactly("pending");
            drain();
            clock.tick(Duration.ofHours(1));
        }
        drain();
        assertThat(channel.given).hasSize(12);
        assertThat(statuses()).containsExactly("failed");
        assertThat(world.count("select attempts from outbox")).isEqualTo(12);
    }

    @Test
    void theSamePurposeIsWrittenOnce() {
        var paty = conversation("+525511112222");
        letters(paty, "uno");
        await(database.inTenant(SalonLupita.ID, connection -> outbox.write(connection, SalonLupita.ID,
                new Letter(paty, Optional.empty(), "test:uno", new Text("otra vez")))));
        assertThat(world.count("select count(*) from outbox")).isEqualTo(1);
    }

    @Test
    void aCrashBetweenAcceptanceAndRecordIsSentAgainAndCounted() {
        letters(conversation("+525511112222"), "uno");
        var lost = await(claims.claim(10, 10)).getFirst();
        world.execute("update outbox set lease_until = clock_timestamp() - interval '1 second'");
        drain();
        assertThat(world.rows("select status, attempts, doubtful from outbox")).containsExactly(List.of("sent", "2", "1"));
        await(claims.failed(lost, "too late"));
        assertThat(statuses()).as("the old claim changes nothing").containsExactly("sent");
    }

    @Test
    void aChannelThatIsNotConfiguredFailsVisibly() {
        letters(conversation("+525511112222"), "uno");
        worker = new OutboxWorker(claims, approvals, pace, connections, List.of(), events, alarm, meter, config, clock);
        drain();
        assertThat(statuses()).containsExactly("failed");
    }

    @Test
    void whatCannotBeReadFailsAloneAndTheOthersLeave() {
        letters(conversation("+525511112222"), "uno");
        letters(conversation("+525511113333"), "dos");
        world.execute("update outbox set content = '{\"type\":\"hologram\"}' where content ->> 'body' = 'uno'");
        drain();
        assertThat(statuses()).containsExactly("failed", "sent");
    }

    @Test
    void anUnansweredSendIsCountedAsDoubtful() {
        letters(conversation("+525511112222"), "uno");
        channel.answers.add(Uni.createFrom().item(new Delivery.TryAgain("no answer in time", true)));
        drain();
        clock.tick(Duration.ofSeconds(10));
        drain();
        assertThat(world.rows("select status, attempts, doubtful from outbox")).containsExactly(List.of("sent", "2", "1"));
    }

    @Test
    void deliveryStatesOnlyMoveForward() {
        letters(conversation("+525511112222"), "uno");
        drain();
        var sid = world.rows("select provider_message_id from outbox").getFirst().getFirst();
        status(sid, "read");
        status(sid, "delivered");
        status(sid, "sent");
        status(sid, "failed");
        assertThat(statuses()).containsExactly("read");
        status("SMunknown", "read");
        assertThat(statuses()).containsExactly("read");
    }

    @Test
    void underTwentyPercentErrorsEverythingArrivesInOrderPerPerson() {
        var random = new Random(20_261_122);
        var people = new ArrayList<ConversationId>();
        for (int person = 0; person < 10; person++) {
            people.add(conversation("+52551111000" + person));
        }
        for (int n = 0; n < 10; n++) {
            for (int person = 0; person < people.size(); person++) {
                letters(people.get(person), person + "/" + n);
            }
        }
        for (int i = 0; i < 30; i++) {
            channel.answers.add(random.nextInt(5) == 0 ? again() : Uni.createFrom().item(new Delivery.Accepted("SMx" + i)));
        }
        for (int round = 0; round < 10; round++) {
            drain();
            clock.tick(Duration.ofMinutes(1));
        }
        assertThat(world.count("select count(*) from outbox where status = 'sent'")).isEqualTo(100);
        for (int person = 0; person < people.size(); person++) {
            var prefix = person + "/";
            var order = channel.given.stream().filter(body -> body.startsWith(prefix)).distinct().toList();
            assertThat(order).isSorted().hasSize(10);
        }
    }

    private static Uni<Delivery> again() {
        return Uni.createFrom().item(new Delivery.TryAgain("429"));
    }

    private void status(String sid, String status) {
        await(outbox.report(DeliveryReport.of(ChannelName.TWILIO, sid, Optional.empty(),
                DeliveryReport.State.valueOf(status.toUpperCase(Locale.ROOT)))));
    }

    private List<String> statuses() {
        return world.rows("select status from outbox order by sequence").stream().map(List::getFirst).toList();
    }

    private void drain() {
        await(worker.loop().drain());
    }

    private ConversationId conversation(String phone) {
        var number = new PhoneNumber(phone);
        var accepted = await(inbox.accept(new InboundMessage(ChannelName.TWILIO, Origin.REAL, "SM" + phone, SalonLupita.NUMBER,
                new Sender(Optional.of(number), Optional.empty(), "whatsapp:" + phone, Optional.empty()), InboundKind.TEXT,
                "hola",
                Optional.empty(), "hola".getBytes(StandardCharsets.UTF_8))));
        return ((Accepted.Stored) accepted).conversation();
    }

    private void letters(ConversationId conversation, String... bodies) {
        for (var body : bodies) {
            await(database.inTenant(SalonLupita.ID, connection -> outbox.write(connection, SalonLupita.ID,
                    new Letter(conversation, Optional.empty(), "test:" + body, new Text(body)))));
        }
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
