package mx.yume.assistant;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Origin;
import mx.yume.conversation.Sender;
import mx.yume.conversation.Workers;
import mx.yume.conversation.inbox.Inbox;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

/** Paty writes to Salón Lupita, past the doors. */
@ApplicationScoped
class Salon {

    static final String PATY = "+525511112222";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final World world;
    private final Inbox inbox;
    private final Workers workers;
    private final SettableClock clock;

    Salon(World world, Inbox inbox, Workers workers, SettableClock clock) {
        this.world = world;
        this.inbox = inbox;
        this.workers = workers;
        this.clock = clock;
    }

    void fresh() {
        world.fresh();
    }

    /** What Yume says to it, one text per message. */
    List<String> says(String text) {
        return message(InboundKind.TEXT, text, Optional.empty());
    }

    /** Taps what was offered last under this title. */
    List<String> taps(String title) {
        var options = new JsonArray(
                world.rows("select offered::text from conversation where last_inbound_at is not null").getFirst().getFirst());
        var tapped = options.stream().map(JsonObject.class::cast).filter(option -> option.getString("title").contains(title))
                .findFirst().orElseThrow(() -> new AssertionError("No " + title + " in " + options));
        return message(InboundKind.CHOICE, tapped.getString("title"), Optional.of(tapped.getString("id")));
    }

    List<String> message(InboundKind kind, String text, Optional<String> choice) {
        int before = replies().size();
        inbox.accept(
                new InboundMessage(ChannelName.SIMULATOR, Origin.SIMULATOR, UUID.randomUUID().toString(), SalonLupita.NUMBER,
                        new Sender(Optional.of(new PhoneNumber(PATY)), Optional.empty(), PATY,
                                Optional.of("{profile} {{name}}")),
                        kind, text,
                        choice, new byte[0]))
                .await().atMost(PATIENCE);
        clock.tick(Duration.ofSeconds(2));
        workers.settle().await().atMost(PATIENCE);
        var replies = replies();
        return replies.subList(before, replies.size());
    }

    private List<String> replies() {
        return world.rows("select content ->> 'body' from outbox where turn_id is not null order by sequence").stream()
                .map(List::getFirst).toList();
    }

    /** Service, staff member, local start and status of every appointment. */
    List<String> appointments() {
        return world.rows("""
                select s.name || ', ' || m.name || ', ' || to_char(a.local_start, 'YYYY-MM-DD HH24:MI') || ', ' || a.status
                       || ', ' || a.customer_name
                from appointment a join appointment_part t on t.appointment_id = a.id
                join service s on s.id = t.service_id join staff_member m on m.id = t.staff_id
                order by a.created_at""").stream().map(List::getFirst).toList();
    }

    /** Who answered the last turn. */
    String assistant() {
        return world.rows("select assistant from turn order by started_at desc limit 1").getFirst().getFirst();
    }

    String trace() {
        return world.rows("select steps::text from turn_trace order by started_at desc limit 1").getFirst().getFirst();
    }
}
