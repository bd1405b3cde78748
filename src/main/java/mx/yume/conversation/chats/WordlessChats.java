package mx.yume.conversation.chats;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/**
 * What is left of somebody's conversations when they are forgotten: that messages went to and fro, when and how they arrived; nothing
 * of what was said, nor from which number. What waits to be sent to them, or to others about them, is not sent any more, and a turn
 * that is under way ends without an answer.
 */
@ApplicationScoped
public class WordlessChats {

    private static final String THEIRS = " in (select id from conversation where organization_id = $1 and person_id = $2) ";
    private static final String WORDLESS = """
            content = '{"type": "text", "body": "(borrado)"}'::jsonb, template = null, error = null, sent_template = false,
            status = case when status in ('pending', 'sending') then 'dropped' else status end, lease_until = null
            """;

    private static final String HANDOFFS = """
            update handoff set reason = '', told_at = coalesce(told_at, $3), ended_at = coalesce(ended_at, $3),
                               ended_by = coalesce(ended_by, 'staff')
            where organization_id = $1 and conversation_id""" + THEIRS + "returning id";
    /** Locked before all that is in it, as by a turn. Of a turn under way the claim is over. */
    private static final String CONVERSATIONS = """
            update conversation set person_address = 'borrado:' || id, offered = '[]'::jsonb, pending_since = null, due_at = null,
                                    lease_until = null, epoch = epoch + 1
            where organization_id = $1 and person_id = $2
            """;
    private static final String TURNS = """
            update turn set status = 'failed', finished_at = $3
            where organization_id = $1 and status = 'open' and conversation_id""" + THEIRS;
    private static final List<String> STATEMENTS = List.of(
            """
                    update inbound_message set body = '', transcript = null, choice_id = null, raw = ''::bytea, media_url = null, media_type = null
                    where organization_id = $1 and conversation_id"""
                    + THEIRS,
            "update outbox set " + WORDLESS + ", person_address = 'borrado' where organization_id = $1 and conversation_id"
                    + THEIRS,
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
                    where organization_id = $1 and conversation_id""" + THEIRS);
    /** What somebody was told about a visit or a handoff names it in its purpose. */
    private static final String TOLD_TO_OTHERS = "update outbox set " + WORDLESS + """
            where organization_id = $1
              and exists (select 1 from unnest(string_to_array(purpose, ':')) as part where part = any ($2))
            """;

    private final Database database;
    private final Clock clock;

    WordlessChats(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * In the caller's transaction.
     *
     * @param visits theirs: what others were told of them goes too, also in the chats that staff have with Yume's own number
     */
    public Uni<Void> of(SqlConnection connection, OrganizationId organization, PersonId person, List<UUID> visits) {
        var who = Tuple.of(organization.value(), person.value());
        var whoAndNow = Tuple.of(organization.value(), person.value(), clock.instant().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(HANDOFFS).execute(whoAndNow).map(rows -> {
            var handoffs = Stream.<String>builder();
            rows.forEach(row -> handoffs.add(row.getUUID("id").toString()));
            return Stream.concat(handoffs.build(), visits.stream().map(UUID::toString)).toArray(String[]::new);
        }).call(() -> connection.preparedQuery(CONVERSATIONS).execute(who))
                .call(() -> connection.preparedQuery(TURNS).execute(whoAndNow))
                .call(() -> emptied(connection, who))
                .chain(about -> toldToOthers(connection, organization, about)
                        .chain(() -> database.lending(connection, organization, OrganizationId.YUME,
                                () -> toldToOthers(connection, OrganizationId.YUME, about))));
    }

    private static Uni<Void> emptied(SqlConnection connection, Tuple who) {
        Uni<Void> emptied = Uni.createFrom().voidItem();
        for (var statement : STATEMENTS) {
            emptied = emptied.chain(() -> connection.preparedQuery(statement).execute(who).replaceWithVoid());
        }
        return emptied;
    }

    private static Uni<Void> toldToOthers(SqlConnection connection, OrganizationId organization, String[] about) {
        return connection.preparedQuery(TOLD_TO_OTHERS).execute(Tuple.of(organization.value(), about)).replaceWithVoid();
    }
}
