package mx.yume.conversation.outbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.DeliveryReport;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.turn.Alarm;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.StorableText;
import mx.yume.platform.UuidV7;

/** Messages that wait to leave, are leaving or have left. Rows are written in the transaction of what caused them. */
@ApplicationScoped
public class Outbox {

    /** It leaves by the channel of the last message in. A row for the same purpose is already there: nothing happens. */
    private static final String WRITE = """
            insert into outbox (organization_id, id, conversation_id, turn_id, purpose, origin, channel, business_address,
                                person_address, content, due_at, created_at, template, expires_at, quiet_zone, answers, subject_id)
            select organization_id, $3, id, $4, $5, origin, channel, business_address, person_address, $6::text::jsonb, $7, $7,
                   $8::text::jsonb, $9, $10, $11, $12
            from conversation where organization_id = $1 and id = $2
            on conflict (organization_id, purpose) do nothing
            """;
    /** What a notice offers is what a number or a yes answers from now on: it is the last that the person sees. */
    private static final String OFFER = """
            update conversation set offered = $3::text::jsonb where organization_id = $1 and id = $2
            """;
    /** It was refused, and goes out as its template already: that another copy was refused too is no news. */
    private static final String KNOWN_CLOSED = """
            window_closed and template is not null and status in ('pending', 'sending')
            """;
    /**
     * States only move forward, in whatever order the provider tells them. What was refused before and sent again is over. What
     * arrives though the window is closed is the template.
     */
    private static final String REPORT = """
            update outbox set status = $4, error = case when $4 = 'failed' then coalesce($5, error) end, provider_message_id = $2,
                   sent_at = coalesce(sent_at, $6), lease_until = null,
                   sent_template = sent_template or window_closed and template is not null and $4 in ('delivered', 'read')
            where channel = $1 and (provider_message_id = $2 or (id = $3 and provider_message_id is null))
              and not $2 = any (refused_message_ids)
              and array_position(array['pending', 'sending', 'sent', 'delivered', 'read', 'failed'], status)
                < array_position(array['pending', 'sending', 'sent', 'delivered', 'read', 'failed'], $4)
              and not ($4 = 'failed' and status in ('delivered', 'read')) and not ($7 and %s)
            """
            .formatted(KNOWN_CLOSED);
    /** Once more: the next report of this message may come a second time, and is not about the next try. */
    private static final String ONCE_MORE = """
            update outbox set status = 'pending', error = $4, provider_message_id = null, sent_at = null, lease_until = null,
                   epoch = epoch + 1, refused_message_ids = array_append(refused_message_ids, $2), %s
            where channel = $1 and (provider_message_id = $2 or (id = $3 and provider_message_id is null))
              and not $2 = any (refused_message_ids) and %s
            """;
    /** What was refused because the window is closed goes out as its template, and as free text never again. */
    private static final String AS_TEMPLATE = ONCE_MORE.formatted("window_closed = true, due_at = $5", """
            status in ('pending', 'sending', 'sent') and template is not null and not sent_template and not (%s)
            returning due_at""".formatted(KNOWN_CLOSED));
    private static final String AGAIN = ONCE_MORE.formatted("""
            due_at = $5::timestamptz + least(interval '1 hour', interval '2 seconds' * power(2, attempts))""", """
            status in ('sending', 'sent') and attempts < $6 returning due_at""");
    private static final String WITHDRAW = """
            update outbox set status = 'dropped', error = $3, lease_until = null
            where organization_id = $1 and subject_id = $2 and status = 'pending' and not answers
            """;

    private static final String GO_ON = """
            update outbox set due_at = $3
            where organization_id = $1 and business_address = $2 and status = 'pending' and due_at > $3
            """;

    private final Database database;
    private final Alarm alarm;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(Database database, Alarm alarm, ObjectMapper json, Clock clock) {
        this.database = database;
        this.alarm = alarm;
        this.json = json;
        this.clock = clock;
    }

    /** Writes a letter on this connection, within its transaction. */
    public Uni<Void> write(SqlConnection connection, OrganizationId organization, Letter letter) {
        return connection.preparedQuery(WRITE)
                .execute(row(organization, letter))
                .chain(rows -> rows.rowCount() > 0 && letter.turn().isEmpty() ? offer(connection, organization, letter)
                        : Uni.createFrom().voidItem());
    }

    /** Writes many notices at once: in one round trip, and one more for what they offer. */
    public Uni<Void> write(SqlConnection connection, OrganizationId organization, List<Letter> notices) {
        if (notices.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection.preparedQuery(WRITE)
                .executeBatch(notices.stream().map(letter -> row(organization, letter)).toList())
                .chain(rows -> {
                    var offers = new ArrayList<Tuple>();
                    var written = rows;
                    for (var letter : notices) {
                        if (written.rowCount() > 0 && !letter.content().options().isEmpty()) {
                            offers.add(offer(organization, letter));
                        }
                        written = written.next();
                    }
                    return offers.isEmpty() ? Uni.createFrom().voidItem()
                            : connection.preparedQuery(OFFER).executeBatch(offers).replaceWithVoid();
                });
    }

    private Tuple row(OrganizationId organization, Letter letter) {
        return Tuple.from(new @Nullable Object[]{organization.value(), letter.conversation().value(), UuidV7.next(),
                letter.turn().map(turn -> turn.value()).orElse(null), letter.purpose(), written(letter.content()),
                clock.instant().atOffset(ZoneOffset.UTC), letter.template().map(this::written).orElse(null),
                letter.expires().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                letter.quiet().map(ZoneId::getId).orElse(null), letter.answers(), letter.about().orElse(null)});
    }

    /** A turn's own reply is kept as offered at the turn's end. */
    private Uni<Void> offer(SqlConnection connection, OrganizationId organization, Letter letter) {
        return letter.content().options().isEmpty() ? Uni.createFrom().voidItem()
                : connection.preparedQuery(OFFER).execute(offer(organization, letter)).replaceWithVoid();
    }

    private Tuple offer(OrganizationId organization, Letter letter) {
        return Tuple.of(organization.value(), letter.conversation().value(), written(letter.content().options()));
    }

    /**
     * What a provider tells later of a message. One that tells of a message whose acceptance was never heard of says that it was
     * accepted. Told twice, out of order or of a message that is not ours: harmless.
     */
    public Uni<Void> report(DeliveryReport report) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return database.inScope(Scope.CLAIMS, connection -> onceMore(connection, report, now)
                .chain(due -> due.isPresent() ? Uni.createFrom().item(due)
                        : connection.preparedQuery(REPORT)
                                .execute(about(report).addString(report.state().sql()).addString(report.error().orElse(null))
                                        .addOffsetDateTime(now).addBoolean(report.windowClosed()))
                                .replaceWith(Optional.<OffsetDateTime>empty())))
                .invoke(due -> due.ifPresent(at -> alarm.at(at.toInstant()))).replaceWithVoid();
    }

    /** When it is sent again, if it is. */
    private static Uni<Optional<OffsetDateTime>> onceMore(SqlConnection connection, DeliveryReport report,
            OffsetDateTime now) {
        if (!report.windowClosed() && !report.again()) {
            return Uni.createFrom().item(Optional.empty());
        }
        var values = about(report).addString(report.error().orElse("refused")).addOffsetDateTime(now);
        return connection.preparedQuery(report.windowClosed() ? AS_TEMPLATE : AGAIN)
                .execute(report.windowClosed() ? values : values.addInteger(Retries.MOST))
                .map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(rows.iterator().next().getOffsetDateTime("due_at")));
    }

    private static Tuple about(DeliveryReport report) {
        return Tuple.of(report.channel().sql(), report.providerMessageId(), report.row().orElse(null));
    }

    /** What waits to be said about this appointment is not said any more; what is on its way already is. Answers are. */
    public Uni<Void> withdraw(SqlConnection connection, OrganizationId organization, UUID appointment, String why) {
        return connection.preparedQuery(WITHDRAW).execute(Tuple.of(organization.value(), appointment, why)).replaceWithVoid();
    }

    /**
     * What waits to leave from this number is looked at again now: it can send (again). What waits for something else, waits on.
     *
     * @param businessAddress as the provider names the number
     */
    public Uni<Void> goOn(SqlConnection connection, OrganizationId organization, String businessAddress) {
        var now = clock.instant();
        return connection.preparedQuery(GO_ON)
                .execute(Tuple.of(organization.value(), businessAddress, now.atOffset(ZoneOffset.UTC)))
                .invoke(() -> alarm.at(now)).replaceWithVoid();
    }

    private String written(Object content) {
        try {
            return StorableText.json(json.writeValueAsString(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Content that cannot be written", impossible);
        }
    }

    /** Nothing when it was written by something newer than this instance, or is broken. */
    Optional<OutboundContent> read(String content) {
        try {
            return Optional.of(json.readValue(content, OutboundContent.class));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }
}
