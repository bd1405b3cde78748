package mx.yume.conversation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import mx.yume.measuring.Cpu;
import mx.yume.measuring.Installation;
import mx.yume.measuring.Load;
import mx.yume.measuring.TwilioCalls;
import mx.yume.platform.UuidV7;
import mx.yume.testing.SalonLupita;

/**
 * What it takes to accept a message (verified, stored, committed, answered with 200), beside the insertion of one such row through
 * the plain client: from 1, 16 and 64 callers, in turns, against the same PostgreSQL. Turns are off.
 */
final class WebhooksEndToEnd {

    private static final int PEOPLE = 1000;
    private static final int ROUNDS = 12;
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final String TEXT = "¿Tienen lugar mañana a las 5 para un corte?";
    /** The row of a message and nothing else. */
    private static final String INSERT = """
            insert into inbound_message (organization_id, id, conversation_id, provider, provider_message_id, origin, kind, body, raw,
                                         received_at)
            values ($1, $2, $3, 'twilio', $4, 'real', 'text', $5, $6, $7)
            """;

    private final Installation yume;
    private final int callers;
    private final TwilioCalls twilio;
    private final Pool pool;
    private final List<UUID> conversations;
    private final Deque<TwilioCalls.Call> signed = new ArrayDeque<>();

    private WebhooksEndToEnd(Installation yume, int callers, List<UUID> conversations) {
        this.yume = yume;
        this.callers = callers;
        this.conversations = conversations;
        this.twilio = new TwilioCalls(yume, callers);
        this.pool = yume.pool(callers);
    }

    public static void main(String[] arguments) {
        try (var yume = Installation.start(Map.of("YUME_WORKERS_ENABLED", "false"))) {
            var conversations = firstContacts(yume);
            new WebhooksEndToEnd(yume, 16, conversations).warmUp();
            System.out.println(
                    """

                            | callers | webhooks/s | inserts/s | ratio | webhook median ms | p99 ms | insert median ms | p99 ms | ratio of p99 \
                            | application CPU µs | database CPU µs | insert: client CPU µs | database CPU µs |
                            |---|---|---|---|---|---|---|---|---|---|---|---|---|""");
            for (int callers : new int[]{1, 16, 64}) {
                new WebhooksEndToEnd(yume, callers, conversations).measure();
            }
        }
    }

    private static List<UUID> firstContacts(Installation yume) {
        var first = new WebhooksEndToEnd(yume, 16, List.of());
        first.webhooks(new Load(), Duration.ofSeconds(5));
        first.close();
        return yume.rows("select id from conversation").stream().map(row -> row.getUUID(0)).toList();
    }

    private void warmUp() {
        webhooks(new Load(), WARM_UP);
        inserts(new Load(), WARM_UP);
        close();
    }

    private void measure() {
        webhooks(new Load(), ROUND);
        inserts(new Load(), ROUND);
        var webhooks = new Load();
        var inserts = new Load();
        var backends = yume.backends();
        var application = Duration.ZERO;
        var database = Duration.ZERO;
        var client = Duration.ZERO;
        var clientsDatabase = Duration.ZERO;
        for (int round = 0; round < ROUNDS; round++) {
            sign();
            application = application.minus(yume.applicationCpu());
            database = database.minus(Cpu.of(backends));
            webhooks(webhooks, ROUND);
            application = application.plus(yume.applicationCpu());
            database = database.plus(Cpu.of(backends));
            client = client.minus(Cpu.application());
            clientsDatabase = clientsDatabase.minus(Cpu.of(backends));
            inserts(inserts, ROUND);
            client = client.plus(Cpu.application());
            clientsDatabase = clientsDatabase.plus(Cpu.of(backends));
        }
        System.out.printf("| %d | %.0f | %.0f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.0f | %.0f | %.0f | %.0f |%n",
                callers,
                webhooks.perSecond(), inserts.perSecond(), webhooks.perSecond() / inserts.perSecond(), webhooks.percentile(50),
                webhooks.percentile(99), inserts.percentile(50), inserts.percentile(99),
                webhooks.percentile(99) / inserts.percentile(99), micros(application, webhooks), micros(database, webhooks),
                micros(client, inserts), micros(clientsDatabase, inserts));
        close();
    }

    private static double micros(Duration cpu, Load load) {
        return cpu.toNanos() / 1e3 / load.calls();
    }

    private void webhooks(Load load, Duration time) {
        load.run(yume.vertx(), callers, time, () -> twilio.deliver(signed.isEmpty() ? next() : signed.removeFirst()));
    }

    /** Ahead of a round, as many as it may need. */
    private void sign() {
        while (signed.size() < 12_000) {
            signed.add(next());
        }
    }

    private int person;

    private TwilioCalls.Call next() {
        return TwilioCalls.message("SM" + UUID.randomUUID().toString().replace("-", ""),
                "+52551%07d".formatted(1_000_000 + person++ % PEOPLE), TEXT);
    }

    private void inserts(Load load, Duration time) {
        var raw = Buffer.buffer(TwilioCalls.message("SM", "+525511111111", TEXT).body().getBytes(StandardCharsets.UTF_8));
        load.run(yume.vertx(), callers, time, () -> insert(raw));
    }

    private Future<?> insert(Buffer raw) {
        return pool.preparedQuery(INSERT).execute(Tuple.of(SalonLupita.ID.value(), UuidV7.next(),
                conversations.get(person++ % conversations.size()), "SM" + UUID.randomUUID().toString().replace("-", ""), TEXT,
                raw,
                OffsetDateTime.now()));
    }

    private void close() {
        twilio.close();
        pool.close();
    }
}
