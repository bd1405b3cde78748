package mx.yume.conversation.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.Accepted;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Origin;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.Sender;
import mx.yume.conversation.inbox.Inbox;
import mx.yume.conversation.outbox.UnreliableProvider.Mood;
import mx.yume.conversation.outbox.UnreliableProvider.Taken;
import mx.yume.conversation.template.Template;
import mx.yume.platform.Database;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.Load;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** Two instances, a provider that fails a fifth of what it is asked, and deaths in the middle. */
class OutboxUnderErrorsTest {

    private static final int PEOPLE = Load.of(24, 200);
    private static final int MESSAGES = Load.of(15, 50);
    private static final int MOST_ROUNDS = 1000;

    private final long seed = Load.seed("OutboxUnderErrorsTest");
    private final Random random = new Random(seed);
    // What one number may send in a second is another test's promise; here it would only make more rounds.
    private final PlainYume yume = PlainYume.fresh().with(Map.of("yume.outbox.per-second", "100000"));
    private final UnreliableProvider provider = new UnreliableProvider(yume.the(Outbox.class), seed);
    private final MortalInstance one = new MortalInstance(yume, provider);
    private final MortalInstance other = new MortalInstance(yume, provider);

    @Test
    void underErrorsAndDeathsEverythingArrivesInOrderNothingIsLostAndNothingUndoubtedTwice() throws Exception {
        provider.failing(20, Mood.TOO_MANY_REQUESTS, Mood.SERVER_ERROR, Mood.SILENT, Mood.ANSWER_LOST,
                Mood.REPORT_BEFORE_ANSWER);
        var people = people(PEOPLE);
        var shut = IntStream.range(0, PEOPLE / 4).mapToObj(quarter -> people.get(quarter * 4)).toList();
        shut.forEach(provider::close);
        var closed = shut.stream().map(Object::toString).collect(joining("','", "(array['", "']::uuid[])"));
        write(people, MESSAGES);
        drainAll(() -> random.nextInt(4) == 0);

        assertThat(rows("status not in ('delivered', 'read') and (template is not null or conversation_id <> all %s)"
                .formatted(closed))).as("lost").isEmpty();
        assertThat(rows("status <> 'failed' and template is null and conversation_id = any %s".formatted(closed)))
                .as("what has no template fails where it can be seen").isEmpty();
        assertThat(provider.freeTextAgain()).as("free text once more after it was said that none is taken").isZero();
        assertThat(rows("not sent_template and template is not null and conversation_id = any %s".formatted(closed))).isEmpty();
        assertThat(outOfOrder()).isEmpty();
        assertThat(moreOftenThanDoubted()).as("seen twice without a doubt").isEmpty();
    }

    @Test
    void whenEveryDoubtWasAnAcceptanceTheCountOfDoubtsIsWhatPeopleSawTwice() throws Exception {
        provider.failing(20, Mood.ANSWER_LOST).withoutReports();
        write(people(PEOPLE / 4), MESSAGES);
        drainAll(() -> random.nextInt(4) == 0);
        long rows = yume.superuser().count("select count(*) from outbox");
        assertThat(yume.superuser().count("select count(*) from outbox where status = 'sent'")).isEqualTo(rows);
        assertThat(provider.taken().size() - rows)
                .as("-Dseed=%d: the honest limit is counted, neither more nor less", seed)
                .isPositive().isEqualTo(yume.superuser().count("select sum(doubtful) from outbox"));
        assertThat(outOfOrder()).isEmpty();
    }

    @Test
    void aReportThatComesBeforeTheNextTryHealsTheDoubtAndNobodySeesAnythingTwice() throws Exception {
        provider.failing(20, Mood.ANSWER_LOST);
        write(people(PEOPLE / 4), MESSAGES);
        drainAll(() -> {
            provider.tell(Integer.MAX_VALUE).await().atMost(Duration.ofSeconds(Load.of(60, 600)));
            return random.nextInt(4) == 0;
        });
        long rows = yume.superuser().count("select count(*) from outbox");
        assertThat(yume.superuser().count("select sum(doubtful) from outbox")).isPositive();
        assertThat(provider.taken()).as("-Dseed=%d", seed).hasSize((int) rows);
        assertThat(yume.superuser().count("select count(*) from outbox where status = 'read'")).isEqualTo(rows);
    }

    /** Both instances at once, round by round, until nothing waits and everything is told; now and then one dies. */
    private void drainAll(BooleanSupplier deadly) throws Exception {
        int rounds = 0;
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            while (unfinished() > 0 || provider.untold() > 0) {
                assertThat(++rounds).as("-Dseed=%d: rounds", seed).isLessThan(MOST_ROUNDS);
                boolean dies = deadly.getAsBoolean();
                var both = List.<Future<?>>of(instances.submit(one::drain), instances.submit(() -> {
                    if (dies) {
                        other.drainAndDie(() -> provider.of(4) == 0, () -> provider.reporting() && provider.of(2) == 0);
                    } else {
                        other.drain();
                    }
                }), instances.submit(() -> await(provider.tell(provider.of(100)))));
                for (var instance : both) {
                    instance.get();
                }
                leasesOfTheDeadRunOut();
                yume.clock().tick(Duration.ofSeconds(1 + random.nextInt(30)));
            }
        }
    }

    private void leasesOfTheDeadRunOut() {
        yume.superuser().execute("""
                update outbox set lease_until = clock_timestamp() - interval '1 second' where status = 'sending'""");
    }

    private long unfinished() {
        return yume.superuser().count("select count(*) from outbox where status in ('pending', 'sending')");
    }

    private List<List<String>> rows(String which) {
        return yume.superuser().rows("select id, status, error, doubtful, attempts from outbox where " + which);
    }

    /** The first time that a person saw each message, compared with how they were written; but for those that were refused later. */
    private Map<ConversationId, List<Integer>> outOfOrder() {
        var place = new HashMap<String, Integer>();
        yume.superuser().rows("select id from outbox order by sequence")
                .forEach(row -> place.put(row.getFirst(), place.size()));
        var refused = provider.taken().stream().filter(Taken::refused).map(Taken::row).toList();
        var orders = new HashMap<ConversationId, List<Integer>>();
        provider.taken().stream().filter(taken -> !refused.contains(taken.row())).forEach(taken -> {
            var order = orders.computeIfAbsent(taken.conversation(), anew -> new ArrayList<>());
            var written = place.get(taken.row().toString());
            if (!order.contains(written)) {
                order.add(written);
            }
        });
        orders.values().removeIf(order -> order.equals(order.stream().sorted().toList()));
        return orders;
    }

    private Map<String, String> moreOftenThanDoubted() {
        var seen = provider.taken().stream().filter(taken -> !taken.refused())
                .collect(groupingBy(taken -> taken.row().toString()));
        var wrong = new HashMap<String, String>();
        for (var row : yume.superuser().rows("select id, doubtful from outbox")) {
            int times = seen.getOrDefault(row.getFirst(), List.of()).size();
            if (times - 1 > Integer.parseInt(row.get(1))) {
                wrong.put(row.getFirst(), times + " times with " + row.get(1) + " doubts");
            }
        }
        return wrong;
    }

    private List<ConversationId> people(int how) {
        var people = new ArrayList<ConversationId>();
        for (int person = 0; person < how; person++) {
            var phone = "+5255111%05d".formatted(person);
            var accepted = await(yume.the(Inbox.class).accept(new InboundMessage(ChannelName.TWILIO, Origin.REAL, "SM" + phone,
                    SalonLupita.NUMBER,
                    new Sender(Optional.of(new PhoneNumber(phone)), Optional.empty(), "whatsapp:" + phone, Optional.empty()),
                    InboundKind.TEXT, "hola", Optional.empty(), "hola".getBytes(StandardCharsets.UTF_8))));
            people.add(((Accepted.Stored) accepted).conversation());
        }
        return people;
    }

    /** Everybody's first, everybody's second; one in ten has no template. */
    private void write(List<ConversationId> people, int messages) {
        for (int n = 0; n < messages; n++) {
            int message = n;
            await(yume.the(Database.class).inTenant(SalonLupita.ID, connection -> {
                Uni<Void> written = Uni.createFrom().voidItem();
                for (int person = 0; person < people.size(); person++) {
                    var letter = letter(people.get(person), person + "/" + message, message % 10 != 9);
                    written = written.chain(() -> yume.the(Outbox.class).write(connection, SalonLupita.ID, letter));
                }
                return written;
            }));
        }
    }

    private static Letter letter(ConversationId to, String text, boolean template) {
        var letter = Letter.notice(to, "test:" + text, new Text(text));
        return template ? letter.or(new Templated(Template.STAFF_NOTICE, Map.of("business", "Salón Lupita", "notice", text)))
                : letter;
    }
}
