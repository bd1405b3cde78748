package mx.yume.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.Transcript.Line;
import mx.yume.conversation.Transcript.OpenHandoff;
import mx.yume.conversation.Transcript.TurnTrace;
import mx.yume.conversation.handoff.Takers;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Reads conversations for people. */
@ApplicationScoped
public class Transcripts {

    private static final int LINES = 100;
    private static final int TURNS = 20;

    private static final String FIND = """
            select c.id, c.last_inbound_at from conversation c
            join person_identity i on i.organization_id = c.organization_id and i.person_id = c.person_id
            where c.organization_id = $1 and c.origin = $2 and i.organization_id = $1 and i.provider = 'whatsapp' and i.kind = 'phone' and i.value = $3
            """;
    static final String SAID = """
            select * from (
                (select true as inbound, kind, coalesce(transcript, body) as body, null as content, 'received' as status, received_at as at, arrival as place
                 from inbound_message
                 where organization_id = $1 and conversation_id = $2 and received_at between $4 and $5
                 order by received_at desc, arrival desc limit $3)
                union all
                (select false, 'out', '', (case when sent_template then template else content end)::text, status, created_at, sequence
                 from outbox where organization_id = $1 and conversation_id = $2 order by sequence desc limit $3)
            ) said where at >= $4 order by at desc, inbound, place desc limit $3
            """;
    /** A trace lies where its turn started; one that is gone leaves the turn without steps. */
    static final String TURNS_OF = """
            select id, coalesce(route, '') as route, coalesce(assistant, '') as assistant, started_at, finished_at,
                   coalesce((select steps::text from turn_trace s
                             where s.organization_id = $1 and s.turn_id = t.id and s.started_at = t.started_at), '[]') as trace
            from turn t where organization_id = $1 and conversation_id = $2 order by started_at desc, id desc limit $3
            """;
    private static final String ANSWERING = """
            select pending_since is not null
                   or exists (select 1 from turn where organization_id = $1 and conversation_id = $2 and status = 'open') as yes
            from conversation where organization_id = $1 and id = $2
            """;

    private static final String HANDOFF = """
            select h.started_at, (%s) as name from handoff h
            where h.organization_id = $1 and h.conversation_id = $2 and h.ended_at is null
            """.formatted(Takers.NAME);

    private final Database database;
    private final ObjectMapper json;
    private final Clock clock;

    Transcripts(Database database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** The conversation of this phone with this organization, if they ever wrote. */
    public Uni<Optional<Transcript>> find(OrganizationId organization, PhoneNumber person, Origin origin) {
        return database.inTenant(organization, connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(organization.value(), origin.sql(), person.e164()))
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().item(Optional.empty())
                        : read(connection, organization, rows.iterator().next()).map(Optional::of)));
    }

    private Uni<Transcript> read(SqlConnection connection, OrganizationId organization, Row found) {
        UUID conversation = found.getUUID("id");
        var lately = MessageSpan.before(lastHeard(found));
        return Uni.combine().all().unis(
                connection.preparedQuery(SAID)
                        .execute(Tuple.of(organization.value(), conversation, LINES, lately.from(), lately.until())),
                connection.preparedQuery(TURNS_OF).execute(Tuple.of(organization.value(), conversation, TURNS)),
                connection.preparedQuery(ANSWERING).execute(Tuple.of(organization.value(), conversation)),
                connection.preparedQuery(HANDOFF).execute(Tuple.of(organization.value(), conversation)))
                .asTuple().map(parts -> {
                    var lines = new ArrayList<Line>();
                    parts.getItem1().forEach(row -> lines.addFirst(line(row)));
                    var turns = new ArrayList<TurnTrace>();
                    parts.getItem2().forEach(row -> turns.addFirst(turn(row)));
                    return new Transcript(new ConversationId(conversation), lines, turns,
                            parts.getItem3().iterator().next().getBoolean("yes"), handoff(parts.getItem4()));
                });
    }

    /** Whoever never wrote is shown what they were told lately. */
    private Instant lastHeard(Row conversation) {
        var last = conversation.getOffsetDateTime("last_inbound_at");
        return last == null ? clock.instant() : last.toInstant();
    }

    private static Optional<OpenHandoff> handoff(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        var row = rows.iterator().next();
        return Optional.of(new OpenHandoff(Optional.ofNullable(row.getString("name")),
                row.getOffsetDateTime("started_at").toInstant()));
    }

    private Line line(Row row) {
        var at = row.getOffsetDateTime("at").toInstant();
        if (row.getBoolean("inbound")) {
            return new Line(true, row.getString("kind"), row.getString("body"), "", "", List.of(), row.getString("status"), at);
        }
        var content = read(row.getString("content"), new TypeReference<OutboundContent>() {
        });
        return switch (content) {
            case OutboundContent.Text _ -> shown("text", content, "", "", row, at);
            case OutboundContent.Buttons _ -> shown("buttons", content, "", "", row, at);
            case OutboundContent.Choices choices -> shown("choices", content, choices.button(), "", row, at);
            case OutboundContent.Templated _ -> shown("template", content, "", "", row, at);
            case OutboundContent.Picture picture -> shown("picture", content, "", picture.path(), row, at);
        };
    }

    private static Line shown(String kind, OutboundContent content, String button, String picture, Row row, Instant at) {
        return new Line(false, kind, content.body(), button, picture, content.options(), row.getString("status"), at);
    }

    private TurnTrace turn(Row row) {
        return new TurnTrace(new TurnId(row.getUUID("id")), row.getString("route"), row.getString("assistant"),
                row.getOffsetDateTime("started_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("finished_at")).map(at -> at.toInstant()),
                read(row.getString("trace"), new TypeReference<List<TraceStep>>() {
                }));
    }

    private <T> T read(String written, TypeReference<T> type) {
        try {
            return json.readValue(written, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A row that cannot be read back", impossible);
        }
    }
}
