package mx.yume.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    private static final int WRITERS = 6;
    /** Of each writer. */
    private static final int MOST = 300;
    private static final String AFTER = "whatsapp:+5215568888888";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
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
        var archive = folder.resolve("yume-%F.zip");
        try (var twilio = new TwilioStub()) {
            var environment = Webhook.environment(twilio);
            int before;
            try (var yume = PackagedYume.launch(Files.createDirectory(folder.resolve("here")), environment).untilReady()) {
                before = copiedUnderLoad(yume, archive);
            }
            var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
            assertThat(PackagedYume.command(elsewhere, environment, "restore", archive.toString()))
                    .contains("are restored, and every table has what it had");
            try (var yume = PackagedYume.launch(elsewhere, environment)) {
                goesOn(yume, before, twilio);
            }
        }
    }

    /** @return how many messages were acknowledged before the copy was begun */
    private int copiedUnderLoad(PackagedYume yume, Path archive) throws Exception {
        var enough = new AtomicBoolean();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(writer -> writers.submit(() -> write(writer, yume, enough))).toList();
            await().atMost(PATIENCE).until(() -> acknowledged.get() >= 2 * WRITERS);
            int before = acknowledged.get();
            assertThat(yume.beside("backup", archive.toString())).containsPattern("\\d+ rows are in ");
            assertThat(acknowledged.get()).as("written meanwhile").isGreaterThan(before);
            enough.set(true);
            for (var each : writing) {
                each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            return before;
        }
    }

    /** Until there is enough, and never more than what fits into a few minutes: each message from somebody else, since whoever writes much is not answered. */
    private void write(int writer, PackagedYume yume, AtomicBoolean enough) {
        for (int at = 0; at < MOST && !enough.get(); at++) {
            var text = List.of("Hola", "¿Qué servicios tienen?", "Quiero un corte de cabello", "gracias").get(at % 4);
            var message = new Webhook("SM-%d-%d".formatted(writer, at), "whatsapp:+52155600%05d".formatted(writer * MOST + at),
                    text);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(() -> message.deliver(yume) == 200);
            acknowledged.incrementAndGet();
        }
    }

    private void goesOn(PackagedYume yume, int before, TwilioStub twilio) throws Exception {
        int sentBefore = twilio.sent().size();
        yume.untilReady();
        assertThat(new Webhook("SM-after", AFTER, "Hola").deliver(yume)).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> twilio.sentTo(AFTER) == 1);
        try (var books = Books.of(yume)) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> books.count(Books.UNANSWERED) == 0);
            assertThat(books.count("select count(*) from inbound_message where provider_message_id <> 'SM-after'"))
                    .isBetween((long) before, (long) acknowledged.get());
            for (var cut : WHOLE) {
                assertThat(books.count(cut)).as(cut).isZero();
            }
            long sentAfter = (long) twilio.sent().size() - sentBefore;
            assertThat(books.count("select count(*) from outbox where turn_id is not null and provider_message_id is not null"))
                    .as("some had left before the copy").isGreaterThan(sentAfter);
            assertThat(books.rows("select provider_message_id from outbox where provider_message_id is not null").stream()
                    .map(List::getFirst)).as("what had left did not leave again").doesNotHaveDuplicates();
        }
    }
}
