package mx.yume.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** The jar as deploy/systemd/yume.service starts and stops it, in a fresh folder, with the PostgreSQL that comes along. */
class SystemdIT {

    private static final int CUSTOMERS = 10;
    private static final List<String> TEXTS = List.of("Hola", "¿Qué servicios tienen?", "¿Cuánto cuesta el corte?", "gracias");
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
    private static final int TERMINATED = 143;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicInteger acknowledged = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void whatIsAcknowledgedIsAnsweredOnceOverAStopInTheMiddleOfIt() throws Exception {
        var unit = Unit.read(folder.resolve("data"));
        try (var twilio = new TwilioStub(); var customers = Executors.newVirtualThreadPerTaskExecutor()) {
            var environment = new HashMap<>(Webhook.environment(twilio));
            environment.putAll(unit.environment());
            try (var yume = PackagedYume.launch(folder, environment, unit.command()).untilReady()) {
                assertThat(new Webhook("SM-first", "whatsapp:+5215568888888", "Hola").deliver(yume)).isEqualTo(200);
                acknowledged.incrementAndGet();
                await().atMost(PATIENCE).until(() -> twilio.sentTo("whatsapp:+5215568888888") == 1);

                var writing = IntStream.range(0, CUSTOMERS)
                        .<Future<?>>mapToObj(customer -> customers.submit(() -> write(customer, yume))).toList();
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> acknowledged.get() > CUSTOMERS);
                assertThat(yume.stop(LONGEST_STOP)).isEqualTo(TERMINATED);
                assertThat(yume.data().resolve("postgres/postmaster.pid")).as("its database stopped too").doesNotExist();
                yume.startAgain();
                for (var each : writing) {
                    each.get();
                }
                try (var books = Books.of(yume)) {
                    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200))
                            .until(() -> books.count(Books.UNANSWERED) == 0);
                    answeredOnce(books, twilio);
                }
            }
        }
    }

    private void write(int customer, PackagedYume yume) {
        for (int at = 0; at < TEXTS.size(); at++) {
            var message = new Webhook("SM-%d-%d".formatted(customer, at), "whatsapp:+52155600%05d".formatted(customer),
                    TEXTS.get(at));
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> message.deliver(yume) == 200);
            acknowledged.incrementAndGet();
        }
    }

    private void answeredOnce(Books books, TwilioStub twilio) throws Exception {
        assertThat(books.count("select count(*) from inbound_message")).isEqualTo(acknowledged.get());
        assertThat(books.count("select count(*) from turn where status <> 'done'")).isZero();
        assertThat(books
                .rows("""
                        select t.id, count(o.id) from turn t left join outbox o on o.turn_id = t.id and o.conversation_id = t.conversation_id
                        group by t.id having count(o.id) <> 1"""))
                .as("turns without exactly one reply").isEmpty();
        assertThat(twilio.sent()).as("each reply once, without a doubt")
                .hasSize((int) books.count("select count(*) from outbox where provider_message_id is not null"));
        assertThat(books.count("select sum(doubtful) from outbox")).isZero();
    }
}
