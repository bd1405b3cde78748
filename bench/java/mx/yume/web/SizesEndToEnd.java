package mx.yume.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.vertx.core.Future;
import mx.yume.measuring.Installation;
import mx.yume.measuring.Provider;
import mx.yume.measuring.TwilioCalls;

/**
 * What tables weigh: by how many rows and bytes each has grown once customers wrote to Salón Lupita and were answered, and once a business
 * had months of visits. As the work left them, with the room of rows that are no more; and packed, indexes too, without that room.
 */
final class SizesEndToEnd {

    private record Size(long bytes, long indexes, long rows) {

        static final Size NONE = new Size(0, 0, 0);

        Size since(Size before) {
            return new Size(bytes - before.bytes, indexes - before.indexes, rows - before.rows);
        }
    }

    private static final List<String> TEXTS = List.of("hola", "¿qué servicios tienen?", "quiero un corte mañana a las 5",
            "mejor el jueves en la tarde");
    private static final int PEOPLE = 600;
    private static final int MESSAGES = PEOPLE * TEXTS.size();
    private static final int AT_A_TIME = 30;
    private static final int DAYS = 500;
    private static final int CUSTOMERS = 5_000;
    private static final String OPEN = "select count(*) from conversation where due_at is not null or lease_until is not null";
    private static final String UNSENT = "select count(*) from outbox where status in ('pending', 'sending')";
    /** Of a partitioned table, all partitions together. Rows are those that the vacuum before counted. */
    private static final String SIZES = """
            select coalesce(whole.relname, c.relname), sum(pg_total_relation_size(c.oid))::bigint, sum(pg_indexes_size(c.oid))::bigint,
                   sum(greatest(c.reltuples, 0))::bigint
            from pg_class c left join pg_inherits i on i.inhrelid = c.oid left join pg_class whole on whole.oid = i.inhparent
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
            group by 1
            """;

    private final Installation yume;
    private final TwilioCalls twilio;

    private SizesEndToEnd(Installation yume) {
        this.yume = yume;
        this.twilio = new TwilioCalls(yume, AT_A_TIME);
    }

    public static void main(String[] arguments) {
        try (var provider = new Provider();
                var yume = Installation.start(Map.of("TWILIO_API_URL", provider.url(), "YUME_DEBOUNCE", "0s"))) {
            var bench = new SizesEndToEnd(yume);
            var fresh = bench.sizes("vacuum full analyze");
            bench.talk();
            var left = bench.sizes("vacuum analyze");
            var talked = bench.sizes("vacuum full analyze");
            bench.print(MESSAGES + " messages of " + PEOPLE + " customers, answered", fresh, left, talked, MESSAGES);
            var business = new BusinessOfTen("years", new UUID(0x7000, 0x8000_0000_0000_0001L), DAYS, CUSTOMERS);
            BusinessOfTen.fill(yume, List.of(business));
            var written = bench.sizes("vacuum analyze");
            var filled = bench.sizes("vacuum full analyze");
            long visits = filled.getOrDefault("appointment", Size.NONE).since(talked.getOrDefault("appointment", Size.NONE))
                    .rows();
            bench.print(visits + " visits of " + CUSTOMERS + " customers", talked, written, filled, visits);
            bench.twilio.close();
        }
    }

    /** A crowd after the other; each says the first thing, then each the second. */
    private void talk() {
        for (int first = 0; first < PEOPLE; first += AT_A_TIME) {
            for (var text : TEXTS) {
                var calls = new ArrayList<Future<Void>>();
                for (int person = first; person < first + AT_A_TIME; person++) {
                    calls.add(twilio.deliver(TwilioCalls.message("SM" + UUID.randomUUID().toString().replace("-", ""),
                            "+52552%07d".formatted(1_000_000 + person), text)));
                }
                calls.forEach(Installation::await);
                yume.until(OPEN, 0);
            }
        }
        yume.until(UNSENT, 0);
    }

    private Map<String, Size> sizes(String vacuum) {
        yume.asSuperuser(List.of(vacuum));
        var sizes = new TreeMap<String, Size>();
        yume.rows(SIZES).forEach(row -> sizes.put(row.getString(0), new Size(row.getLong(1), row.getLong(2), row.getLong(3))));
        return sizes;
    }

    private void print(String title, Map<String, Size> before, Map<String, Size> left, Map<String, Size> packed, long of) {
        System.out.printf(
                "%n%s%n%n| table | rows each | bytes a row, left | packed | of these indexes | bytes each, left | packed |%n"
                        + "|---|---|---|---|---|---|---|%n",
                title);
        packed.forEach((table, size) -> {
            var start = before.getOrDefault(table, Size.NONE);
            var grown = size.since(start);
            if (grown.rows() > of / 100) {
                var room = left.getOrDefault(table, Size.NONE).since(start).bytes();
                System.out.printf("| %s | %.2f | %d | %d | %d | %d | %d |%n", table, (double) grown.rows() / of,
                        room / grown.rows(),
                        grown.bytes() / grown.rows(), grown.indexes() / grown.rows(), room / of, grown.bytes() / of);
            }
        });
    }
}
