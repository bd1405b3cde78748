package mx.yume.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import mx.yume.testing.ScriptedModel;

/**
 * Two instances on one database, behind something that asks the other where one does not answer. While people write to both, the one
 * whose model keeps somebody waiting is told to stop; later, when both run again, the one with such a turn is killed.
 */
class SeveralInstancesIT {

    private static final int CUSTOMERS = 20;
    private static final List<String> TEXTS = List.of("Hola", "¿Qué servicios tienen?", "¿Cuánto cuesta el corte?",
            "¿A qué hora abren el sábado?", "gracias");
    private static final String WAITING = "whatsapp:+5215569999999";
    /** What it may take to stop, whatever is under way. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
    /** Of a JVM that was asked to stop by SIGTERM. */
    private static final int TERMINATED = 143;
    /** Twice the lease of a turn: there is a look every second, but the machine may be busy. */
    private static final Duration TAKEOVER = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String HELD = """
            select count(*) from conversation where person_address = '%s' and lease_until > clock_timestamp() and epoch = %d
            """;
    private static final String EPOCH = "select epoch from conversation where person_address = '%s'".formatted(WAITING);
    private static final String SENT = "select count(*) from outbox where provider_message_id is not null";

    private final AtomicInteger acknowledged = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void theyShareTheWorkAndTakeOverFromEachOther() throws Exception {
        try (var postgres = EmbeddedPostgres.start(); var twilio = new TwilioStub(); var model = ScriptedModel.start()) {
            Books.createRole(postgres);
            try (var one = launch("one", postgres, twilio, model).untilReady();
                    var two = launch("two", postgres, twilio, model).untilReady();
                    var books = Books.of(postgres)) {
                oneIsToldToStop(new Pair(one, two), model, books);
                everythingIsAnswered(books);
                assertThat(twilio.sent()).as("each once, without a doubt").hasSize((int) books.count(SENT));
                assertThat(books.count("select sum(doubtful) from outbox")).isZero();
                assertThat(model.requests()).extracting(ScriptedModel.Request::authorization).as("both answered")
                        .contains("Bearer key-one", "Bearer key-two");

                oneIsKilled(new Pair(one, two), model);
                everythingIsAnswered(books);
                assertThat(twilio.sent().size() - books.count(SENT)).as("sent more than once")
                        .isBetween(0L, books.count("select sum(doubtful) from outbox"));
            }
        }
    }

    /** Turns end or are handed back, messages that were not acknowledged go elsewhere, and nobody waits for a lease. */
    private void oneIsToldToStop(Pair pair, ScriptedModel model, Books books) throws Exception {
        var holder = keepsSomebodyWaiting(pair, model, "Hola, una pregunta");
        var epoch = books.count(EPOCH);
        assertThat(books.count(HELD.formatted(WAITING, epoch))).as("under way").isOne();
        try (var customers = Executors.newVirtualThreadPerTaskExecutor()) {
            int before = acknowledged.get();
            var writing = write(customers, "stop", pair);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> acknowledged.get() >= before + CUSTOMERS);
            assertThat(holder.stop(LONGEST_STOP)).as("%s", holder.output()).isEqualTo(TERMINATED);
            assertThat(books.count(HELD.formatted(WAITING, epoch))).as("handed back, or taken since").isZero();
            for (var each : writing) {
                each.get();
            }
        }
        assertThat(holder.output()).contains("Turns handed back: 1;");
        model.release();
        holder.startAgain();
    }

    private void oneIsKilled(Pair pair, ScriptedModel model) throws Exception {
        var holder = keepsSomebodyWaiting(pair, model, "Hola, otra pregunta");
        var asked = model.requests().size();
        try (var customers = Executors.newVirtualThreadPerTaskExecutor()) {
            int before = acknowledged.get();
            var writing = write(customers, "kill", pair);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> acknowledged.get() >= before + CUSTOMERS);
            holder.kill();
            await("the other takes over").atMost(TAKEOVER).until(() -> model.requests().stream().skip(asked)
                    .anyMatch(request -> request.body().toString().contains("otra pregunta")));
            for (var each : writing) {
                each.get();
            }
        }
        model.release();
    }

    /** Writes to whichever, and says which of both asks its model, in vain. */
    private PackagedYume keepsSomebodyWaiting(Pair pair, ScriptedModel model, String text) {
        int asked = model.requests().size();
        model.hangs();
        assertThat(new Webhook("SM-waits-" + asked, WAITING, text).deliver(pair.one())).isEqualTo(200);
        acknowledged.incrementAndGet();
        await().atMost(PATIENCE).until(() -> model.requests().size() > asked);
        return model.requests().get(asked).authorization().equals("Bearer key-one") ? pair.one() : pair.two();
    }

    /** Each customer the same texts, to one or the other, and to the other one again when it is not acknowledged. */
    private List<? extends Future<?>> write(java.util.concurrent.ExecutorService customers, String phase, Pair pair) {
        return IntStream.range(0, CUSTOMERS).mapToObj(customer -> customers.submit(() -> {
            for (int at = 0; at < TEXTS.size(); at++) {
                var message = new Webhook("SM-%s-%d-%d".formatted(phase, customer, at),
                        "whatsapp:+52155600%05d".formatted(customer), TEXTS.get(at));
                int first = customer + at;
                var tries = new AtomicInteger();
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100))
                        .until(() -> message.deliver(pair.in(first + tries.getAndIncrement())) == 200);
                acknowledged.incrementAndGet();
            }
        })).toList();
    }

    private void everythingIsAnswered(Books books) throws Exception {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> books.count(Books.UNANSWERED) == 0);
        assertThat(books.count("select count(*) from inbound_message")).isEqualTo(acknowledged.get());
        assertThat(books.count("select count(*) from turn where status <> 'done'")).isZero();
        assertThat(books
                .rows("""
                        select t.id, count(o.id) from turn t left join outbox o on o.turn_id = t.id and o.conversation_id = t.conversation_id
                        group by t.id having count(o.id) <> 1"""))
                .as("turns without exactly one reply").isEmpty();
        assertThat(books.count("select count(*) from outbox where turn_id is not null and status not in ('sent', 'delivered')"))
                .isZero();
    }

    private PackagedYume launch(String name, EmbeddedPostgres postgres, TwilioStub twilio, ScriptedModel model)
            throws Exception {
        var environment = new HashMap<>(Webhook.environment(twilio));
        environment.put("DATABASE_URL", "postgres://yume:p%40ss@127.0.0.1:" + postgres.getPort() + "/yume");
        environment.put("OPENAI_API_KEY", "key-" + name);
        environment.put("OPENAI_BASE_URL", model.url());
        // Past the goodbye of a stop; and a model that fails is asked again and again.
        environment.put("YUME_MODEL_TIMEOUT", "25s");
        environment.put("YUME_MODEL_FAILURES_BEFORE_REST", "1000");
        return PackagedYume.launch(Files.createDirectory(folder.resolve(name)), environment);
    }

    private record Pair(PackagedYume one, PackagedYume two) {

        PackagedYume in(int turn) {
            return turn % 2 == 0 ? one : two;
        }
    }
}
