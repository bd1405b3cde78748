package mx.yume.conversation.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.StaffId;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.TurnId;
import mx.yume.conversation.handoff.Handoff.Customer;
import mx.yume.conversation.handoff.Handoff.Taker;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.StorableText;

/**
 * The rows of handoffs. Whoever reads one keeps it locked for the rest of the transaction: what two people do about it at once, and
 * the clock, wait for each other here, before any conversation is locked.
 */
@ApplicationScoped
class HandoffRows {

    private static final int LONGEST_REASON = 500;

    private static final String SELECT = """
            select h.organization_id, h.id, h.conversation_id, h.turn_id, h.asked_by, h.reason, h.acknowledged, h.staff_id,
                   h.desk_organization_id, h.desk_conversation_id, h.ended_at, c.origin,
                   coalesce(c.last_inbound_at, to_timestamp(0)) as last_inbound_at,
                   (%s) as staff_name, p.name as customer_name, p.opted_out_at,
                   (select i.value from person_identity i
                    where i.organization_id = h.organization_id and i.person_id = p.id and i.provider = 'whatsapp' and i.kind = 'phone'
                    order by i.sequence desc limit 1) as customer_phone
            from handoff h
            join conversation c on c.organization_id = h.organization_id and c.id = h.conversation_id
            join person p on p.organization_id = c.organization_id and p.id = c.person_id
            where h.organization_id = $1 and
            """
            .formatted(Takers.NAME);
    private static final String BY_ID = SELECT + " h.id = $2 for update of h";
    private static final String OPEN_OR_OF_TURN = SELECT + """
             h.conversation_id = $2 and (h.ended_at is null or h.turn_id = $3)
            order by h.ended_at nulls first limit 1 for update of h
            """;
    private static final String SILENT = SELECT + """
             h.id = $2 and h.ended_at is null and h.last_activity_at <= $3 for update of h skip locked
            """;
    private static final String WAITING_LONGEST = SELECT + """
             h.ended_at is null and (%s) is null and c.origin = $2 order by h.started_at limit 1 for update of h
            """.formatted(Takers.NAME);
    private static final String UNTOLD = SELECT + """
             h.told_at is null and c.origin = $2 order by h.started_at for update of h skip locked
            """;
    private static final String INSERT = """
            insert into handoff (organization_id, id, conversation_id, turn_id, asked_by, reason, started_at, last_activity_at,
                                 told_at, ended_at, ended_by)
            values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10)
            on conflict (organization_id, conversation_id) where ended_at is null do nothing
            """;
    private static final String TAKE = """
            update handoff set staff_id = $3, taken_at = $4, desk_organization_id = $5, desk_conversation_id = $6,
                               last_activity_at = $4
            where organization_id = $1 and id = $2
            """;
    private static final String TAKE_HERE = """
            update handoff set staff_id = $3, taken_at = $4, desk_organization_id = null, desk_conversation_id = null,
                               last_activity_at = $4, told_at = coalesce(told_at, $4)
            where organization_id = $1 and id = $2
            """;
    private static final String ACTIVE = """
            update handoff set last_activity_at = $3, acknowledged = true where organization_id = $1 and id = $2
            """;
    private static final String END = """
            update handoff set ended_at = $3, ended_by = $4 where organization_id = $1 and id = $2
            """;
    private static final String TOLD = "update handoff set told_at = $3 where organization_id = $1 and id = $2";

    private static final String TOLD_OF_ALL = """
            update handoff set told_at = $3 where organization_id = $1 and conversation_id = $2 and told_at is null
            """;

    private final Clock clock;

    HandoffRows(Clock clock) {
        this.clock = clock;
    }

    Uni<Optional<Handoff>> find(SqlConnection connection, OrganizationId organization, HandoffId id) {
        return one(connection, BY_ID, Tuple.of(organization.value(), id.value()));
    }

    /** The open one of a customer's conversation, or the one that this very turn asked for. */
    Uni<Optional<Handoff>> open(SqlConnection connection, OrganizationId organization, ConversationId conversation,
            Optional<TurnId> turn) {
        return one(connection, OPEN_OR_OF_TURN,
                Tuple.of(organization.value(), conversation.value(), turn.map(TurnId::value).orElse(null)));
    }

    /** If it is still open and nobody has written since then. */
    Uni<Optional<Handoff>> silent(SqlConnection connection, OrganizationId organization, HandoffId id, Instant since) {
        return one(connection, SILENT, Tuple.of(organization.value(), id.value(), since.atOffset(ZoneOffset.UTC)));
    }

    /** The open one that nobody has taken yet, of those the one that began first. */
    Uni<Optional<Handoff>> waitingLongest(SqlConnection connection, OrganizationId organization, String origin) {
        return one(connection, WAITING_LONGEST, Tuple.of(organization.value(), origin));
    }

    /** Those that nobody of the business was told of, the oldest first; what somebody else is being told right now is left out. */
    Uni<List<Handoff>> untold(SqlConnection connection, OrganizationId organization, String origin) {
        return connection.preparedQuery(UNTOLD).execute(Tuple.of(organization.value(), origin)).map(rows -> {
            var found = new ArrayList<Handoff>();
            rows.forEach(row -> found.add(handoff(row)));
            return List.copyOf(found);
        });
    }

    /**
     * Nothing happens where one is open already.
     *
     * @param reached whether somebody was told: only then it is open
     */
    Uni<Void> insert(SqlConnection connection, OrganizationId organization, HandoffId id, ConversationId conversation,
            Optional<TurnId> turn, AskedBy by, String reason, boolean reached) {
        var now = now();
        return connection.preparedQuery(INSERT)
                .execute(Tuple.from(new @Nullable Object[]{organization.value(), id.value(), conversation.value(),
                        turn.map(TurnId::value).orElse(null), by.sql(), StorableText.of(reason, LONGEST_REASON), now,
                        reached ? now : null, reached ? null : now, reached ? null : EndedBy.UNREACHED.sql()}))
                .replaceWithVoid();
    }

    Uni<Void> take(SqlConnection connection, Handoff handoff, StaffId staff, Desk desk) {
        return connection.preparedQuery(TAKE)
                .execute(Tuple.of(handoff.organization().value(), handoff.id().value(), staff.value(), now(),
                        desk.organization().value(), desk.conversation().value()))
                .replaceWithVoid();
    }

    /** By somebody who answers on a page. */
    Uni<Void> take(SqlConnection connection, Handoff handoff, StaffId staff) {
        return connection.preparedQuery(TAKE_HERE)
                .execute(Tuple.of(handoff.organization().value(), handoff.id().value(), staff.value(), now()))
                .replaceWithVoid();
    }

    /** Somebody wrote. */
    Uni<Void> active(SqlConnection connection, Handoff handoff) {
        return connection.preparedQuery(ACTIVE).execute(ids(handoff).addOffsetDateTime(now())).replaceWithVoid();
    }

    Uni<Void> end(SqlConnection connection, Handoff handoff, EndedBy by) {
        return connection.preparedQuery(END).execute(ids(handoff).addOffsetDateTime(now()).addString(by.sql()))
                .replaceWithVoid();
    }

    Uni<Void> told(SqlConnection connection, Handoff handoff) {
        return connection.preparedQuery(TOLD).execute(ids(handoff).addOffsetDateTime(now())).replaceWithVoid();
    }

    /** Whoever reads the conversation knows of those that nobody could be told of. */
    Uni<Void> toldOfAll(SqlConnection connection, Handoff handoff) {
        return connection.preparedQuery(TOLD_OF_ALL)
                .execute(Tuple.of(handoff.organization().value(), handoff.conversation().value(), now())).replaceWithVoid();
    }

    private static Uni<Optional<Handoff>> one(SqlConnection connection, String query, Tuple values) {
        return connection.preparedQuery(query).execute(values)
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(handoff(rows.iterator().next())));
    }

    private static Handoff handoff(Row row) {
        var customer = new Customer(Optional.ofNullable(row.getString("customer_name")),
                Optional.ofNullable(row.getString("customer_phone")).map(PhoneNumber::new), instant(row, "last_inbound_at"),
                row.getOffsetDateTime("opted_out_at") != null);
        return new Handoff(new OrganizationId(row.getUUID("organization_id")), new HandoffId(row.getUUID("id")),
                new ConversationId(row.getUUID("conversation_id")), row.getString("origin"),
                Optional.ofNullable(row.getUUID("turn_id")), AskedBy.ofSql(row.getString("asked_by")), row.getString("reason"),
                customer, row.getBoolean("acknowledged"), taker(row), row.getOffsetDateTime("ended_at") == null);
    }

    private static Optional<Taker> taker(Row row) {
        return Optional.ofNullable(row.getString("staff_name"))
                .map(name -> new Taker(new StaffId(row.getUUID("staff_id")), name, desk(row)));
    }

    private static Optional<Desk> desk(Row row) {
        return Optional.ofNullable(row.getUUID("desk_conversation_id")).map(conversation -> new Desk(
                new OrganizationId(row.getUUID("desk_organization_id")), new ConversationId(conversation)));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static Tuple ids(Handoff handoff) {
        return Tuple.of(handoff.organization().value(), handoff.id().value());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
