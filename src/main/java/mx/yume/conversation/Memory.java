package mx.yume.conversation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/** What was said lately before this turn, from the log of the conversation itself. */
@ApplicationScoped
public class Memory {

    public record Line(boolean fromCustomer, String text) {}

    static final String LAST = """
            select from_customer, text from (
                (select true as from_customer, coalesce(transcript, body) as text, received_at as at, arrival as place
                 from inbound_message
                 where organization_id = $1 and conversation_id = $2 and turn_id is not null and turn_id is distinct from $3::uuid
                   and received_at between $5 and $6
                 order by received_at desc, arrival desc limit $4)
                union all
                (select false, content ->> 'body', created_at, sequence from outbox
                 where organization_id = $1 and conversation_id = $2
                 order by sequence desc limit $4)
            ) said where at >= $5 order by at desc, from_customer, place desc limit $4
            """;

    /** A link opens a page to whoever reads it, the provider of a model included. */
    private static final Pattern SIGN_IN = Pattern.compile("(/entrar\\?t=)[A-Za-z0-9_-]+");

    private final Database database;
    private final Clock clock;

    Memory(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The last lines before this turn, the oldest first. */
    public Uni<List<Line>> last(TurnKey key, int lines) {
        return database.inTenant(key.organization(),
                connection -> read(connection, key.organization(), key.conversation(), key.turn().value(), lines));
    }

    /** The last lines that are answered or being answered, the oldest first. */
    public Uni<List<Line>> last(SqlConnection connection, OrganizationId organization, ConversationId conversation, int lines) {
        return read(connection, organization, conversation, null, lines);
    }

    private Uni<List<Line>> read(SqlConnection connection, OrganizationId organization, ConversationId conversation,
            @Nullable UUID without, int lines) {
        var lately = MessageSpan.before(clock.instant());
        return connection.preparedQuery(LAST)
                .execute(Tuple.of(organization.value(), conversation.value(), without, lines, lately.from(), lately.until()))
                .map(rows -> {
                    var said = new ArrayList<Line>();
                    rows.forEach(
                            row -> said.addFirst(new Line(row.getBoolean("from_customer"), quoted(row.getString("text")))));
                    return List.copyOf(said);
                });
    }

    private static String quoted(String text) {
        return SIGN_IN.matcher(text).replaceAll("$1…");
    }
}
