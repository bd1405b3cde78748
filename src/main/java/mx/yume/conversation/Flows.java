package mx.yume.conversation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;

/** Flows that go on without anybody writing: something that was waited for has happened. */
@ApplicationScoped
public class Flows {

    /** As a turn's beginning and end do: none begins until the caller's transaction is over. */
    private static final String LOCK = "select 1 from conversation where organization_id = $1 and id = $2 for update";
    private static final String UNDER_WAY = """
            select 1 from turn where organization_id = $1 and conversation_id = $2 and status = 'open'
            """;
    private static final String COMPLETE = """
            update flow set state = $4, active = false, updated_at = $5, version = version + 1
            where organization_id = $1 and id = $2 and state = $3 and active
            """;

    private final Clock clock;

    Flows(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether no turn is being answered, which would store its own idea of the flow when it ends. If so, none begins before the
     * caller's transaction ends.
     */
    public Uni<Boolean> quiet(SqlConnection connection, OrganizationId organization, ConversationId conversation) {
        var key = Tuple.of(organization.value(), conversation.value());
        return connection.preparedQuery(LOCK).execute(key)
                .chain(() -> connection.preparedQuery(UNDER_WAY).execute(key)).map(rows -> rows.size() == 0);
    }

    /**
     * What was waited for is there: the flow ends well. Nothing happens if it is in another state by now. The conversation must be
     * {@link #quiet}.
     */
    public Uni<Void> complete(SqlConnection connection, OrganizationId organization, UUID flow, FlowKind kind, FlowState from) {
        var done = Transitions.of(kind).done();
        if (!Transitions.allowed(kind, from, done)) {
            throw new IllegalStateException("%s cannot go from %s to %s".formatted(kind, from, done));
        }
        return connection.preparedQuery(COMPLETE).execute(Tuple.of(organization.value(), flow, from.name(), done.name(),
                clock.instant().atOffset(ZoneOffset.UTC))).replaceWithVoid();
    }
}
