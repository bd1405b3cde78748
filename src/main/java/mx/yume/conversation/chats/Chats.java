package mx.yume.conversation.chats;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.StaffId;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Origin;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.handoff.Takers;
import mx.yume.conversation.handoff.Team;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Reads one conversation with a customer. Those of the people who work at the business are nobody else's. */
@ApplicationScoped
public class Chats {

    private static final String FIND = """
            select c.id, c.origin, c.person_id, c.last_inbound_at, p.name, p.opted_out_at is not null as opted_out,
                   (select i.value from person_identity i
                    where i.organization_id = $1 and i.person_id = p.id and i.kind = 'phone' order by i.sequence desc limit 1) as phone
            from conversation c join person p on p.organization_id = c.organization_id and p.id = c.person_id
            where c.organization_id = $1 and c.id = $2 and
            """
            + Team.NOT_OF_IT;
    private static final String LINES = """
            select * from (
                (select null::uuid as id, kind, coalesce(transcript, body) as body, null as content, 'received' as status, null as error,
                        false as over, received_at as at, arrival as place
                 from inbound_message
                 where organization_id = $1 and conversation_id = $2 and received_at < $3
                 order by received_at desc, arrival desc limit $4)
                union all
                (select id, 'out', '', (case when sent_template then template else content end)::text, status, error,
                        coalesce(expires_at <= $5, false), created_at, sequence
                 from outbox where organization_id = $1 and conversation_id = $2 and created_at < $3
                 order by sequence desc limit $4)
            ) said order by at desc, id is null, place desc limit $4
            """;
    private static final String HANDOFF = """
            select h.started_at, h.staff_id, h.reason, (%s) as name from handoff h
            where h.organization_id = $1 and h.conversation_id = $2 and h.ended_at is null
            """.formatted(Takers.NAME);
    /** Whatever can be seen of a conversation changes this. */
    private static final String MARK = """
            select md5(concat_ws('/', c.last_inbound_at, c.pending_since,
                       (select string_agg(o.status || o.attempts, ',' order by o.sequence desc)
                        from (select status, attempts, sequence from outbox where organization_id = $1 and conversation_id = $2
                              order by sequence desc limit 50) o),
                       (select max(sequence) from outbox where organization_id = $1 and conversation_id = $2),
                       (select concat(h.id, h.staff_id) from handoff h
                        where h.organization_id = $1 and h.conversation_id = $2 and h.ended_at is null))) as mark
            from conversation c where c.organization_id = $1 and c.id = $2
            """;
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Database database;
    private final ObjectMapper json;
    private final Clock clock;

    Chats(Database database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The last lines of a conversation.
     *
     * @param before what was said from then on is left out; empty for nothing
     * @param most lines of it
     */
    public Uni<Optional<Chat>> read(OrganizationId organization, ConversationId id, Optional<Instant> before, int most) {
        return database.inTenant(organization, connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(organization.value(), id.value()))
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().item(Optional.empty())
                        : read(connection, organization, rows.iterator().next(), before.orElse(NEVER), most)
                                .map(Optional::of)));
    }

    /** Everything that was said in one, the oldest first, at most this many lines of the latest; in the caller's transaction. */
    public Uni<List<Chat.Line>> lines(SqlConnection connection, OrganizationId organization, ConversationId id, int most) {
        return lines(connection, organization, id, NEVER, most).map(lines -> List.copyOf(lines.reversed()));
    }

    /** Another one than before when there is something new to be seen; means nothing by itself, and is empty for no conversation. */
    public Uni<String> mark(OrganizationId organization, ConversationId id) {
        return database.inTenant(organization, connection -> connection.preparedQuery(MARK)
                .execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> rows.size() == 0 ? "" : rows.iterator().next().getString("mark")));
    }

    private Uni<Chat> read(SqlConnection connection, OrganizationId organization, Row row, Instant before, int most) {
        var id = new ConversationId(row.getUUID("id"));
        return lines(connection, organization, id, before, most + 1).chain(newest -> connection.preparedQuery(HANDOFF)
                .execute(Tuple.of(organization.value(), id.value()))
                .map(handoffs -> new Chat(id, Origin.ofSql(row.getString("origin")), new PersonId(row.getUUID("person_id")),
                        Optional.ofNullable(row.getString("name")),
                        Optional.ofNullable(row.getString("phone")).map(PhoneNumber::new),
                        Optional.ofNullable(row.getOffsetDateTime("last_inbound_at")).map(OffsetDateTime::toInstant),
                        row.getBoolean("opted_out"), newest.subList(0, Math.min(most, newest.size())).reversed(),
                        newest.size() > most, asked(handoffs))));
    }

    /** The newest first. */
    private Uni<List<Chat.Line>> lines(SqlConnection connection, OrganizationId organization, ConversationId id, Instant before,
            int most) {
        return connection.preparedQuery(LINES)
                .execute(Tuple.of(organization.value(), id.value(), before.atOffset(ZoneOffset.UTC), most,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    var lines = new ArrayList<Chat.Line>();
                    rows.forEach(row -> lines.add(line(row)));
                    return lines;
                });
    }

    private Chat.Line line(Row row) {
        var written = row.getString("content");
        var content = written == null ? Optional.<OutboundContent>empty() : content(written);
        return new Chat.Line(Optional.ofNullable(row.getUUID("id")), row.getString("kind"),
                Said.quoted(content.map(OutboundContent::body).orElseGet(() -> row.getString("body"))),
                content.stream().flatMap(it -> it.options().stream()).map(OutboundContent.Option::title).toList(),
                row.getString("status"), text(row.getString("error")), row.getBoolean("over"),
                row.getOffsetDateTime("at").toInstant());
    }

    /** Nothing when it was written by something newer than this instance. */
    private Optional<OutboundContent> content(String written) {
        try {
            return Optional.of(json.readValue(written, OutboundContent.class));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Chat.Asked> asked(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        var row = rows.iterator().next();
        return Optional.of(new Chat.Asked(
                Optional.ofNullable(row.getString("name"))
                        .map(name -> new Chat.Taker(new StaffId(row.getUUID("staff_id")), name)),
                row.getOffsetDateTime("started_at").toInstant(), row.getString("reason")));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
