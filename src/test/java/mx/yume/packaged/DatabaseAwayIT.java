package mx.yume.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** PostgreSQL behind a line that breaks. A delivery is held for ten seconds, then refused so that Twilio tries again. */
class DatabaseAwayIT {

    private static final String REINA = "whatsapp:+5215560000001";

    @TempDir
    Path folder;

    @Test
    void webhooksAreHeldThenRefusedThenFineAgainWithoutARestart() throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var line = new TcpProxy(postgres.getPort());
                var twilio = new TwilioStub()) {
            Books.createRole(postgres);
            var environment = new HashMap<>(Webhook.environment(twilio));
            environment.put("DATABASE_URL", "postgres://yume:p%40ss@127.0.0.1:" + line.port() + "/yume");
            try (var yume = PackagedYume.launch(folder, environment).untilReady()) {
                var pid = yume.pid();
                assertThat(new Webhook("SM1", REINA, "Hola").deliver(yume)).isEqualTo(200);
                allAnswered(1, postgres, twilio);

                line.cut();
                heldWhileTheLineIsMended(yume, line);
                // What is said before its turn has ended would be one burst with it, and one reply.
                allAnswered(2, postgres, twilio);
                line.cut();
                refusedAfterTenSeconds(yume);
                line.mend();

                await().atMost(Duration.ofSeconds(20))
                        .until(() -> new Webhook("SM3", REINA, "¿Abren hoy?").deliver(yume) == 200);
                allAnswered(3, postgres, twilio);
                assertThat(yume.pid()).isEqualTo(pid);
            }
        }
        assertThat(folder.resolve("data")).as("the embedded server is not touched").doesNotExist();
    }

    private static void heldWhileTheLineIsMended(PackagedYume yume, TcpProxy line) throws Exception {
        var held = CompletableFuture.supplyAsync(() -> new Webhook("SM2", REINA, "¿Qué servicios tienen?").deliver(yume));
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(3)).until(() -> !held.isDone());
        line.mend();
        assertThat(held.get(15, TimeUnit.SECONDS)).isEqualTo(200);
    }

    private static void refusedAfterTenSeconds(PackagedYume yume) {
        var before = System.nanoTime();
        assertThat(new Webhook("SM3", REINA, "¿Abren hoy?").deliver(yume)).isEqualTo(503);
        // Twilio waits 15 s in all.
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(14));
    }

    /** So many messages, each with a reply of its own that has left and is known to have. Nothing is under way then. */
    private static void allAnswered(int messages, EmbeddedPostgres postgres, TwilioStub twilio) {
        await().atMost(Duration.ofSeconds(45)).until(() -> unanswered(messages, postgres) == 0);
        assertThat(twilio.sentTo(REINA)).isEqualTo(messages);
    }

    /** Messages without a finished turn, replies that have not left, and turns still due; -1 until all messages are stored. */
    private static int unanswered(int messages, EmbeddedPostgres postgres) throws Exception {
        try (var connection = postgres.getDatabase("postgres", "yume").getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select case when (select count(*) from inbound_message) < %d then -1 else
                            (select count(*) from inbound_message m left join turn t on t.id = m.turn_id
                             where t.status is distinct from 'done')
                            + (select count(*) from outbox where status <> 'sent')
                            + (select count(*) from conversation where due_at is not null) end
                        """.formatted(messages))) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
