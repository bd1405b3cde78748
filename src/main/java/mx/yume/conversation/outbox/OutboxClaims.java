package mx.yume.conversation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Delivery;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundMessage;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;

/** Who sends what: rows are claimed by lease, only the first waiting one of each conversation, a few of each organization. */
@ApplicationScoped
class OutboxClaims {

    /**
     * @param message nothing when what is stored cannot be read: then this row fails, and no other
     * @param template what goes out when the window is closed
     * @param epoch of this claim; a result is recorded only while it is the newest
     * @param turn whose reply it is
     * @param traceparent of the delivery it replies to, while traces are on
     */
    record Claim(ChannelName channel, OrganizationId organization, UUID id, ConversationId conversation,
            Optional<OutboundMessage> message, Optional<Templated> template, Optional<ZoneId> quietZone, Sending.Facts facts,
            long epoch, Optional<UUID> turn, Optional<String> traceparent) {

        int attempts() {
            return facts.attempts();
        }
    }

    /** Longer than any channel takes to give up, so that a row is never sent by two at once. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    /**
     * The organizations with waiting rows are found by skipping through the partial index; from each, a few due heads of
     * conversations. A row claimed again while still "sending" may have been accepted by the provider: that doubt is counted.
     */
    static final String CLAIM = """
            with recursive tenant as (
                (select organization_id from outbox where status in ('pending', 'sending') order by organization_id limit 1)
                union all
                select (select o.organization_id from outbox o
                        where o.status in ('pending', 'sending') and o.organization_id > tenant.organization_id
                        order by o.organization_id limit 1)
                from tenant where tenant.organization_id is not null
            ), head as (
                select found.organization_id, found.id, found.conversation_id
                from (select organization_id from tenant where organization_id is not null order by random()) as chosen
                cross join lateral (
                    select o.organization_id, o.id, o.conversation_id from outbox o
                    where o.organization_id = chosen.organization_id and o.status in ('pending', 'sending') and o.due_at <= $1
                      and (o.lease_until is null or o.lease_until < clock_timestamp())
                      and o.sequence = (select first.sequence from outbox first
                                        where first.organization_id = o.organization_id
                                          and first.conversation_id = o.conversation_id
                                          and first.status in ('pending', 'sending')
                                        order by first.sequence limit 1)
                    order by o.due_at limit $3 for update skip locked
                ) as found
                limit $2
            )
            update outbox set status = 'sending', attempts = outbox.attempts + 1, epoch = outbox.epoch + 1,
                   doubtful = outbox.doubtful + case when outbox.status = 'sending' then 1 else 0 end,
                   lease_until = clock_timestamp() + $4::interval
            from head
            join conversation c on c.organization_id = head.organization_id and c.id = head.conversation_id
            left join person p on p.organization_id = c.organization_id and p.id = c.person_id
            where outbox.organization_id = head.organization_id and outbox.id = head.id
            returning outbox.organization_id, outbox.id, outbox.conversation_id, outbox.channel, outbox.business_address,
                      outbox.person_address, outbox.content::text as content, outbox.template::text as template, outbox.epoch,
                      outbox.attempts, outbox.created_at, outbox.expires_at, outbox.answers, outbox.window_closed,
                      outbox.quiet_zone, c.last_inbound_at, outbox.turn_id, c.traceparent, p.opted_out_at is not null as opted_out
            """;
    /** A report may have come before the answer did: then it knows more. */
    private static final String SENT = """
            update outbox set status = case when status = 'sending' then 'sent' else status end, provider_message_id = $4,
                   sent_at = $5, sent_template = $6, lease_until = null, error = case when status = 'failed' then error end
            where organization_id = $1 and id = $2 and epoch = $3
            """;
    /** What was reported meanwhile needs no other try. */
    private static final String AGAIN = """
            update outbox set status = 'pending', due_at = $5, lease_until = null, error = $4
            where organization_id = $1 and id = $2 and epoch = $3 and status = 'sending'
            """;
    private static final String AGAIN_IN_DOUBT = AGAIN.replace("set status", "set doubtful = doubtful + 1, status");
    private static final String AGAIN_AS_TEMPLATE = AGAIN.replace("set status", "set window_closed = true, status");
    private static final String WAIT = AGAIN.replace("set status", "set attempts = attempts - 1, status");
    private static final String FAILED = """
            update outbox set status = 'failed', lease_until = null, error = $4
            where organization_id = $1 and id = $2 and epoch = $3 and status = 'sending'
            """;
    private static final String DROPPED = FAILED.replace("'failed'", "'dropped'");

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    OutboxClaims(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** At most {@code most} rows, at most {@code fromEach} of one organization. */
    Uni<List<Claim>> claim(int most, int fromEach) {
        var now = clock.instant();
        return database.inScope(Scope.CLAIMS, connection -> connection.preparedQuery(CLAIM)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), most, fromEach, Interval.of(LEASE)))
                .map(rows -> {
                    var claims = new ArrayList<Claim>();
                    rows.forEach(row -> claims.add(claim(row, now)));
                    return List.copyOf(claims);
                }));
    }

    Uni<Void> sent(Claim claim, OutboundContent content, String providerMessageId) {
        return update(SENT, values(claim, providerMessageId).addOffsetDateTime(utc(clock.instant()))
                .addBoolean(content instanceof Templated), claim);
    }

    Uni<Void> again(Claim claim, Delivery.TryAgain why, Instant due) {
        return update(why.doubtful() ? AGAIN_IN_DOUBT : AGAIN, values(claim, why.error()).addOffsetDateTime(utc(due)), claim);
    }

    /** At once, by its template. */
    Uni<Void> asTemplate(Claim claim, String why) {
        return update(AGAIN_AS_TEMPLATE, values(claim, why).addOffsetDateTime(utc(clock.instant())), claim);
    }

    /** Later, and it was no try. */
    Uni<Void> wait(Claim claim, String why, Instant until) {
        return update(WAIT, values(claim, why).addOffsetDateTime(utc(until)), claim);
    }

    Uni<Void> failed(Claim claim, String error) {
        return update(FAILED, values(claim, error), claim);
    }

    Uni<Void> dropped(Claim claim, String why) {
        return update(DROPPED, values(claim, why), claim);
    }

    private static Tuple values(Claim claim, String text) {
        return Tuple.of(claim.organization().value(), claim.id(), claim.epoch(), text);
    }

    private Uni<Void> update(String sql, Tuple values, Claim claim) {
        return database.inTenant(claim.organization(),
                connection -> connection.preparedQuery(sql).execute(values).replaceWithVoid());
    }

    private Claim claim(Row row, Instant now) {
        var organization = new OrganizationId(row.getUUID("organization_id"));
        var id = row.getUUID("id");
        var conversation = new ConversationId(row.getUUID("conversation_id"));
        var content = outbox.read(row.getString("content"));
        var template = Optional.ofNullable(row.getString("template")).flatMap(outbox::read)
                .or(() -> content).filter(Templated.class::isInstance).map(Templated.class::cast);
        var message = content.map(it -> new OutboundMessage(organization, id, conversation,
                row.getString("business_address"), row.getString("person_address"), it));
        var facts = new Sending.Facts(now, row.getInteger("attempts"), row.getOffsetDateTime("created_at").toInstant(),
                instant(row, "expires_at"), row.getBoolean("answers"), row.getBoolean("opted_out"),
                instant(row, "last_inbound_at"), row.getBoolean("window_closed"), template.isPresent(),
                content.filter(Templated.class::isInstance).isPresent(), Optional.empty());
        var turn = Optional.ofNullable(row.getUUID("turn_id"));
        return new Claim(ChannelName.ofSql(row.getString("channel")), organization, id, conversation, message, template,
                Optional.ofNullable(row.getString("quiet_zone")).map(ZoneId::of), facts, row.getLong("epoch"), turn,
                turn.flatMap(_ -> Optional.ofNullable(row.getString("traceparent"))));
    }

    private static Optional<Instant> instant(Row row, String column) {
        @Nullable
        OffsetDateTime at = row.getOffsetDateTime(column);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
