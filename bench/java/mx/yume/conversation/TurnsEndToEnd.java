package mx.yume.conversation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import mx.yume.measuring.Cpu;
import mx.yume.measuring.Installation;
import mx.yume.measuring.Load;
import mx.yume.measuring.Provider;
import mx.yume.measuring.TwilioCalls;

/**
 * Turns of the guided assistant, from the webhook to the reply at a provider that takes no time. Bursts are not waited for. First as
 * many as there is CPU for, then at a third of 1,000 a minute for each core.
 */
final class TurnsEndToEnd {

    private record Asked(String address, long at) {}

    private record Next(String address, TwilioCalls.Call call) {}

    private static final List<String> TEXTS = List.of("hola", "¿qué servicios tienen?", "quiero un corte mañana a las 5",
            "mejor el jueves en la tarde");
    private static final int TURNS = 1200;
    private static final Duration QUIET_LOAD = Duration.ofSeconds(60);
    private static final double A_SECOND = 1000.0 / 3 / 60 * Runtime.getRuntime().availableProcessors();
    private static final int AT_A_TIME = 48;
    private static final String OPEN = "select count(*) from conversation where due_at is not null or lease_until is not null";
    private static final String UNSENT = "select count(*) from outbox where status in ('pending', 'sending')";
    private static final String STARTS = """
            select percentile_cont(array[0.5, 0.99]) within group (order by extract(epoch from t.started_at - m.received_at) * 1000)
            from turn t join inbound_message m on m.organization_id = t.organization_id and m.turn_id = t.id
            where t.started_at > now() - interval '%d seconds'
            """;

    private final Installation yume;
    private final Provider provider;
    private final TwilioCalls twilio;
    private int sent;
    private Load replies = new Load();
    private int silent;

    private TurnsEndToEnd(Installation yume, Provider provider) {
        this.yume = yume;
        this.provider = provider;
        this.twilio = new TwilioCalls(yume, AT_A_TIME);
    }

    public static void main(String[] arguments) {
        try (var provider = new Provider();
                var yume = Installation.start(Map.of("TWILIO_API_URL", provider.url(), "YUME_DEBOUNCE", "0s"))) {
            var turns = new TurnsEndToEnd(yume, provider);
            turns.all("warm-up");
            turns.all("as many as possible");
            turns.quietly("warm-up");
            turns.quietly("a third of the load");
            turns.twilio.close();
        }
    }

    /** People write together, message after message; what counts is when everything is answered. */
    private void all(String name) {
        var backends = yume.backends();
        var application = yume.applicationCpu();
        var database = Cpu.of(backends);
        long before = turns();
        long began = System.nanoTime();
        for (int round = 0; round < TURNS / AT_A_TIME; round++) {
            var calls = new ArrayList<Future<Void>>();
            for (int person = 0; person < AT_A_TIME; person++) {
                calls.add(twilio.deliver(next().call()));
            }
            calls.forEach(Installation::await);
            yume.until(OPEN, 0);
        }
        yume.until(UNSENT, 0);
        double seconds = (System.nanoTime() - began) / 1e9;
        double turns = turns() - before;
        double cpu = (yume.applicationCpu().minus(application).toNanos() + Cpu.of(backends).minus(database).toNanos()) / 1e6
                / turns;
        System.out.printf(
                "%s: %.0f turns, %.1f turns/s, CPU of application and database %.1f ms a turn: %.0f turns a minute and core%n",
                name, turns, turns / seconds, cpu, 60_000 / cpu);
    }

    private long turns() {
        return yume.count("select count(*) from turn where status = 'done'");
    }

    private void quietly(String name) {
        var asked = new ArrayDeque<Asked>();
        long apart = (long) (1e9 / A_SECOND);
        long began = System.nanoTime();
        for (int n = 0; n < QUIET_LOAD.toSeconds() * A_SECOND; n++) {
            waitUntil(began + n * apart);
            var next = next();
            provider.takeLastTo(next.address());
            asked.add(new Asked(next.address(), System.nanoTime()));
            twilio.deliver(next.call());
            // Before the same person writes again.
            if (asked.size() == AT_A_TIME / 2) {
                look(asked.removeFirst());
            }
        }
        waitUntil(System.nanoTime() + Duration.ofSeconds(3).toNanos());
        asked.forEach(this::look);
        var starts = yume.rows(STARTS.formatted(QUIET_LOAD.toSeconds() + 3)).getFirst().getArrayOfDoubles(0);
        System.out.printf("%s: %.1f messages/s, webhook to reply median %.0f ms, p95 %.0f ms, p99 %.0f ms, %d without a reply; "
                + "stored to turn started median %.1f ms, p99 %.1f ms%n", name, A_SECOND, replies.percentile(50),
                replies.percentile(95), replies.percentile(99), silent, starts[0], starts[1]);
        replies = new Load();
        silent = 0;
    }

    private void look(Asked asked) {
        var at = provider.takeLastTo(asked.address());
        if (at == null) {
            silent++;
        } else {
            replies.took(at - asked.at());
        }
    }

    /** Each of a crowd says the first thing, then each the second; after the last come others. */
    private Next next() {
        int number = sent++;
        int person = number % AT_A_TIME + number / (AT_A_TIME * TEXTS.size()) * AT_A_TIME;
        var phone = "+52552%07d".formatted(1_000_000 + person);
        var text = TEXTS.get(number / AT_A_TIME % TEXTS.size());
        return new Next("whatsapp:+521" + phone.substring(3),
                TwilioCalls.message("SM" + UUID.randomUUID().toString().replace("-", ""), phone, text));
    }

    private static void waitUntil(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
