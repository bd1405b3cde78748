package mx.yume.platform;

import java.time.Duration;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;

/** Row-level security does not hold for superusers: with such a role every tenant would see every other. Yume refuses it. */
@ApplicationScoped
class SafeRole {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PAST_ROW_LEVEL_SECURITY = """
            select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)
            """;

    private final Pool pool;

    SafeRole(Pool pool) {
        this.pool = pool;
    }

    /** After the migrations, before anything else touches the data. */
    void check(@Observes @Priority(1) StartupEvent started) {
        var unsafe = pool.query(PAST_ROW_LEVEL_SECURITY).execute().await().atMost(PATIENCE);
        unsafe.forEach(row -> {
            throw new PreventFurtherStepsException(
                    """
                            Yume cannot start. The role "%s" of DATABASE_URL is a superuser or bypasses row-level security, so businesses \
                            would not be kept apart. Make one that owns the database and is neither, and use it in DATABASE_URL:
                              create role yume login nosuperuser nobypassrls password '…';
                              create database yume owner yume;"""
                            .formatted(row.getString("rolname")),
                    1);
        });
    }
}
