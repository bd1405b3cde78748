package mx.yume.conversation.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.Accepted;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Origin;
import mx.yume.conversation.Sender;
import mx.yume.platform.Database;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** Messages that arrive together are stored together, and each for itself all the same. */
class ArrivalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Optional<String> PATY = Optional.of("+525511112222");
    private static final Optional<String> SOFIA = Optional.of("+525511113333");
    private static final Optional<String> NOBODY = Optional.empty();

    private PlainYume yume;
    private Inbox inbox;

    @BeforeEach
    void freshWorld() {
        yume = PlainYume.fresh();
        inbox = yume.the(Inbox.class);
    }

    @Test
    void whatArrivesTogetherIsStoredByAFewCommits() {
        var all = IntStream.range(0, 100).mapToObj(n -> accepting(message("SM" + n, person(n), "hola"))).toList();
        assertThat(await(all)).hasOnlyElementsOfType(Accepted.Stored.class);
        assertThat(count("select count(*) from inbound_message")).isEqualTo(100);
        assertThat(count("select count(distinct xmin::text) from inbound_message")).isLessThan(25);
    }

    @Test
    void aDeliveryOfManyMessagesIsOneCommit() {
        var delivery = IntStream.range(0, 20).mapToObj(n -> message("SM" + n, person(n), "hola")).toList();
        assertThat(await(inbox.accept(delivery))).hasOnlyElementsOfType(Accepted.Stored.class);
        assertThat(count("select count(distinct xmin::text) from inbound_message")).isEqualTo(1);
        assertThat(await(inbox.accept(delivery))).hasOnlyElementsOfType(Accepted.Duplicate.class);
        assertThat(count("select count(*) from inbound_message")).isEqualTo(20);
    }

    @Test
    void theSameMessageTwiceInOneGroupIsStoredOnce() {
        var paty = message("SM1", PATY, "hola");
        assertThat(await(inbox.accept(List.of(paty, paty)))).hasExactlyElementsOfTypes(Accepted.Stored.class,
                Accepted.Duplicate.class);
        assertThat(count("select count(*) from inbound_message")).isEqualTo(1);
    }

    @Test
    void oneThatIsRefusedFailsForItselfAndIsKept() {
        var tooLong = message("SM".repeat(200), PATY, "hola");
        var delivery = List.of(message("SM1", PATY, "uno"), tooLong, message("SM2", PATY, "dos"),
                message("SM3", SOFIA, "tres"));
        assertThat(await(inbox.accept(delivery))).hasExactlyElementsOfTypes(Accepted.Stored.class, Accepted.Refused.class,
                Accepted.Stored.class, Accepted.Stored.class);
        assertThat(bodies(PATY)).containsExactly("uno", "dos");
        assertThat(bodies(SOFIA)).containsExactly("tres");
        assertThat(yume.superuser().rows("select reason, convert_from(raw, 'UTF8') from unreadable_event")).singleElement()
                .satisfies(row -> {
                    assertThat(row.getFirst()).startsWith("could not be stored");
                    assertThat(row.getLast()).isEqualTo("hola");
                });
        assertThat(count("select count(*) from inbound_receipt")).isEqualTo(3);
    }

    @Test
    void aGroupIsOfSeveralNumbersAndOneThatNobodyOwnsIsDropped() {
        var nobodys = to("+525599999999", message("SM1", PATY, "hola"));
        var central = to(SalonLupita.CENTRAL_NUMBER, message("SM2", PATY, "hola"));
        assertThat(await(inbox.accept(List.of(nobodys, central, message("SM3", PATY, "hola"))))).hasExactlyElementsOfTypes(
                Accepted.UnknownNumber.class, Accepted.Stored.class, Accepted.Stored.class);
        assertThat(yume.superuser().rows("""
                select m.provider_message_id, c.business_address from inbound_message m
                join conversation c on c.organization_id = m.organization_id and c.id = m.conversation_id order by 1"""))
                .containsExactly(List.of("SM2", SalonLupita.CENTRAL_NUMBER), List.of("SM3", SalonLupita.NUMBER));
        assertThat(count("select count(*) from inbound_receipt")).isEqualTo(2);
    }

    /** They are replaced one after the other, and go on meanwhile. */
    @Test
    void instancesOfTheVersionBeforeStillStoreWhatArrives() throws SQLException {
        var call = """
                select outcome from accept_arrivals(false, now(), interval '1 second', interval '1 minute', array[null::uuid], array['twilio'],
                    array['SM1'], array['real'], array['%s'], array['whatsapp:%2$s'], array['%2$s'], array[null::text], array[null::text],
                    array['text'], array['hola'], array[null::text], array[null::text], array[null::text], array['x'::bytea],
                    array[gen_random_uuid()], array[gen_random_uuid()], array[gen_random_uuid()])
                """
                .formatted(SalonLupita.NUMBER, PATY.orElseThrow());
        try (var before = yume.connect(); var statement = before.createStatement()) {
            for (var outcome : List.of("stored", "duplicate")) {
                try (var stored = statement.executeQuery(call)) {
                    assertThat(stored.next()).isTrue();
                    assertThat(stored.getString(1)).isEqualTo(outcome);
                }
            }
        }
        assertThat(await(inbox.accept(message("SM2", PATY, "hola")))).isInstanceOf(Accepted.Stored.class);
        assertThat(yume.superuser().count("select count(*) from conversation")).as("one and the same").isOne();
    }

    @Test
    void aConversationInSomebodysHandsHoldsUpNobodyElse() {
        await(inbox.accept(message("SM0", PATY, "cero")));
        var release = new CompletableFuture<Void>();
        var holding = holding("select id from conversation for update", release);
        var paty = List.of(accepting(message("SM1", PATY, "uno")), accepting(message("SM2", PATY, "dos")));
        assertThat(await(List.of(accepting(message("SM3", SOFIA, "hola"))))).hasOnlyElementsOfType(Accepted.Stored.class);
        assertThat(paty).noneMatch(CompletableFuture::isDone);
        release.complete(null);
        holding.join();
        assertThat(await(paty)).hasOnlyElementsOfType(Accepted.Stored.class);
        assertThat(bodies(PATY)).containsExactly("cero", "uno", "dos");
        assertThat(count("select count(*) from inbound_receipt")).isEqualTo(4);
    }

    @Test
    void whateverElseIsLockedIsWaitedForOneByOne() {
        var release = new CompletableFuture<Void>();
        var holding = holding("lock table person_identity in share mode", release);
        var all = inbox.accept(List.of(message("SM1", PATY, "uno"), message("SM2", PATY, "dos"), message("SM3", SOFIA, "hola")))
                .subscribeAsCompletionStage();
        // The group gave up; Paty and Sofía each wait alone.
        Awaitility.await().atMost(PATIENCE).until(() -> count("""
                select count(*) from pg_stat_activity
                where wait_event_type = 'Lock' and datname = current_database() and usename = 'yume'""") == 2);
        release.complete(null);
        assertThat(await(Uni.createFrom().completionStage(all))).hasOnlyElementsOfType(Accepted.Stored.class);
        holding.join();
        assertThat(bodies(PATY)).containsExactly("uno", "dos");
        assertThat(count("select count(*) from person where name is null")).isEqualTo(2);
    }

    @Test
    void aSendersMessagesStayInTheirOrder() {
        var texts = IntStream.range(0, 150).mapToObj("%03d"::formatted).toList();
        var all = texts.stream().flatMap(text -> Stream.of(accepting(message("SM" + text, PATY, text)),
                accepting(message(text.equals("075") ? "" : "SMs" + text, SOFIA, text)))).toList();
        assertThat(await(all).stream().filter(Accepted.Stored.class::isInstance)).hasSize(299);
        assertThat(bodies(PATY)).isEqualTo(texts);
        assertThat(bodies(SOFIA)).hasSize(149).isSorted();
    }

    @Test
    void twoInstancesThatGetTheSameMessagesStoreEachOnce() {
        var other = yume.with(Map.of()).the(Inbox.class);
        var all = new ArrayList<CompletableFuture<Accepted>>();
        for (int n = 0; n < 200; n++) {
            var message = message("SM" + n, person(n % 20), "hola");
            all.add(accepting(message));
            all.add(other.accept(message).subscribeAsCompletionStage());
        }
        var outcomes = await(all);
        assertThat(outcomes.stream().filter(Accepted.Stored.class::isInstance)).hasSize(200);
        assertThat(outcomes.stream().filter(Accepted.Duplicate.class::isInstance)).hasSize(200);
        assertThat(count("select count(*) from inbound_message")).isEqualTo(200);
        assertThat(count("select count(*) from conversation")).isEqualTo(20);
    }

    /** It has chosen the default partition and waits for it; meanwhile that of its month is made. */
    @Test
    void aPartitionThatIsMadeMeanwhileRefusesNobody() {
        yume.clock().set(ZonedDateTime.parse("2031-05-13T10:00-06:00[America/Mexico_City]"));
        var release = new CompletableFuture<Void>();
        var making = holding("select ensure_partition('inbound_message', '2031-05-01T00:00Z', '2031-06-01T00:00Z')", release);
        var all = inbox.accept(List.of(message("SM1", PATY, "hola"), message("SM2", SOFIA, "hola")))
                .subscribeAsCompletionStage();
        // The group gave up; Paty and Sofía each wait alone.
        Awaitility.await().atMost(PATIENCE).until(() -> count("""
                select count(*) from pg_locks where not granted and relation = 'inbound_message_default'::regclass""") == 2);
        release.complete(null);
        making.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        try {
            assertThat(await(Uni.createFrom().completionStage(all))).hasOnlyElementsOfType(Accepted.Stored.class);
            assertThat(count("select count(*) from inbound_message_20310501")).isEqualTo(2);
        } finally {
            yume.superuser().execute("drop table inbound_message_20310501");
        }
    }

    /** Each is known now by one, now by the other, now by both: whoever locks first, nobody waits in a circle. */
    @Test
    void peopleWithTwoIdentitiesAreOneWhicheverInstanceTheyReach() {
        var random = new Random(20_261_129);
        var instances = List.of(inbox, yume.with(Map.of()).the(Inbox.class));
        var all = new ArrayList<CompletableFuture<Accepted>>();
        for (int n = 0; n < 300; n++) {
            int who = random.nextInt(40);
            int known = random.nextInt(3);
            var sender = new Sender(known == 1 ? Optional.empty() : person(who).map(PhoneNumber::new),
                    known == 0 ? Optional.empty() : Optional.of("MX." + who), "whatsapp:" + who, Optional.empty());
            all.add(instances.get(random.nextInt(2)).accept(message("SM" + n, sender, "hola")).subscribeAsCompletionStage());
        }
        assertThat(await(all)).hasOnlyElementsOfType(Accepted.Stored.class);
        assertThat(count("select count(*) from inbound_message")).isEqualTo(300);
        assertThat(count("select count(*) from person_identity where kind = 'phone'")).isLessThanOrEqualTo(40);
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedForButNotForEver() {
        var impatient = yume.with(Map.of("yume.inbox.hold", "300ms")).the(Inbox.class);
        try {
            sendAway();
            var held = IntStream.range(0, 10).mapToObj(n -> accepting(message("SM" + n, person(n), "hola"))).toList();
            assertThatThrownBy(
                    () -> await(impatient.accept(List.of(message("SM1", PATY, "hola"), message("SM2", SOFIA, "hola")))))
                    .isInstanceOf(InboxUnavailable.class);
            assertThat(held).noneMatch(CompletableFuture::isDone);
            bringBack();
            assertThat(await(held)).hasOnlyElementsOfType(Accepted.Stored.class);
            assertThat(count("select count(*) from inbound_message")).isEqualTo(10);
        } finally {
            bringBack();
        }
    }

    private void sendAway() {
        yume.superuser().execute("alter role yume nologin");
        yume.superuser().execute(
                """
                        select pg_terminate_backend(pid) from pg_stat_activity where usename = 'yume' and datname = current_database()""");
    }

    private void bringBack() {
        yume.superuser().execute("alter role yume login");
    }

    /** A transaction of somebody else that stays open until it is released. Returns when it has what it locks. */
    private CompletableFuture<Void> holding(String lock, CompletableFuture<Void> release) {
        var locked = new CompletableFuture<Void>();
        var over = yume.the(Database.class).inTenant(SalonLupita.ID, connection -> connection.query(lock).execute()
                .invoke(() -> locked.complete(null)).chain(() -> Uni.createFrom().completionStage(release)))
                .subscribeAsCompletionStage();
        locked.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        return over;
    }

    private CompletableFuture<Accepted> accepting(InboundMessage message) {
        return inbox.accept(message).subscribeAsCompletionStage();
    }

    private static List<Accepted> await(List<CompletableFuture<Accepted>> all) {
        return all.stream().map(one -> one.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join()).toList();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    private long count(String sql) {
        return yume.superuser().count(sql);
    }

    private List<String> bodies(Optional<String> phone) {
        return yume.superuser().rows("""
                select m.body from inbound_message m
                join conversation c on c.organization_id = m.organization_id and c.id = m.conversation_id
                join person_identity i on i.organization_id = c.organization_id and i.person_id = c.person_id
                where i.value = '%s' order by m.arrival""".formatted(phone.orElseThrow())).stream().map(List::getFirst)
                .toList();
    }

    private static Optional<String> person(int number) {
        return Optional.of("+52551111%04d".formatted(number));
    }

    private static InboundMessage message(String id, Optional<String> phone, String text) {
        return message(id, new Sender(phone.map(PhoneNumber::new), NOBODY, "whatsapp:" + phone.orElseThrow(), NOBODY), text);
    }

    private static InboundMessage message(String id, Sender sender, String text) {
        return new InboundMessage(ChannelName.TWILIO, Origin.REAL, id, SalonLupita.NUMBER, sender, InboundKind.TEXT, text,
                NOBODY,
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static InboundMessage to(String number, InboundMessage message) {
        return new InboundMessage(message.channel(), message.origin(), message.providerMessageId(), number, message.sender(),
                message.kind(), message.body(), message.choiceId(), message.raw());
    }
}
