package mx.yume.conversation.chats;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.customers.PersonId;
import mx.yume.platform.OrganizationId;

/**
 * What is left of somebody's conversations when they are forgotten: that messages went to and fro, when and how they arrived; nothing
 * of what was said, nor from which number. What waits to be sent to them is not sent any more.
 */
@ApplicationScoped
public class WordlessChats {

    private static final String THEIRS = " in (select id from conversation where organization_id = $1 and person_id = $2) ";
    private static final String NOTHING = "'{\"type\": \"text\", \"body\": \"(borrado)\"}'::jsonb";

    private static final List<String> STATEMENTS = List.of(
            """
                    update inbound_message set body = '', transcript = null, choice_id = null, raw = ''::bytea, media_url = null, media_type = null
                    where organization_id = $1 and conversation_id"""
                    + THEIRS,
            // What was told to others about one of them is of the same purpose.
            """
                    update outbox set content = %s, template = null, error = null
                    where organization_id = $1 and exists (
                        select 1 from handoff h where h.organization_id = $1 and h.conversation_id%s
                          and outbox.purpose like '%%:' || h.id || ':%%')
                    """.formatted(NOTHING, THEIRS),
            """
                    update outbox set content = %s, template = null, error = null, sent_template = false, person_address = 'borrado',
                           status = case when status in ('pending', 'sending') then 'dropped' else status end, lease_until = null
                    where organization_id = $1 and conversation_id"""
                    .formatted(NOTHING) + THEIRS,
            """
                    delete from turn_trace where organization_id = $1 and turn_id in (
                        select t.id from turn t where t.organization_id = $1 and t.conversation_id""" + THEIRS + ")",
            """
                    update effect set arguments = tool || ' ' || ordinal, result = '{}'::jsonb where organization_id = $1 and turn_id in (
                        select t.id from turn t where t.organization_id = $1 and t.conversation_id"""
                    + THEIRS + ")",
            """
                    update flow set draft = '{}'::jsonb, state = case when active then 'DROPPED' else state end, active = false,
                           version = version + 1
                    where organization_id = $1 and conversation_id""" + THEIRS,
            """
                    update conversation set person_address = 'borrado:' || id, offered = '[]'::jsonb, pending_since = null, due_at = null
                    where organization_id = $1 and person_id = $2
                    """);
    private static final String HANDOFFS = """
            update handoff set reason = '', told_at = coalesce(told_at, $3), ended_at = coalesce(ended_at, $3),
                               ended_by = coalesce(ended_by, 'staff')
            where organization_id = $1 and conversation_id""" + THEIRS;
    private static final String ABOUT_VISITS = """
            update outbox set content = %s, template = null, error = null, sent_template = false,
                   status = case when status in ('pending', 'sending') then 'dropped' else status end, lease_until = null
            where organization_id = $1 and subject_id = any ($2)
            """.formatted(NOTHING);

    private final Clock clock;

    WordlessChats(Clock clock) {
        this.clock = clock;
    }

    /**
     * In the caller's transaction.
     *
     * @param visits theirs: what others were told of them goes too
     */
    public Uni<Void> of(SqlConnection connection, OrganizationId organization, PersonId person, List<UUID> visits) {
        var who = Tuple.of(organization.value(), person.value());
        Uni<Void> emptied = connection.preparedQuery(HANDOFFS)
                .execute(Tuple.of(organization.value(), person.value(), clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
        for (var statement : STATEMENTS) {
            emptied = emptied.chain(() -> connection.preparedQuery(statement).execute(who).replaceWithVoid());
        }
        return emptied.chain(() -> connection.preparedQuery(ABOUT_VISITS)
                .execute(Tuple.of(organization.value(), visits.toArray(UUID[]::new))).replaceWithVoid());
    }
}
