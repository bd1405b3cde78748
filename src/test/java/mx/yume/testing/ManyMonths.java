package mx.yume.testing;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import mx.yume.demo.Demo;
import mx.yume.platform.Database;
import mx.yume.platform.Sweep;

/**
 * Paty writes to Salón Lupita, as forty others have done every day for two and a half years: thirty months of messages and thirty
 * days of traces, each in its partition, in a database of its own. Her last message waits to be answered.
 */
public final class ManyMonths {

    public static final OffsetDateTime NOW = OffsetDateTime.of(2027, 1, 13, 21, 0, 0, 0, ZoneOffset.UTC);

    private static final int PERIODS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ManyMonths ALL = new ManyMonths();

    private final PlainYume yume = PlainYume.beside("yume_many_months").cleared();
    private final String conversation;
    private final String turn;

    private ManyMonths() {
        yume.the(Demo.class).load(false).await().atMost(PATIENCE);
        yume.clock().set(NOW.minusMinutes(1).toInstant());
        var paty = yume.phone("+525511110001");
        paty.says("hola");
        yume.clock().set(NOW.toInstant());
        paty.posts("¿tienen lugar mañana?");
        conversation = one("select id from conversation");
        turn = one("select id from turn");
        var ahead = yume.all(Sweep.class).stream().filter(sweep -> sweep.name().equals("partitions-ahead")).findFirst()
                .orElseThrow();
        for (int ago = PERIODS; ago >= 0; ago--) {
            ahead.sweep(NOW.minusMonths(ago).toInstant()).await().atMost(PATIENCE);
            ahead.sweep(NOW.minusDays(ago).toInstant()).await().atMost(PATIENCE);
        }
        fill();
    }

    public static ManyMonths shared() {
        return ALL;
    }

    /** The statement as Salón Lupita's, with these values: numbers, and whatever is written between quotes. */
    public Plan plan(boolean generic, String statement, Object... values) {
        return Plan.of(yume.the(Database.class), SalonLupita.ID, generic, statement, Plan.literals(values));
    }

    /** Paty's. */
    public String conversation() {
        return conversation;
    }

    /** The one that answered her first message. */
    public String turn() {
        return turn;
    }

    public String one(String query) {
        return yume.superuser().rows(query).getFirst().getFirst();
    }

    private void fill() {
        yume.superuser().execute(
                """
                        insert into inbound_message (organization_id, id, conversation_id, turn_id, provider, provider_message_id, origin, kind,
                                                     body, raw, received_at)
                        select '%1$s', gen_random_uuid(), case who when 1 then '%2$s'::uuid else ('00000000-0000-0000-0000-' || lpad(who::text, 12, '0'))::uuid end,
                               gen_random_uuid(), 'simulator', 'x', 'simulator', 'text', 'hola', '', day
                        from generate_series(timestamptz '%3$s' - interval '30 months', timestamptz '%3$s' - interval '1 hour', interval '1 day') day,
                             generate_series(1, 40) who;
                        insert into turn_trace (organization_id, turn_id, started_at, steps)
                        select '%1$s', gen_random_uuid(), moment, '[]'
                        from generate_series(timestamptz '%3$s' - interval '30 days', '%3$s', interval '10 minutes') moment;
                        analyze inbound_message, turn_trace, turn, outbox, conversation
                        """
                        .formatted(SalonLupita.ID, conversation, NOW));
    }
}
