package mx.yume.conversation;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;

/** What was said before this turn, from the log of the conversation itself. */
@ApplicationScoped
public class Memory {

    public record Line(boolean fromCustomer, String text) {}

    private static final String LAST = """
            select from_customer, text from (
                (select true as from_customer, body as text, received_at as at, arrival as place from inbound_message
                 where organization_id = $1 and conversation_id = $2 and turn_id is not null and turn_id <> $3
                 order by arrival desc limit $4)
                union all
                (select false, content ->> 'body', created_at, sequence from outbox
                 where organization_id = $1 and conversation_id = $2
                 order by sequence desc limit $4)
            ) said order by at desc, from_customer, place desc limit $4
            """;

    private final Database database;

    Memory(Database database) {
        this.database = database;
    }

    /** The last lines before this turn, the oldest first. */
    public Uni<List<Line>> last(TurnKey key, int lines) {
        return database.inTenant(key.organization(), connection -> connection.preparedQuery(LAST)
                .execute(Tuple.of(key.organization().value(), key.conversation().value(), key.turn().value(), lines))
                .map(rows -> {
                    var said = new ArrayList<Line>();
                    rows.forEach(row -> said.addFirst(new Line(row.getBoolean("from_customer"), row.getString("text"))));
                    return List.copyOf(said);
                }));
    }
}
