package mx.yume.conversation;

import java.time.Duration;
import java.util.Map;

import mx.yume.measuring.Cpu;
import mx.yume.measuring.Installation;
import mx.yume.measuring.Provider;

/**
 * How fast what waits in the outbox leaves when the provider takes no time: 5,000 rows of 1,000 conversations and 50 businesses, each
 * with a number of its own, all due at once.
 */
final class OutboxEndToEnd {

    private static final int ROWS = 5000;
    private static final int ROUNDS = 4;

    private static final String BUSINESSES = """
            do $$ declare
                business uuid;
            begin
                for n in 1..50 loop
                    business := ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid;
                    perform set_config('app.organization', business::text, true);
                    insert into organization (organization_id, name, slug, created_at) values (business, 'Salón ' || n, 'salon-' || n, now());
                    insert into business_number (organization_id, provider, address)
                    values (business, 'twilio', '+5255009' || lpad(n::text, 5, '0'));
                    insert into person (organization_id, id, created_at)
                    select business, gen_random_uuid(), now() from generate_series(1, 20);
                    insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address,
                                              last_inbound_at)
                    select business, gen_random_uuid(), id, 'real', 'twilio', '+5255009' || lpad(n::text, 5, '0'),
                           'whatsapp:+52155' || lpad(n::text, 4, '0') || lpad((row_number() over ())::text, 4, '0'), now()
                    from person where organization_id = business;
                end loop;
            end $$""";
    private static final String LETTERS = """
            do $$ declare
                business uuid;
            begin
                for n in 1..50 loop
                    business := ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid;
                    perform set_config('app.organization', business::text, true);
                    insert into outbox (organization_id, id, conversation_id, purpose, origin, channel, business_address,
                                        person_address, content, due_at, created_at)
                    select c.organization_id, gen_random_uuid(), c.id, 'bench:' || gen_random_uuid(), c.origin, c.channel,
                           c.business_address, c.person_address,
                           jsonb_build_object('type', 'text', 'body', 'Te esperamos mañana a las 5:00 p.m.'), now(), now()
                    from conversation c, generate_series(1, 5) where c.organization_id = business;
                end loop;
            end $$""";
    /** What waits to leave may be seen under this scope, whosever it is. */
    private static final String WHOSEVER = "select set_config('app.scope', 'claims', false)";
    private static final String WAITING = "select count(*) from outbox where status in ('pending', 'sending')";

    private OutboxEndToEnd() {}

    public static void main(String[] arguments) {
        try (var provider = new Provider();
                var yume = Installation.start(Map.of("TWILIO_API_URL", provider.url()))) {
            yume.rows(BUSINESSES);
            yume.rows(WHOSEVER);
            System.out.println("""

                    | rows | rows/s | application CPU µs a row | database CPU µs a row |
                    |---|---|---|---|""");
            for (int round = 0; round < ROUNDS; round++) {
                drain(yume, round == 0 ? "%d (warm-up)".formatted(ROWS) : Integer.toString(ROWS));
            }
        }
    }

    private static void drain(Installation yume, String name) {
        var backends = yume.backends();
        var application = yume.applicationCpu();
        yume.rows(LETTERS);
        long began = System.nanoTime();
        var database = Cpu.of(backends);
        yume.until(WAITING, 0);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("| %s | %.0f | %.0f | %.0f |%n", name, ROWS / seconds,
                micros(yume.applicationCpu().minus(application)),
                micros(Cpu.of(backends).minus(database)));
    }

    private static double micros(Duration cpu) {
        return cpu.toNanos() / 1e3 / ROWS;
    }
}
