package mx.yume.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty customers write ten messages each, booking what they can, while Yume is killed again and again. Whatever was
 * acknowledged is answered, once and in order; what was not is delivered again, as Twilio does.
 */
class KillNineIT {

    private static final int CUSTOMERS = 50;
    private static final int KILLS = 4;
    /** At the least: a yes to a summary that was in doubt at a kill is asked for again. */
    private static final int MESSAGES = 500;
    /** Longer than the leases of a turn and of its reply, one after the other, with a restart each. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** A reply is noted as sent a moment after it was; nobody says yes sooner than that. */
    private static final Duration READING = Duration.ofMillis(300);
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

    /** After so many acknowledged messages it is killed, at whatever it is doing then: in the bursts, and in the bookings. */
    private List<Integer> killPoints() {
        int apart = MESSAGES * 8 / 10 / KILLS;
        return IntStream.range(0, KILLS).mapToObj(kill -> MESSAGES / 10 + kill * apart + random.nextInt(apart)).toList();
    }

    /** One half of the customers reads before going on, and says yes as often as it is asked; the other half writes in bursts. */
    private void chat(int customer, PackagedYume yume, TwilioStub twilio) {
        var texts = new ArrayDeque<>(script(customer));
        for (int at = 0; !texts.isEmpty(); at++) {
            var heard = heard(customer, twilio).size();
            var message = new Webhook("SM%05d%027d".formatted(customer, at), address(customer), texts.remove());
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                    .until(() -> message.deliver(yume) == 200);
            acknowledged.incrementAndGet();
            if (patient(customer)) {
                await("a reply to " + message).during(READING).atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                        .until(() -> heard(customer, twilio).size() > heard);
                if (texts.isEmpty() && heard(customer, twilio).getLast().contains("¿La agendo?")) {
                    texts.add("sí");
                }
            }
        }
    }

    private static boolean patient(int customer) {
        return customer % 2 == 0;
    }

    private static String address(int customer) {
        return "whatsapp:+52155600%05d".formatted(customer);
    }

    /** The same again is what Twilio was handed twice around a kill: no news. */
    private static List<String> heard(int customer, TwilioStub twilio) {
        var heard = new ArrayList<String>();
        for (var sent : twilio.sent()) {
            if (sent.to().equals(address(customer)) && (heard.isEmpty() || !heard.getLast().equals(sent.body()))) {
                heard.add(sent.body());
            }
        }
        return heard;
    }

    /** The patient ones want the same times two by two, for which there are chairs; the others, elsewhen, five by five. */
    private static List<String> script(int customer) {
        int pair = customer / 2;
        var when = patient(customer) ? List.of(openDay(5 + pair % 5), "a las " + (10 + pair / 10) + ":00")
                : List.of(openDay(pair % 5), "a las 12:00");
        return List.of("Hola", "¿Qué servicios tienen?", "Quiero un corte de cabello", when.getFirst(), when.getLast(),
                "con quien sea", "Soy Reina López", "sí", "mis citas", "gracias");
    }

    /** As people write it, 25 de noviembre; from the day after tomorrow on, for which the demo has no visits. */
    private static String openDay(int which) {
        var day = LocalDate.now(ZONE).plusDays(2).datesUntil(LocalDate.now(ZONE).plusDays(30))
                .filter(date -> date.getDayOfWeek() != DayOfWeek.SUNDAY).skip(which).findFirst().orElseThrow();
        return day.getDayOfMonth() + " de " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.of("es", "MX"));
    }

    /** Notices to staff who never wrote wait for a template that nobody approves here, and reminders for their day. */
    private static final String UNFINISHED = """
            select (select count(*) from inbound_message where turn_id is null)
                 + (select count(*) from turn where status = 'open')
                 + (select count(*) from outbox where status in ('pending', 'sending') and turn_id is not null)
                 + (select count(*) from job where failed_at is null and due_at <= now())
            """;

    private void verify(Books books, TwilioStub twilio) throws Exception {
        assertThat(books.count("select count(*) from inbound_message")).isEqualTo(acknowledged.get());
        assertThat(books.count("select count(distinct provider_message_id) from inbound_message"))
                .isEqualTo(acknowledged.get());
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
        whatWasAgreedIsBooked(books, twilio);
        nothingIsBookedTwice(books);
        repliesLeftInOrder(books, twilio);
    }

    /** Whoever reads before saying yes books, once; of the others, whose yes may come before its summary, whoever was told so. */
    private static void whatWasAgreedIsBooked(Books books, TwilioStub twilio) throws Exception {
        var booked = books.rows("""
                select c.person_address from appointment a join conversation c on c.person_id = a.customer_id
                where a.origin = 'real'""").stream().map(List::getFirst).toList();
        var told = twilio.sent().stream().filter(sent -> sent.body().contains("Tu cita quedó agendada"))
                .map(TwilioStub.Sent::to).distinct().toList();
        assertThat(booked).as("booked, and told so").containsExactlyInAnyOrderElementsOf(told).containsAll(
                IntStream.range(0, CUSTOMERS).filter(KillNineIT::patient).mapToObj(KillNineIT::address).toList());
    }

    private static void nothingIsBookedTwice(Books books) throws Exception {
        assertThat(books.rows("""
                select customer_id, starts_at from appointment where origin = 'real' group by 1, 2 having count(*) > 1"""))
                .isEmpty();
        assertThat(books.rows("""
                select a.id from appointment a where origin = 'real' and 1 <> (select count(*) from effect e
                    where e.subject_id = a.id and e.tool = 'book_appointment')""")).as("booked without one effect")
                .isEmpty();
        assertThat(books.rows("""
                select a.id from reservation a join reservation b on a.resource_id = b.resource_id and a.id < b.id
                and a.during && b.during""")).as("overlaps").isEmpty();
    }

    /** A row that was sent twice, because of a kill between acceptance and record, is counted as doubtful. */
    private static void repliesLeftInOrder(Books books, TwilioStub twilio) throws Exception {
        assertThat(books.count("select count(*) from outbox where status = 'failed'"
                + " or provider_message_id is null and turn_id is not null")).isZero();
        var sids = twilio.sent().stream().map(TwilioStub.Sent::sid).toList();
        var last = new java.util.HashMap<String, Integer>();
        var late = new ArrayList<List<String>>();
        for (var row : books.rows(
                "select conversation_id, provider_message_id from outbox where provider_message_id is not null order by sequence")) {
            int position = sids.indexOf(row.get(1));
            if (position < last.getOrDefault(row.get(0), -1)) {
                late.add(row);
            }
            last.put(row.get(0), position);
        }
        assertThat(late).as("left out of order").isEmpty();
        assertThat((long) sids.size() - books.count("select count(*) from outbox where provider_message_id is not null"))
                .as("sent more than once").isBetween(0L, books.count("select sum(doubtful) from outbox"));
    }
}
