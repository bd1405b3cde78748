package mx.yume.platform.watch;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** How far the schema is, and how far this Yume would bring it. */
@ApplicationScoped
class SchemaVersions {

    /** The versions are whole numbers: V17__pages.sql. */
    private static final String APPLIED = """
            select coalesce(max(version::integer), 0) as version from flyway_schema_history where success and version is not null
            """;

    private final Flyway flyway;
    private final Pool pool;
    private final AtomicInteger known = new AtomicInteger(Integer.MAX_VALUE);

    SchemaVersions(Flyway flyway, Pool pool) {
        this.flyway = flyway;
        this.pool = pool;
    }

    /** The migrations have run by now; nothing is ready before it is known how many there are. */
    void look(@Observes StartupEvent started) {
        known.set(Arrays.stream(flyway.info().all()).filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion).filter(version -> version != null)
                .mapToInt(version -> version.getMajor().intValueExact()).max().orElseThrow());
    }

    int known() {
        return known.get();
    }

    /** No row of anybody: no organization is announced. */
    Uni<Integer> applied() {
        return pool.query(APPLIED).execute().map(rows -> rows.iterator().next().getInteger("version"));
    }
}
