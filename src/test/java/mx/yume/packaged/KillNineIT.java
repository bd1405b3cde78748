package mx.yume.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty customers write ten messages each, booking what they can, while Yume is killed again and again. Whatever was
 * acknowledged is answered, once and in order; what was not is delivered again, as Twilio does.
 */
class KillNineIT {

    private static final int CUSTOMERS = 50;
    private static final int KILLS = 4;
    private static final int MESSAGES = 500;
    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AtomicInteger acknowledged = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedMessageIsAnsweredOnceInOrderAndNothingIsBookedTwice() throws Exception {
        System.out.println("KillNineIT: -Dseed=" + seed);
        try (var twilio = new TwilioStub();
                var yume = PackagedYume.launch(folder, Webhook.environment(twilio)).untilReady();
                var customers = Executors.newVirtualThreadPerTaskExecutor()) {
            var chats = IntStream.range(0, CUSTOMERS).<Future<?>>mapToObj(
                    customer -> customers.submit(() -> chat(customer, yume, twilio))).toList();
            for (int kill : killPoints()) {
                await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(1))
                        .until(() -> acknowledged.get() >= kill);
                yume.kill();
                yume.startAgain();
            }
            for (var chat : chats) {
                chat.get();
            }
            try (var books = Books.of(yume)) {
                await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200))
                        .until(() -> books.count(UNFINISHED) == 0);
                verify(books, twilio);
            }
        }
    }

    /** After so many acknowledged messages it is killed, at whatever it is doing then. */
    private List<Integer> killPoints() {
        return random.ints(KILLS, MESSAGES / 10, MESSAGES * 9 / 10).sorted().boxed().toList();
    }

    private void chat(int customer, PackagedYume yume, TwilioStub twilio) {
        var address = "whatsapp:+52155600%05d".formatted(customer);
        var patient = customer % 2 == 0;
        int at = 0;
        for (var text : script(customer)) {
            long heard = twilio.sentTo(address);
            var message = new Webhook("SM%05d%027d".formatted(customer, at++), address, text);
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                    .until(() -> message.deliver(yume) == 200);
            acknowledged.incrementAndGet();
            if (patient) {
                waitForAReply(twilio, address, heard);
            }
        }
    }

    /** One half of the customers reads before going on, but not for ever; the other half writes in bursts. */
    private static void waitForAReply(TwilioStub twilio, String address, long heard) {
        try {
            await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(50))
                    .until(() -> twilio.sentTo(address) > heard);
        } catch (ConditionTimeoutException goesOnAnyway) {
            assertThat(heard).isNotNegative();
        }
    }

    private static List<String> script(int customer) {
        var day = openDay(2 + customer % 5);
        return List.of("Hola", "¿Qué servicios tienen?", "Quiero un corte de cabello", day,
                "a las " + (10 + customer % 8) + ":00",
                "con quien sea", "Soy Reina " + customer, "sí", "mis citas", "gracias");
    }

    /** As people write it: 25 de noviembre. */
    private static String openDay(int daysAhead) {
        var day = LocalDate.now(ZONE).plusDays(daysAhead);
        day = day.getDayOfWeek().getValue() == 7 ? day.plusDays(1) : day;
        return day.getDayOfMonth() + " de "
                + day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.of("es", "MX"));
    }

    private static final String UNFINISHED = """
            select (select count(*) from inbound_message where turn_id is null)
                 + (select count(*) from turn where status = 'open')
                 + (select count(*) from outbox where status in ('pending', 'sending'))
                 + (select count(*) from job where failed_at is null)
            """;

    private static void verify(Books books, TwilioStub twilio) throws Exception {
        assertThat(books.count("select count(*) from inbound_message")).isEqualTo(MESSAGES);
        assertThat(books.count("select count(distinct provider_message_id) from inbound_message")).isEqualTo(MESSAGES);
        assertThat(books.count("select count(*) from turn where status <> 'done'")).isZero();
        assertThat(books
                .rows("""
                        select t.id, count(o.id) from turn t left join outbox o on o.turn_id = t.id and o.conversation_id = t.conversation_id
                        group by t.id having count(o.id) <> 1"""))
                .as("turns without exactly one reply").isEmpty();
        assertThat(books.rows("""
                select a.conversation_id, a.arrival, b.arrival from inbound_message a join turn ta on ta.id = a.turn_id
                join inbound_message b on b.conversation_id = a.conversation_id and b.arrival > a.arrival
                join turn tb on tb.id = b.turn_id where tb.started_at < ta.started_at""")).as("answered out of order")
                .isEmpty();
        nothingIsBookedTwice(books);
        repliesLeftInOrder(books, twilio);
    }

    private static void nothingIsBookedTwice(Books books) throws Exception {
        // How many depends on the kills: a yes that came before its summary had left books nothing.
        assertThat(books.count("select count(*) from appointment where origin = 'real'")).as("bookings").isPositive();
        assertThat(books.rows("""
                select customer_id, starts_at from appointment where origin = 'real' group by 1, 2 having count(*) > 1"""))
                .isEmpty();
        assertThat(books.rows("""
                select a.id from appointment a where origin = 'real' and 1 <> (select count(*) from effect e
                    where e.appointment_id = a.id and e.tool = 'book_appointment')""")).as("booked without one effect")
                .isEmpty();
        assertThat(books.rows("""
                select a.id from reservation a join reservation b on a.resource_id = b.resource_id and a.id < b.id
                and a.during && b.during""")).as("overlaps").isEmpty();
    }

    /** A row that was sent twice, because of a kill between acceptance and record, is counted as doubtful. */
    private static void repliesLeftInOrder(Books books, TwilioStub twilio) throws Exception {
        assertThat(books.count("select count(*) from outbox where status = 'failed' or provider_message_id is null")).isZero();
        var sids = twilio.sent().stream().map(TwilioStub.Sent::sid).toList();
        var last = new java.util.HashMap<String, Integer>();
        var late = new ArrayList<List<String>>();
        for (var row : books.rows("select conversation_id, provider_message_id from outbox order by sequence")) {
            int position = sids.indexOf(row.get(1));
            if (position < last.getOrDefault(row.get(0), -1)) {
                late.add(row);
            }
            last.put(row.get(0), position);
        }
        assertThat(late).as("left out of order").isEmpty();
        assertThat((long) sids.size() - books.count("select count(*) from outbox"))
                .as("sent more than once").isBetween(0L, books.count("select sum(doubtful) from outbox"));
    }
}
