package mx.yume.conversation.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.Sweep;

/** Ends handoffs in which nobody writes any more, and tells both sides. */
@ApplicationScoped
class SilentHandoffs implements Sweep {

    private static final Logger LOG = Logger.getLogger(SilentHandoffs.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int BATCH = 100;

    private static final String SILENT = """
            select organization_id, id from handoff where ended_at is null and last_activity_at <= $1
            order by last_activity_at limit $2
            """;

    private record Silent(OrganizationId organization, HandoffId id) {}

    private final Database database;
    private final HandoffRows rows;
    private final Colleagues colleagues;
    private final Endings endings;

    SilentHandoffs(Database database, HandoffRows rows, Colleagues colleagues, Endings endings) {
        this.database = database;
        this.rows = rows;
        this.colleagues = colleagues;
        this.endings = endings;
    }

    @Override
    public String name() {
        return "silent-handoffs";
    }

    @Override
    public String purpose() {
        return "ends handoffs after 30 minutes of silence and tells both sides";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Uni<Integer> sweep(Instant now) {
        var since = now.minus(Handoffs.SILENCE);
        return silent(since).chain(found -> Multi.createFrom().iterable(found)
                .onItem().transformToUniAndConcatenate(
                        one -> end(one, since).onFailure().recoverWithItem(failure -> skipped(one, failure)))
                .collect()
                .with(java.util.stream.Collectors.summingInt(ended -> ended)));
    }

    /** The next sweep tries again; those that come after it do not wait for that. */
    private static int skipped(Silent one, Throwable failure) {
        LOG.errorf(failure, "Handoff %s of %s could not be ended", one.id(), one.organization());
        return 0;
    }

    private Uni<List<Silent>> silent(Instant since) {
        return database.inScope(Scope.SWEEPS, connection -> connection.preparedQuery(SILENT)
                .execute(Tuple.of(since.atOffset(ZoneOffset.UTC), BATCH)).map(rows -> {
                    var found = new ArrayList<Silent>();
                    rows.forEach(row -> found.add(new Silent(new OrganizationId(row.getUUID("organization_id")),
                            new HandoffId(row.getUUID("id")))));
                    return List.copyOf(found);
                }));
    }

    /** Only one of several instances finds it still open and silent. */
    private Uni<Integer> end(Silent one, Instant since) {
        return colleagues.of(one.organization()).chain(asked -> database.inTenant(one.organization(),
                connection -> rows.silent(connection, one.organization(), one.id(), since).chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(0)
                        : endings.bySilence(connection, found.orElseThrow(), asked).replaceWith(1))));
    }
}
