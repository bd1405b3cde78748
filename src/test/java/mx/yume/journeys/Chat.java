package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.testing.logs.LogWatch;

/** One person's chat with a number: says things, and hears what came out of the outbox. */
final class Chat {

    /** What Yume said last, and what it offered to tap. */
    record Heard(String body, List<Option> options) {

        Option option(String title) {
            return options.stream()
                    .filter(option -> option.title().toLowerCase(Locale.ROOT).contains(title.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No option \"" + title + "\" in " + options + " of: " + body));
        }
    }

    private final Yume yume;
    private final Door door;
    private final String number;
    private final String to;
    private int said;

    Chat(Yume yume, Door door, String number, String to) {
        this.yume = yume;
        this.door = door;
        this.number = number;
        this.to = to;
    }

    static Chat withSalon(Yume yume, Door door, String number) {
        return new Chat(yume, door, number, door.salon());
    }

    /** Says it, lets the burst end, and hears the one reply. */
    Heard says(String text) {
        post(text);
        return hears();
    }

    /** Taps what was offered last under this title. */
    Heard taps(String title) {
        var option = last().option(title);
        said++;
        assertThat(door.deliver(number, to, id(), option.title(), Optional.of(option.id()))).isEqualTo(200);
        return hears();
    }

    /** Says it and goes on at once. */
    String post(String text) {
        said++;
        LogWatch.said(text);
        var id = id();
        assertThat(door.deliver(number, to, id, text, Optional.empty())).isEqualTo(200);
        return id;
    }

    /** The same delivery once more. */
    void redeliver(String id, String text) {
        assertThat(door.deliver(number, to, id, text, Optional.empty())).isEqualTo(200);
    }

    Heard hears() {
        int before = replies().size();
        yume.tick(Duration.ofSeconds(2));
        yume.settle();
        assertThat(replies()).as("exactly one reply to %s", number).hasSize(before + 1);
        return last();
    }

    Heard last() {
        return replies().getLast();
    }

    int messagesSaid() {
        return said;
    }

    /** Everything Yume answered, in the order it leaves. */
    List<Heard> replies() {
        return yume.rows("""
                select o.content::text from outbox o
                join conversation c on c.organization_id = o.organization_id and c.id = o.conversation_id
                join person_identity i on i.organization_id = c.organization_id and i.person_id = c.person_id
                where i.kind = 'phone' and i.value = '%s' and o.business_address = '%s' and c.origin = '%s'
                  and o.turn_id is not null
                order by o.sequence
                """.formatted(number, to, door.origin())).stream().map(row -> heard(row.getFirst())).toList();
    }

    private static Heard heard(String content) {
        var json = new JsonObject(content);
        var options = json.getJsonArray("options", new JsonArray()).stream().map(JsonObject.class::cast)
                .map(option -> new Option(option.getString("id"), option.getString("title"),
                        option.getString("description", "")))
                .toList();
        return new Heard(json.getString("body"), options);
    }

    private static String id() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }
}
