package mx.yume.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy taken while people write, and a Yume elsewhere that begins with it. */
class BackupIT {

    private static final int CUSTOMERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String UNFINISHED = """
            select (select count(*) from inbound_message where turn_id is null)
                 + (select count(*) from turn where status = 'open')
                 + (select count(*) from outbox where status in ('pending', 'sending') and turn_id is not null)
            """;
    private static final String SENT = "select id::text from outbox where status in ('sent', 'delivered') order by 1";
    /** Whatever was cut in two by the moment of the copy would be seen here. */
    private static final List<String> WHOLE = List.of(
            "select count(*) from appointment a where not exists (select 1 from appointment_part p where p.appointment_id = a.id)",
            """
                    select count(*) from appointment a where status in ('pending', 'confirmed') and starts_at > now()
                      and not exists (select 1 from reservation r where r.appointment_id = a.id)""",
            "select count(*) from turn t where status = 'done' and not exists (select 1 from outbox o where o.turn_id = t.id)",
            """
                    select count(*) from inbound_message m where turn_id is not null
                      and not exists (select 1 from turn t where t.id = m.turn_id)""");

    private final AtomicInteger acknowledged = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedBeforeItIsInItAndGoesOnElsewhere() throws Exception {
        var archive = folder.resolve("yume.zip");
        try (var twilio = new TwilioStub()) {
            var environment = Webhook.environment(twilio);
            int before;
            try (var yume = PackagedYume.launch(Files.createDirectory(folder.resolve("here")), environment).untilReady()) {
                before = copiedUnderLoad(yume, archive);
            }
            var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
            assertThat(PackagedYume.command(elsewhere, environment, "restore", archive.toString()))
                    .contains("are restored, and every table has what it had");
            goesOn(elsewhere, environment, before, twilio);
        }
    }

    /** @return how many messages were acknowledged before the copy was begun */
    private int copiedUnderLoad(PackagedYume yume, Path archive) throws Exception {
        var enough = new AtomicBoolean();
        try (var customers = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = IntStream.range(0, CUSTOMERS)
                    .<Future<?>>mapToObj(customer -> customers.submit(() -> write(customer, yume, enough))).toList();
            await().atMost(PATIENCE).until(() -> acknowledged.get() >= 2 * CUSTOMERS);
            int before = acknowledged.get();
            assertThat(yume.beside("backup", archive.toString())).containsPattern("\\d+ rows are in ");
            assertThat(acknowledged.get()).as("written meanwhile").isGreaterThan(before);
            enough.set(true);
            for (var each : writing) {
                each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            assertThat(yume.beside("backup", archive.toString())).contains("is there already, and is not overwritten");
            return before;
        }
    }

    /** Until there is enough, and never more than what fits into a few minutes. */
    private void write(int customer, PackagedYume yume, AtomicBoolean enough) {
        for (int at = 0; at < 200 && !enough.get(); at++) {
            var text = List.of("Hola", "¿Qué servicios tienen?", "Quiero un corte de cabello", "gracias").get(at % 4);
            var message = new Webhook("SM-%d-%d".formatted(customer, at), "whatsapp:+52155600%05d".formatted(customer), text);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(() -> message.deliver(yume) == 200);
            acknowledged.incrementAndGet();
        }
    }

    private void goesOn(Path elsewhere, Map<String, String> environment, int before, TwilioStub twilio) throws Exception {
        int sentBefore = twilio.sent().size();
        var working = new HashMap<>(environment);
        working.put("YUME_WORKERS_ENABLED", "false");
        List<String> sent;
        try (var waiting = PackagedYume.launch(elsewhere, working).untilReady(); var books = Books.of(waiting)) {
            assertThat(books.count("select count(*) from inbound_message")).isBetween((long) before, (long) acknowledged.get());
            for (var cut : WHOLE) {
                assertThat(books.count(cut)).as(cut).isZero();
            }
            sent = books.rows(SENT).stream().map(List::getFirst).toList();
        }
        assertThat(sent).as("answered before the copy").isNotEmpty();
        try (var yume = PackagedYume.launch(elsewhere, environment).untilReady(); var books = Books.of(yume)) {
            long open = books.count("select count(*) from outbox where status in ('sent', 'delivered')");
            assertThat(new Webhook("SM-after", "whatsapp:+5215568888888", "Hola").deliver(yume)).isEqualTo(200);
            await().atMost(PATIENCE).until(() -> twilio.sentTo("whatsapp:+5215568888888") == 1);
            await().atMost(PATIENCE).until(() -> books.count(UNFINISHED) == 0);
            assertThat(open).isGreaterThanOrEqualTo(sent.size());
            assertThat(books.count(
                    "select count(*) from inbound_message m where not exists (select 1 from turn t where t.id = m.turn_id)"))
                    .isZero();
            assertThat(books.rows(SENT).stream().map(List::getFirst)).as("once sent is sent").containsAll(sent);
            assertThat((long) twilio.sent().size() - sentBefore).as("sent again")
                    .isEqualTo(books.count("select count(*) from outbox where status in ('sent', 'delivered')") - sent.size());
        }
    }
}
