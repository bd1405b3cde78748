package mx.yume.conversation.chats;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Origin;
import mx.yume.conversation.handoff.Takers;
import mx.yume.conversation.handoff.Team;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** The conversations of a business with its customers, those in which somebody waits for a person first, then the latest. */
@ApplicationScoped
public class ChatList {

    /**
     * A part of the list.
     *
     * @param more whether others come after it
     */
    public record Page(List<ChatSummary> chats, boolean more) {

        public Page {
            chats = List.copyOf(chats);
        }
    }

    /** One conversation of somebody's. */
    public record Known(ConversationId id, Origin origin, Optional<Instant> lastWrote) {}

    /** When the last conversation of a part of the list was written to by its customer, if only those counted; none where the list ends sooner. */
    static final String SINCE = """
            select c.last_inbound_at from conversation c
            where c.organization_id = $1 and c.last_inbound_at is not null and %s
            order by c.last_inbound_at desc limit 1 offset $2
            """.formatted(Team.NOT_OF_IT);
    /**
     * What is in the list up to there was heard or said since $4, or waits for somebody: of the others none is looked at. What was received
     * last lies where the conversation says; failures are counted among the last fifty messages out.
     */
    static final String PAGE = """
            with lately as (
                select id from conversation where organization_id = $1 and ($4::timestamptz is null or last_inbound_at >= $4)
                union select conversation_id from outbox where organization_id = $1 and created_at >= $4
                union select conversation_id from handoff where organization_id = $1 and ended_at is null),
            found as (
                select c.organization_id, c.id, c.origin, c.person_id, c.last_inbound_at, sent.created_at as sent_at, sent.body,
                       greatest(c.last_inbound_at, sent.created_at) as at, h.started_at as asked_at, (%1$s) as taker
                from lately join conversation c on c.organization_id = $1 and c.id = lately.id
                left join lateral (
                    select o.created_at, case when o.sent_template then o.template else o.content end ->> 'body' as body from outbox o
                    where o.organization_id = c.organization_id and o.conversation_id = c.id and o.status <> 'dropped'
                    order by o.sequence desc limit 1) sent on true
                left join handoff h on h.organization_id = c.organization_id and h.conversation_id = c.id and h.ended_at is null
                where c.organization_id = $1 and (c.last_inbound_at is not null or sent.created_at is not null) and %2$s
                order by h.id is not null desc, at desc, c.id limit $2 offset $3)
            select f.id, f.origin, f.at, f.asked_at, f.taker, p.name, coalesce(f.sent_at >= f.last_inbound_at, true) as out, f.body,
                   heard.kind, heard.body as heard_body,
                   (select i.value from person_identity i
                    where i.organization_id = $1 and i.person_id = p.id and i.kind = 'phone' order by i.sequence desc limit 1) as phone,
                   (select count(*) from (select status from outbox o where o.organization_id = $1 and o.conversation_id = f.id
                                          order by o.sequence desc limit 50) lately where status = 'failed')::int as failed
            from found f
            join person p on p.organization_id = f.organization_id and p.id = f.person_id
            left join lateral (
                select m.kind, coalesce(m.transcript, m.body) as body from inbound_message m
                where m.organization_id = $1 and m.conversation_id = f.id
                  and m.received_at between f.last_inbound_at - interval '1 day' and f.last_inbound_at + interval '1 day'
                order by m.received_at desc, m.arrival desc limit 1) heard on true
            order by f.asked_at is not null desc, f.at desc, f.id
            """
            .formatted(Takers.NAME, Team.NOT_OF_IT);
    private static final String OF_PERSON = """
            select id, origin, last_inbound_at from conversation
            where organization_id = $1 and person_id = $2 and origin in ('real', 'simulator')
            order by last_inbound_at desc nulls last
            """;

    private final Database database;

    ChatList(Database database) {
        this.database = database;
    }

    /**
     * @param skipped how many of the list come before it
     * @param most of them
     */
    public Uni<Page> page(OrganizationId organization, int skipped, int most) {
        return database.inTenant(organization, connection -> connection.preparedQuery(SINCE)
                .execute(Tuple.of(organization.value(), skipped + most))
                .map(rows -> rows.size() == 0 ? Optional.<OffsetDateTime>empty()
                        : Optional.of(rows.iterator().next().getOffsetDateTime("last_inbound_at")))
                .chain(since -> page(connection, organization, skipped, most, since)));
    }

    private static Uni<Page> page(SqlConnection connection, OrganizationId organization, int skipped, int most,
            Optional<OffsetDateTime> since) {
        return connection.preparedQuery(PAGE)
                .execute(Tuple.of(organization.value(), most + 1, skipped, since.orElse(null))).map(rows -> {
                    var chats = new ArrayList<ChatSummary>();
                    rows.forEach(row -> chats.add(summary(row)));
                    return new Page(chats.subList(0, Math.min(most, chats.size())), chats.size() > most);
                });
    }

    /** Somebody's, the one they wrote in last first. */
    public Uni<List<Known>> of(OrganizationId organization, PersonId person) {
        return database.inTenant(organization, connection -> connection.preparedQuery(OF_PERSON)
                .execute(Tuple.of(organization.value(), person.value())).map(rows -> {
                    var known = new ArrayList<Known>();
                    rows.forEach(row -> known.add(new Known(new ConversationId(row.getUUID("id")),
                            Origin.ofSql(row.getString("origin")),
                            Optional.ofNullable(row.getOffsetDateTime("last_inbound_at")).map(OffsetDateTime::toInstant))));
                    return List.copyOf(known);
                }));
    }

    private static ChatSummary summary(Row row) {
        boolean out = row.getBoolean("out");
        return new ChatSummary(new ConversationId(row.getUUID("id")), Origin.ofSql(row.getString("origin")),
                Optional.ofNullable(row.getString("name")), Optional.ofNullable(row.getString("phone")).map(PhoneNumber::new),
                row.getOffsetDateTime("at").toInstant(), !out, out ? "out" : text(row, "kind"),
                Said.quoted(text(row, out ? "body" : "heard_body")), row.getOffsetDateTime("asked_at") != null,
                Optional.ofNullable(row.getString("taker")), row.getInteger("failed"));
    }

    private static String text(Row row, String column) {
        var text = row.getString(column);
        return text == null ? "" : text;
    }
}
